"""What must hold in every world, whatever happened before."""

from .world import *

# name: what it says, in the order in which they are looked at
INVARIANTS = {
    "one effect": "a wish takes effect at most once on the chain",
    "one row for a nonce": "the rows follow each other without gap, one for each nonce",
    "settled is true": "what is final, reverted, cancelled or superseded is so in final blocks",
    "withdrawn is not done": "what was withdrawn before it was ever sent leaves the machine in no form but the empty one",
    "nothing lost": "all bytes that left the machine stand in the database, unless that was lost itself",
    "exposed stays": "no step of the program forgets exposed bytes, or gives their nonce to another wish",
    "nothing in vain": "no plan takes a nonce that the chain has used, and no broadcast begins with such a row",
    "a way out": "from every world the program and an honest network come to where each wish is done once and all is settled",
}


def of_world(b, w):
    """(invariant, what is wrong) of a world, None where all is well."""
    done = [t.what for t in w.chain if t.what >= 0 and t.ok]
    if len(done) != len(set(done)):
        return "one effect", "%s took effect twice" % name(max(done, key=done.count))
    if w.rows and w.rows[0].nonce > len(w.chain) and w.left[REWRITE] == b.budgets.get("rewrite", 0):
        return "one row for a nonce", "nothing closes the gap below nonce %d" % w.rows[0].nonce
    for before, after in zip(w.rows, w.rows[1:]):
        if after.nonce != before.nonce + 1:
            return "one row for a nonce", "nonce %d follows nonce %d" % (after.nonce, before.nonce)
    for r in w.rows:
        wrong = r.state in SETTLED and settled_wrongly(w, r)
        if wrong:
            return "settled is true", "nonce %d is %s, but %s" % (r.nonce, STATES[r.state], wrong)
        if not lost(b, w) and withdrawn(r) and any(a.exposed and a.what >= 0 for a in r.attempts):
            return "withdrawn is not done", "nonce %d was withdrawn, and sent all the same" % r.nonce
    if not lost(b, w):
        held = {(r.nonce, a.what, a.fee) for r in w.rows for a in r.attempts if a.exposed}
        for n, t in enumerate(w.chain):
            if t.what != FOREIGN and (n, t.what, t.fee) not in held:
                return "nothing lost", "block %d holds %s, of which the database knows nothing" % (n, name(t.what))
        for t in w.net:
            if t.what != FOREIGN and (t.nonce, t.what, t.fee) not in held:
                return "nothing lost", "nonce %d is on its way, which the database holds as never sent" % t.nonce
    return None


def withdrawn(r):
    """Whether a row was withdrawn before it was sent: its first exposed attempt is empty, or its empty one was not."""
    first = next((a for a in r.attempts if a.exposed), None)
    return first is not None and first.what == EMPTY or any(a.what == EMPTY and not a.exposed for a in r.attempts)


def settled_wrongly(w, r):
    if r.nonce >= w.fin:
        return "its nonce is not used by anything final"
    t = w.chain[r.nonce]
    if r.state == SUPERSEDED:
        return "it was mined itself" if mine_of(r, t) else None
    if not mine_of(r, t):
        return "another transaction was mined"
    return None if r.state == verdict(t) else "it ended otherwise"


def lost(b, w):
    return w.left[LOSE] < b.budgets.get("lose", 0) or w.left[RESTORE] < b.budgets.get("restore", 0)


def of_step(b, before, after):
    """(invariant, what is wrong) of a step of the program, None where all is well."""
    latest = len(before.chain)
    if after.vol is not before.vol and after.vol and not b.assumption:  # it costs a fee, no more
        if after.vol[0] == "plan" and after.vol[2] < latest:
            return "nothing in vain", "nonce %d is used, and given out" % after.vol[2]
        if after.vol[0] == "pass" and any(r.state == SIGNED and r.nonce < latest for r in before.rows):
            return "nothing in vain", "a broadcast begins with a nonce that is used"
    if before.rows is after.rows:
        return None
    rows = {r.nonce: r for r in after.rows}
    for r in before.rows:
        sent = [a for a in r.attempts if a.exposed]
        if not sent:
            continue
        now = rows.get(r.nonce)
        if now is None or now.wish != r.wish or not set(sent) <= set(now.attempts):
            return "exposed stays", "nonce %d was exposed, and is not kept" % r.nonce
    return None


def all_done(b, w):
    """Whether each wish took effect, in a final block, and every row is settled."""
    if w.vol is not None or w.strange or any(r.state not in SETTLED for r in w.rows):
        return False
    done = {t.what for t in w.chain[: w.fin] if t.ok}
    return all(wish in done for wish in range(b.wishes))
