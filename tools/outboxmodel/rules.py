"""The rules of the program that the model has, what is assumed of everything else, and what is searched.

Each can be switched off. The self-test wants a counter-example for every one: a rule that nothing depends on is none,
and a model that can't fail proves nothing.
"""

# name: (the setting in which its absence shows, what it says)
RULES = {
    # Exposure
    "store-first": ("core", "bytes are stored and marked as exposed before they leave the process"),
    "exposed-stays": ("withdraw", "only what was never exposed is withdrawn"),
    "wipe": ("withdraw", "the bytes of what is withdrawn are wiped"),
    "send-again": ("core", "what is on its way is sent again, with the same bytes"),
    # Nonces
    "nonce-from-rows": ("core", "the next nonce is the one after the highest row, not the node's count"),
    "first-nonce-at-rest": ("lost", "the first nonce is taken when all that the account has sent is final"),
    "replace-in-place": ("core", "a replacement keeps the nonce"),
    "one-row-per-key": ("core", "a key that has a row gets no second one"),
    "fill": ("gap", "a gap below the first row is filled"),
    # Replacements
    "bump-keeps-empty": ("withdraw", "higher fees for an empty transaction make an empty transaction"),
    # Evidence
    "silence-is-nothing": ("core", "a node that does not know a transaction moves nothing"),
    "no-answer-is-nothing": ("core", "a request without an answer moves nothing"),
    "wait-for-final": ("core", "a receipt is the end of it only in a final block"),
    "superseded-when-final": ("core", "another transaction on the nonce counts only in a final block"),
    "finality-read-first": ("core", "what is final is read before the attempts are"),
    "watch-mined": ("core", "what is mined and not final is looked at again"),
    "two-nodes": ("nodes", "where two nodes are configured both must say that something is final"),
    # Reissue
    "reissue-when-final": ("core", "only what failed in a final block is done anew"),
    "reissue-once": ("core", "... once"),
    "reissue-not-unclear": ("nodes", "... and not what is unclear"),
    "reissue-looks-back": ("copy", "... nor what the chain shows as paid by another transaction"),
    # Loss
    "look-back": ("lost", "what the chain shows as paid is not prepared"),
    "look-back-pool": ("lost", "... nor what waits in the node's pool"),
    "recheck": ("copy", "... nor sent for the first time"),
    "count": ("copy", "a node that counts more than the database knows of stops preparing and sending"),
    "never-sent-but-used": ("copy", "so does a used nonce whose row was never sent"),
    "adopt": ("copy", "db-adopt reads from the chain what the database lacks"),
    "adopt-when-row-is-settled": ("copy", "... a payment only when the row that holds its external id is settled"),
    "adopt-when-final": ("copy", "... and calls another's transaction on a row's nonce final only when it is"),
}

# What must be so besides, and the setting with which the self-test shows that it must.
ASSUMPTIONS = {
    "lost-means-gone": ("lost", "what a lost database has sent is in a block, in the asked node's pool, or gone for good"),
    "failed-stays-failed": ("copy", "a payment of a lost database that a block shows as failed does not succeed in the block that replaces it"),
    "node-sees-head": ("lost", "the node that gives a fresh database its first nonce and the look-back is at the head"),
    "two-honest": ("nodes", "of two nodes that agree one is honest"),
}

