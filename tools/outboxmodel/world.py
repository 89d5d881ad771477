"""The world of the model: what the database, the pool and the chain hold for one account.

Everything is a tuple, so that a world can be a key of a dictionary.

A transaction is (nonce, what, fee). `what` is the number of a wish, that is of an idempotency key, or one of the words
below. The same three are the same bytes: signatures are deterministic. Fees are levels, 0 the lowest.
"""

from collections import namedtuple

EMPTY = -1  # an empty transaction of the account to itself
FOREIGN = -2  # made by another wallet with the same key
UNREAD = -3  # of rows: adopted, but its external id stands in another row already, so that it has none

# One line of the database. wish: a wish, EMPTY (a filled gap), FOREIGN or UNREAD. state: a letter, see below.
# attempts: tuple of Attempt, in the order in which they were signed; wiped ones are left out. held: the receipt that the
# row believes in, None without one. Rows that became void are left out: nothing in the program looks at them any more.
Row = namedtuple("Row", "nonce wish state attempts held")
Attempt = namedtuple("Attempt", "what fee exposed")
# A block holds one transaction, so that its height is the nonce. epoch: how often the chain had been reorganised when the
# block was made; with the height it names the block, as a hash does.
Block = namedtuple("Block", "epoch what fee ok")
# Bytes that somebody beside us has: shown: the asked node's pool has them, too.
Sent = namedtuple("Sent", "nonce what fee shown")

SIGNED, PENDING, MINED, FINAL, REVERTED, CANCELLED, SUPERSEDED, UNCLEAR = "SPMFRCXU"
STATES = dict(S="signed", P="pending", M="mined", F="final", R="reverted", C="cancelled", X="superseded", U="unclear")
FAILED = (REVERTED, CANCELLED, SUPERSEDED)
SETTLED = (FINAL,) + FAILED

# rows: the database, in nonce order. net: a frozenset of Sent. chain: a tuple of Block. fin: how many blocks are final.
# vol: what a process holds in its memory between two steps, None for nothing. snap: an older copy of the rows, None
# without one. left: how often each disturbance may still happen. strange: the chain was rewritten below what the
# database has seen as final, so that the program refuses it.
World = namedtuple("World", "rows net chain fin vol snap left strange")

# Disturbances and choices of the operator that are counted, in the order of World.left.
BUDGETS = ("cancel", "withdraw", "foreign", "reorg", "revert", "lose", "backup", "restore", "hide", "lie", "rewrite")
CANCEL, WITHDRAW, ALIEN, REORG, REVERT, LOSE, BACKUP, RESTORE, HIDE, LIE, REWRITE = range(len(BUDGETS))


def spend(left, which):
    """left with one less of a budget."""
    return left[:which] + (left[which] - 1,) + left[which + 1 :]


def put(rows, index, **change):
    """rows with one row changed."""
    return rows[:index] + (rows[index]._replace(**change),) + rows[index + 1 :]


def row_at(rows, nonce):
    """The index of the row with a nonce, None where there is none."""
    for index, row in enumerate(rows):
        if row.nonce == nonce:
            return index
    return None


def next_nonce(rows):
    return rows[-1].nonce + 1


def pending_count(w):
    """What a node answers for the pending count: the chain's, and what follows it in the pool without a gap."""
    count = len(w.chain)
    shown = {t.nonce for t in w.net if t.shown}
    while count in shown:
        count += 1
    return count


def call(row):
    """What a row is for: what its own transactions do."""
    return row.attempts[0].what if row.wish == UNREAD else row.wish


def exposed(row):
    return [a for a in row.attempts if a.exposed]


def mine_of(row, block):
    """Whether a block holds an attempt of a row."""
    return any(a.what == block.what and a.fee == block.fee for a in row.attempts)


def same_block(held, block):
    return held is not None and (held.epoch, held.what, held.fee) == (block.epoch, block.what, block.fee)


def verdict(block):
    """The state in which a row ends whose attempt stands in a final block."""
    if block.what == EMPTY:
        return CANCELLED
    return FINAL if block.ok else REVERTED


def forget(w):
    """w without the bytes that no block can hold any more, which keeps worlds few."""
    floor = w.fin if w.left[REORG] or w.left[REWRITE] else len(w.chain)
    if any(t.nonce < floor for t in w.net):
        return w._replace(net=frozenset(t for t in w.net if t.nonce >= floor))
    return w


def name(what):
    return {EMPTY: "empty", FOREIGN: "foreign", UNREAD: "unread"}.get(what) or "wish %s" % "ABCD"[what]


def show(w):
    """A world in words, for traces."""

    def attempt(a):
        return "%s@%d%s" % (name(a.what), a.fee, "" if a.exposed else " (unsent)")

    rows = ", ".join(
        "%d:%s %s [%s]%s"
        % (r.nonce, name(r.wish), STATES[r.state], ", ".join(map(attempt, r.attempts)), " held" if r.held else "")
        for r in w.rows
    )
    chain = ", ".join(
        "%d:%s@%d%s%s" % (n, name(b.what), b.fee, "" if b.ok else " reverted", " final" if n < w.fin else "")
        for n, b in enumerate(w.chain)
    )
    net = ", ".join("%d:%s@%d%s" % (t.nonce, name(t.what), t.fee, "" if t.shown else " (hidden)") for t in sorted(w.net))
    return "rows {%s}  pool {%s}  chain {%s}" % (rows, net, chain)
