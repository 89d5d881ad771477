"""The steps of the program: internal/outbox and the look-back of internal/distribution.

Each function yields (label, world) for each way in which a step may go. A step is what happens at one moment: one
transaction of the database, or one look at the chain. A process may die between any two.
"""

from .recovery import Recovery
from .world import *


class Program(Recovery):
    def __init__(self, bounds):
        self.b = bounds
        self.split = "lose" in bounds.budgets or "restore" in bounds.budgets  # where what is read may be old when used

    # The look-back, of distributions.

    def paid(self, w, wish):
        """Whether the chain or the pool shows a wish, done by a transaction that no row with this wish holds as sent."""
        seen = [Sent(n, b.what, b.fee, True) for n, b in enumerate(w.chain) if b.ok]
        if not self.b.has("node-sees-head"):
            seen = seen[: w.fin]
        elif self.b.has("look-back-pool"):
            seen += [t for t in w.net if t.shown]
        return any(t.what == wish and not self.holds(w, t) for t in seen)

    def holds(self, w, t):
        at = row_at(w.rows, t.nonce)
        if at is None or Attempt(t.what, t.fee, True) not in w.rows[at].attempts:
            return False
        return w.rows[at].wish == t.what

    # What is looked at before anything is prepared or sent.

    def ready(self, w):
        """The counts of the node fit the rows, of which there are some (checkCounts), and no row that was never sent
        stands under a nonce that is used (upToDate)."""
        if not self.counts_fit(w):
            return False
        return not self.b.has("never-sent-but-used") or all(r.state != SIGNED or r.nonce >= len(w.chain) for r in w.rows)

    def counts_fit(self, w):
        if w.strange or len(w.chain) < w.rows[0].nonce:
            return False
        return not self.b.has("count") or max(len(w.chain), pending_count(w)) <= next_nonce(w.rows)

    def first_nonce(self, w):
        """The nonce of an account without rows, None while something is on its way (quiescent)."""
        latest = len(w.chain)
        if not self.b.has("node-sees-head"):
            return w.fin  # a node that lags sees what is final, and neither more nor a pool
        rests = pending_count(w) == latest == w.fin
        return latest if not w.strange and (rests or not self.b.has("first-nonce-at-rest")) else None

    # Preparing.

    def plan(self, w, wish):
        """The nonce that a wish would get now, None where it is refused."""
        if self.b.has("one-row-per-key") and any(r.wish == wish for r in w.rows):
            return None
        if self.b.has("look-back") and self.paid(w, wish):
            return None
        if not w.rows:
            return self.first_nonce(w)
        if not self.ready(w):
            return None
        return next_nonce(w.rows) if self.b.has("nonce-from-rows") else pending_count(w)

    def insert(self, w, wish, nonce):
        """w with one more row, None where the queue moved meanwhile."""
        if w.rows and nonce != next_nonce(w.rows) and self.b.has("nonce-from-rows"):
            return None
        if self.b.has("one-row-per-key") and any(r.wish == wish and r.state not in FAILED for r in w.rows):
            return None
        return w._replace(rows=w.rows + (Row(nonce, wish, SIGNED, (Attempt(wish, 0, False),), None),))

    def prepare(self, w):
        fresh = False
        for wish in range(self.b.wishes):
            known = self.known(w, wish)
            if fresh and not known:
                continue  # of wishes that nothing knows of, one stands for all
            fresh = fresh or not known
            nonce = self.plan(w, wish)
            if nonce is None:
                continue
            if w.vol is None and self.split:
                yield ("plan %s under nonce %d", name(wish), nonce), w._replace(vol=("plan", wish, nonce, bool(w.rows)))
            else:
                yield ("prepare %s under nonce %d", name(wish), nonce), self.insert(w, wish, nonce)

    def known(self, w, wish):
        return any(r.wish == wish for r in w.rows + (w.snap or ())) or any(t.what == wish for t in tuple(w.net) + w.chain)

    def store_plan(self, w):
        _, wish, nonce, had = w.vol
        w = w._replace(vol=None)
        same = bool(w.rows) == had and (not had or next_nonce(w.rows) == nonce)
        if same and not any(r.wish == wish for r in w.rows):
            yield ("store %s under nonce %d", name(wish), nonce), self.insert(w, wish, nonce)

    def reissue(self, w):
        for index, r in enumerate(w.rows):
            if r.wish < 0 or not self.may_reissue(w, index, r) or not self.ready(w):
                continue
            if self.b.has("reissue-looks-back") and self.paid(w, r.wish):
                continue
            nonce = next_nonce(w.rows)
            row = Row(nonce, r.wish, SIGNED, (Attempt(r.wish, 0, False),), None)
            yield ("reissue %s of nonce %d under nonce %d", name(r.wish), r.nonce, nonce), w._replace(rows=w.rows + (row,))

    def may_reissue(self, w, index, r):
        if self.b.has("reissue-once"):
            if any(later.wish == r.wish for later in w.rows[index + 1 :]):
                return False
        elif len(w.rows) > self.b.wishes + 3:
            return False  # without the rule there is no end of it
        if r.state in FAILED:
            return True
        if r.state == UNCLEAR:
            return not self.b.has("reissue-not-unclear")
        return r.state == MINED and not self.b.has("reissue-when-final") and (r.held.what == EMPTY or not r.held.ok)

    # Sending.

    def sending(self, w):
        """Whether a pass may begin: the counts fit, and nothing that waits was paid meanwhile (Recheck)."""
        if not any(r.state == SIGNED for r in w.rows) or not self.ready(w):
            return False
        if not self.b.has("recheck"):
            return True
        return not any(r.state == SIGNED and r.attempts[-1].what >= 0 and self.paid(w, r.wish) for r in w.rows)

    def begin_pass(self, w):
        if self.sending(w):
            yield ("begin a broadcast",), w._replace(vol=("pass",))

    def expose(self, w):
        """The lowest row that waits is marked as exposed, with the fees of now."""
        for index, r in enumerate(w.rows):
            if r.state != SIGNED:
                continue
            for a in r.attempts[-1:] if self.b.has("wipe") else r.attempts:
                for fee in {a.fee, min(a.fee + 1, self.b.fees)}:
                    rest = () if self.b.has("wipe") else tuple(o for o in r.attempts if o != a)
                    sent = put(w.rows, index, state=PENDING, attempts=rest + (Attempt(a.what, fee, True),))
                    out = w._replace(rows=sent)
                    yield ("expose %s under nonce %d, fee %d", name(a.what), r.nonce, fee), out
                    if not self.b.has("send-again"):
                        yield ("expose and deliver nonce %d, fee %d", r.nonce, fee), self.pooled(out, r.nonce, sent[index].attempts[-1])
            return

    def deliver(self, w):
        """A node takes bytes that were exposed. A request that is lost changes nothing, and neither does a lost answer."""
        for r in w.rows:
            if r.state == SIGNED and not self.b.has("store-first"):
                yield ("send nonce %d before it is marked", r.nonce), self.pooled(w, r.nonce, r.attempts[-1])
            if r.state != PENDING or r.nonce < len(w.chain) or not self.b.has("send-again"):
                continue
            for a in exposed(r):
                if Sent(r.nonce, a.what, a.fee, True) not in w.net:
                    after = self.pooled(w, r.nonce, a)
                    if after is not None:
                        yield ("deliver %s of nonce %d, fee %d", name(a.what), r.nonce, a.fee), after

    def pooled(self, w, nonce, a):
        """w after a node got bytes, None where its pool holds what pays as much."""
        same = [t for t in w.net if t.nonce == nonce and t.shown]
        if any(t.fee >= a.fee for t in same):
            return None
        net = w.net - set(same) - {Sent(nonce, a.what, a.fee, False)}
        if self.b.linger:
            net |= {t._replace(shown=False) for t in same}
        return w._replace(net=net | {Sent(nonce, a.what, a.fee, True)})

    def replace(self, w):
        """tx-bump and tx-cancel."""
        if not w.rows or not self.counts_fit(w):
            return
        for index, r in enumerate(w.rows):
            if r.state == SIGNED:
                return  # what waits below is sent first
            if r.state != PENDING or r.nonce < len(w.chain):
                continue
            best = max(exposed(r), key=lambda a: a.fee)
            if best.fee == self.b.fees:
                continue
            what = EMPTY if best.what == EMPTY and self.b.has("bump-keeps-empty") else call(r)
            yield from self.replaced(w, index, "bump", Attempt(what, best.fee + 1, True))
            if w.left[CANCEL] and best.what != EMPTY:
                less = w._replace(left=spend(w.left, CANCEL))
                yield from self.replaced(less, index, "cancel", Attempt(EMPTY, best.fee + 1, True))

    def replaced(self, w, index, verb, a):
        r = w.rows[index]
        if verb == "bump" and not self.b.has("replace-in-place"):
            if len(w.rows) < self.b.wishes + 2:
                yield ("bump nonce %d under a nonce of its own", r.nonce), w._replace(
                    rows=w.rows + (Row(next_nonce(w.rows), r.wish, PENDING, (a,), None),))
            return
        yield (verb + " nonce %d, fee %d", r.nonce, a.fee), w._replace(rows=put(w.rows, index, attempts=r.attempts + (a,)))

    # Withdrawing.

    def withdraw(self, w):
        """Rows at the end become void, and their nonces free; in the place of others an empty transaction is signed."""
        for index, r in enumerate(w.rows):
            last = index == len(w.rows) - 1
            void = r.state == SIGNED or r.state == PENDING and not self.b.has("exposed-stays")
            if not void:
                continue
            forced = r.state == SIGNED and r.attempts[-1].what >= 0 and self.paid(w, r.wish)  # else it would stand in the way
            if not forced and not w.left[WITHDRAW]:
                continue
            less = w if forced else w._replace(left=spend(w.left, WITHDRAW))
            if last:
                yield ("withdraw nonce %d, which is the last", r.nonce), less._replace(rows=w.rows[:-1])
            elif r.state == SIGNED and r.attempts[-1].what != EMPTY and any(t.state == SIGNED for t in w.rows[index + 1 :]):
                kept = () if self.b.has("wipe") else r.attempts
                yield ("withdraw nonce %d from the middle", r.nonce), less._replace(
                    rows=put(w.rows, index, attempts=kept + (Attempt(EMPTY, 0, False),)))

    # Looking at what became of it.

    def look(self, w):
        """tx-update begins by reading what is final."""
        if not w.strange and w.rows:
            yield ("look: %d are final", w.fin), w._replace(vol=("look", w.fin))

    def read(self, w, fin):
        """... goes on by reading a row and what the chain shows of it."""
        if w.strange:
            return
        for r in w.rows:
            fact = self.fact(w, r, r.attempts, fin)
            if fact is None:
                continue
            after = w._replace(vol=("fact", r.nonce, r.wish, r.state, fact))
            if self.b.moments > 1:
                yield ("read that nonce %d is %s", r.nonce, fact[0]), after
            else:
                yield from self.commit(after)

    def look_late(self, w):
        """The wrong order, for finality-read-first: a row and its attempts, and what is final only then."""
        if w.strange:
            return
        for r in w.rows:
            if r.state in (PENDING, MINED):
                yield ("read the attempts of nonce %d", r.nonce), w._replace(vol=("late", r.nonce, r.attempts))

    def read_late(self, w):
        _, nonce, attempts = w.vol
        at = row_at(w.rows, nonce)
        fact = at is not None and self.fact(w, w.rows[at], attempts, w.fin)
        if fact:
            r = w.rows[at]
            yield ("read that nonce %d is %s", nonce, fact[0]), w._replace(vol=("fact", nonce, r.wish, r.state, fact))

    def fact(self, w, r, attempts, fin):
        """What an honest node's answers amount to for a row, None for nothing."""
        if r.state in SETTLED or r.state == SIGNED and r.nonce >= len(w.chain):
            return None
        if r.state == MINED and not self.b.has("watch-mined") and r.nonce >= fin:
            return None
        block = w.chain[r.nonce] if r.nonce < len(w.chain) else None
        if block and any((a.what, a.fee) == (block.what, block.fee) for a in attempts):
            final = r.nonce < fin or not self.b.has("wait-for-final")
            if r.state != MINED or r.held != block or final:
                return ("in a block that is final" if final else "in a block", block, final)
        elif r.held is not None:
            return ("not where it was", None, False) if self.b.has("watch-mined") else None
        elif block and (r.nonce < fin or not self.b.has("superseded-when-final")):
            return ("taken by another", None, False)
        return None

    def commit(self, w):
        """... and ends by recording it, unless another process has moved the row meanwhile."""
        _, nonce, wish, state, (what, block, final) = w.vol
        w = w._replace(vol=None)
        at = row_at(w.rows, nonce)
        if at is None or (w.rows[at].wish, w.rows[at].state) != (wish, state):
            return
        if what == "not where it was":
            rows = put(w.rows, at, state=PENDING, held=None)
        elif what == "taken by another":
            rows = put(w.rows, at, state=SUPERSEDED)
        elif what == "unknown":
            rows = put(w.rows, at, state=UNCLEAR)
        else:
            rows = self.found(w.rows, at, block, final)
        if rows is not None:
            yield ("record that nonce %d is %s", nonce, what), w._replace(rows=rows)

    # Habits of other programs, for rules that are switched off.

    def bad_habits(self, w):
        for index, r in enumerate(w.rows):
            if r.state != PENDING or r.wish < 0 or len(w.rows) > self.b.wishes + 1:
                continue
            anew = w.rows + (Row(next_nonce(w.rows), r.wish, SIGNED, (Attempt(r.wish, 0, False),), None),)
            seen = any(t.nonce == r.nonce and t.shown for t in w.net) or r.nonce < len(w.chain)
            if not self.b.has("silence-is-nothing") and not seen:
                yield ("take nonce %d for dropped, and prepare it anew", r.nonce), w._replace(rows=anew)
            if not self.b.has("no-answer-is-nothing"):
                yield ("take nonce %d for failed after a time-out, and prepare it anew", r.nonce), w._replace(rows=anew)

    def steps(self, w):
        """All that the program may do next."""
        if not (self.b.has("silence-is-nothing") and self.b.has("no-answer-is-nothing")):
            yield from self.bad_habits(w)
        yield from self.prepare(w)
        if w.rows:
            yield from self.deliver(w)
        vol = w.vol and w.vol[0]
        if vol is None:
            if self.split:
                yield from self.begin_pass(w)
            yield from self.adopt(w)
            if not self.b.has("finality-read-first"):
                yield from self.look_late(w)
            elif self.b.moments > 2:
                yield from self.look(w)
            else:
                yield from self.read(w, w.fin)
        elif vol == "plan":
            yield from self.store_plan(w)
        elif vol == "pass":
            yield from self.expose(w)
        elif vol == "look":
            yield from self.read(w, w.vol[1])
        elif vol == "late":
            yield from self.read_late(w)
        elif vol == "fact":
            yield from self.commit(w)
        if vol != "pass":  # it holds the lock under which these work
            if not self.split and self.sending(w):
                yield from self.expose(w)
            yield from self.replace(w)
            yield from self.withdraw(w)
            if w.strange or w.rows and len(w.chain) < w.rows[0].nonce:
                yield from self.fill(w)
        yield from self.reissue(w)