# Settings: what may happen in one search, and how often. A search with all of it would not end; what is left out of one is
# in another. quick is also what the self-test searches; deep is searched besides whole.
#   wishes: how many idempotency keys there are     fees: the highest fee level
#   linger: what the pool drops may be mined later  start: another wallet's transactions before all else
#   moments: the steps that a look at the chain falls into; all else: how often it may happen, see world.BUDGETS
SETTINGS = {
    "core": dict(
        about="sending: lost requests, drops, replaced blocks, bumps, cancels, reverts, another wallet",
        quick=[
            dict(wishes=2, fees=1, linger=True, reorg=1),
            dict(wishes=1, fees=1, linger=True, cancel=1, foreign=1, reorg=1),
        ],
        whole=[
            dict(wishes=2, fees=1, linger=True, cancel=1, foreign=1),
            dict(wishes=2, fees=1, linger=True, cancel=1, reorg=2),
            dict(wishes=2, fees=1, linger=True, foreign=1, reorg=1),
            dict(wishes=2, fees=0, linger=True, foreign=1, reorg=1, revert=1),
        ],
        deep=[
            dict(wishes=2, fees=1, linger=True, cancel=1, reorg=1, revert=1),
            dict(wishes=2, fees=0, linger=True, foreign=1, reorg=2, revert=1),
        ],
    ),
    "moments": dict(
        about="a look at the chain in three steps, with all else in between",
        quick=[dict(wishes=1, fees=1, moments=3, foreign=1, reorg=1)],
        whole=[dict(wishes=1, fees=1, linger=True, moments=3, cancel=1, foreign=1, reorg=1)],
    ),
    "withdraw": dict(
        about="withdrawing from the middle and from the end",
        quick=[dict(wishes=2, fees=1, linger=True, withdraw=1)],
        whole=[
            dict(wishes=2, fees=1, linger=True, withdraw=1, reorg=1),
            dict(wishes=3, fees=0, linger=True, withdraw=2, reorg=1),
        ],
        deep=[dict(wishes=3, fees=1, linger=True, withdraw=1)],
    ),
    "lost": dict(
        about="the database is lost, and a fresh one goes on",
        quick=[dict(wishes=2, fees=0, lose=1, reorg=1, hide=1)],
        whole=[
            dict(wishes=2, fees=1, lose=1, reorg=1, hide=1),
            dict(wishes=2, fees=1, lose=1, reorg=1, cancel=1),
            dict(wishes=2, fees=0, lose=1, reorg=1, foreign=1),
        ],
        deep=[dict(wishes=2, fees=0, lose=1, reorg=1, hide=1, foreign=1, revert=1)],
    ),
    "copy": dict(
        about="an older copy of the database takes its place",
        quick=[dict(wishes=2, fees=0, backup=1, restore=1, withdraw=1, reorg=1)],
        whole=[
            dict(wishes=2, fees=0, backup=1, restore=1, withdraw=1, reorg=1),
            dict(wishes=2, fees=0, backup=1, restore=1, withdraw=1, revert=1),
            dict(wishes=2, fees=0, backup=1, restore=1, withdraw=1, hide=1),
            dict(wishes=2, fees=0, backup=1, restore=1, foreign=1, reorg=1),
            dict(wishes=2, fees=1, backup=1, restore=1, withdraw=1),
            dict(wishes=2, fees=1, backup=1, restore=1, cancel=1),
        ],
    ),
    "nodes": dict(
        about="two nodes, of which one lags, hides, or says that something is mined or failed",
        quick=[dict(wishes=1, fees=1, hide=1, lie=1, reorg=1)],
        whole=[
            dict(wishes=1, fees=1, hide=1, lie=1, foreign=1, reorg=1),
            dict(wishes=2, fees=0, hide=1, lie=2, reorg=1),
            dict(wishes=2, fees=1, hide=1, lie=1),
        ],
    ),
    "gap": dict(
        about="the chain takes back, beyond its finality, what another wallet sent before the first row",
        quick=[dict(wishes=1, fees=0, rewrite=1, foreign=1, start=1)],
        whole=[
            dict(wishes=2, fees=0, rewrite=1, foreign=1, start=1),
            dict(wishes=1, fees=1, rewrite=1, start=1, withdraw=1, reorg=1),
            dict(wishes=1, fees=0, rewrite=1, start=2, withdraw=1, reorg=1),
        ],
        deep=[dict(wishes=1, fees=1, rewrite=1, start=2, withdraw=1, reorg=1)],
    ),
}


class Bounds:
    """One setting with one of its bounds, and the rule or assumption that is switched off."""

    def __init__(self, counts, off=None):
        b = dict(counts)
        self.off, self.assumption = off, off in ASSUMPTIONS
        if off == "failed-stays-failed":
            b["revert"] = 1
        self.wishes, self.fees = b.pop("wishes"), b.pop("fees")
        self.linger = b.pop("linger", False)
        self.start = b.pop("start", 0)  # transactions of another wallet before all else
        self.moments = b.pop("moments", 1)  # into how many steps a look at the chain falls
        self.budgets = b
        self.epochs = b.get("reorg", 0) + b.get("rewrite", 0)

    def has(self, what):
        """Whether a rule or an assumption holds in this search."""
        return self.off != what
