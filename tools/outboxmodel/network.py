"""The steps of everything else: nodes, miners, other wallets, and the machine that the program runs on.

Each yields (label, helps, world). helps: the step is what an honest network does by itself. The way out of a world is
looked for with such steps and those of the program alone.
"""

from .world import *


class Network:
    def __init__(self, bounds):
        self.b = bounds

    def mine(self, w):
        nonce = len(w.chain)
        epoch = self.b.epochs - w.left[REORG] - w.left[REWRITE]
        for t in w.net:
            if t.nonce != nonce:
                continue
            rest = frozenset(r if r.nonce != nonce else r._replace(shown=False) for r in w.net if r != t and (self.b.linger or r.nonce != nonce))
            for ok in (True, False) if w.left[REVERT] and t.what >= 0 else (True,):
                left = w.left if ok else spend(w.left, REVERT)
                after = w._replace(chain=w.chain + (Block(epoch, t.what, t.fee, ok),), net=rest, left=left)
                yield ("mine %s under nonce %d, fee %d%s", name(t.what), nonce, t.fee, "" if ok else ", reverted"), ok and t.shown, after

    def finalise(self, w):
        if w.fin < len(w.chain):
            yield ("block %d is final", w.fin), True, w._replace(fin=w.fin + 1)

    def drop(self, w):
        pending = pending_count(w)
        for t in w.net:
            if not t.shown:
                continue
            rest = w.net - {t}
            if self.lingers(w):
                rest |= {t._replace(shown=False)}
            gap = t.nonce > pending  # what can't be mined is dropped after some hours by itself
            yield ("the pool drops nonce %d, fee %d", t.nonce, t.fee), gap, w._replace(net=rest)

    def lingers(self, w):
        return self.b.linger or not self.b.has("lost-means-gone")

    def replace_blocks(self, w):
        """The newest blocks are replaced: what they held is in the pool again, or, by a further step, not."""
        if not w.left[REORG]:
            return
        for keep in range(w.fin, len(w.chain)):
            yield ("blocks %d to %d are replaced", keep, len(w.chain) - 1), False, self.back(w, keep)._replace(left=spend(w.left, REORG))

    def back(self, w, keep):
        again = {Sent(n, b.what, b.fee, True) for n, b in enumerate(w.chain) if n >= keep}
        net = frozenset(t for t in w.net if t._replace(shown=True) not in again) | again
        return w._replace(chain=w.chain[:keep], net=net)

    def rewrite(self, w):
        """Beyond what was final, but nothing of ours that was."""
        if w.left[REWRITE] and w.fin and (not w.rows or w.fin <= w.rows[0].nonce):
            yield ("the chain is rewritten from block 0 on",), False, self.back(w, 0)._replace(
                fin=0, vol=None, strange=bool(w.rows), left=spend(w.left, REWRITE))

    def other_wallet(self, w):
        if not w.left[ALIEN]:
            return
        left = spend(w.left, ALIEN)
        nonce = len(w.chain)
        epoch = self.b.epochs - w.left[REORG] - w.left[REWRITE]
        rest = frozenset(r if r.nonce != nonce else r._replace(shown=False) for r in w.net if self.b.linger or r.nonce != nonce)
        yield ("another wallet's transaction is mined under nonce %d", nonce), False, w._replace(
            chain=w.chain + (Block(epoch, FOREIGN, self.b.fees, True),), net=rest, left=left)
        at = pending_count(w)
        yield ("another wallet sends under nonce %d", at), False, w._replace(net=w.net | {Sent(at, FOREIGN, self.b.fees, True)}, left=left)

    def loss(self, w):
        if w.left[LOSE] and w.rows:
            yield ("the database is lost",), False, w._replace(rows=(), vol=None, left=spend(w.left, LOSE))
        if w.left[BACKUP] and w.rows:
            yield ("a copy of the database is made",), False, w._replace(snap=w.rows, left=spend(w.left, BACKUP))
        if w.left[RESTORE] and w.snap is not None and w.snap != w.rows:
            yield ("the copy takes the place of the database",), False, w._replace(rows=w.snap, snap=None, vol=None, left=spend(w.left, RESTORE))

    def end(self, w):
        """A process ends, of itself or killed: what it held in memory is gone."""
        if w.vol is not None:
            yield ("the process ends",), True, w._replace(vol=None)

    def odd_answers(self, w):
        """What a node answers that lags, hides or lies. A null for a receipt alone moves nothing, so that it is no step."""
        if w.vol is not None or w.strange or not w.left[HIDE] and not w.left[LIE]:
            return
        for r in w.rows:
            fact = ("fact", r.nonce, r.wish, r.state)
            if w.left[HIDE] and r.state in (SIGNED, PENDING) and r.nonce < w.fin:
                yield ("a node says that nonce %d is used, and not by what", r.nonce), False, w._replace(
                    vol=fact + (("unknown", None, False),), left=spend(w.left, HIDE))
            if w.left[LIE] and r.state in (PENDING, MINED) and not (r.state == MINED and r.nonce < w.fin):
                for a in r.attempts:
                    if a.exposed:
                        yield from self.lies(w, r, a, fact)

    def lies(self, w, r, a, fact):
        true = w.chain[r.nonce] if r.nonce < len(w.chain) else None
        ends = not self.b.has("two-nodes") or not self.b.has("two-honest")  # one word is then enough
        for ok in (True, False):
            block = Block(true.epoch if true else -1, a.what, a.fee, ok)
            if block != true:
                yield ("a node says that nonce %d is mined as %s, %s", r.nonce, name(a.what), "done" if ok else "reverted"), False, w._replace(
                    vol=fact + (("in a block", block, ends),), left=spend(w.left, LIE))

    def steps(self, w):
        yield from self.mine(w)
        yield from self.finalise(w)
        yield from self.drop(w)
        yield from self.replace_blocks(w)
        yield from self.rewrite(w)
        yield from self.other_wallet(w)
        yield from self.loss(w)
        yield from self.end(w)
        yield from self.odd_answers(w)
