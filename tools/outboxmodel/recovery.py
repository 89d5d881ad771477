"""What brings rows up to what the chain shows: a receipt, db-adopt after a loss, tx-fill below the first row."""

from .world import *


class Recovery:
    def found(self, rows, at, block, final):
        """The rows with a receipt recorded. What a copy holds as never sent is marked as exposed, unless another such stands
        below it (recorder.behind)."""
        r = rows[at]
        if not mine_of(r, block):
            return None  # its bytes were wiped meanwhile, and the database keeps a wiped attempt from being marked
        if Attempt(block.what, block.fee, True) not in r.attempts:
            if any(t.state == SIGNED for t in rows[:at]):
                return None
            r = r._replace(attempts=tuple(a._replace(exposed=True) if (a.what, a.fee) == (block.what, block.fee) else a for a in r.attempts))
        state = verdict(block) if final else MINED
        return rows[:at] + (r._replace(state=state, held=block),) + rows[at + 1 :]

    def adopt(self, w):
        """db-adopt: all at once, or cut off after one nonce; once, with a node that hides one transaction."""
        if w.strange or not self.b.has("adopt"):
            return
        hidden = [None]
        if w.left[HIDE]:
            hidden += range(w.fin)
        for hide in hidden:
            for most in (None, 1):
                rows = self.adopted(w, hide, most)
                if rows != w.rows:
                    left = w.left if hide is None else spend(w.left, HIDE)
                    yield ("adopt%s%s", "" if hide is None else ", with nonce %d hidden" % hide,
                           ", cut off" if most else ""), w._replace(rows=rows, left=left)

    def adopted(self, w, hide, most):
        rows = w.rows
        open = [r.nonce for r in rows if r.state in (SIGNED, PENDING)]
        start = min(open + [next_nonce(rows)]) if rows else 0
        for nonce in range(start, len(w.chain))[:most]:
            block = None if nonce == hide else w.chain[nonce]
            after = self.adopt_one(rows, nonce, block, nonce < w.fin)
            if after is None:
                break
            rows = after
        return rows

    def adopt_one(self, rows, nonce, block, final):
        """The rows with one nonce adopted, None where its block must be final first. block: None for a hidden one."""
        at = row_at(rows, nonce)
        if at is None:
            if block is None:
                return rows + (Row(nonce, FOREIGN, UNCLEAR, (), None),) if final else None
            wish = block.what
            same = [r for r in rows if r.wish == wish]
            if wish >= 0 and same and same[-1].state == FINAL:
                wish = UNREAD
            elif wish >= 0 and same and same[-1].state not in FAILED + (UNCLEAR,):
                if self.b.has("adopt-when-row-is-settled"):
                    return None
                wish = UNREAD
            rows += (Row(nonce, wish, SIGNED, (Attempt(block.what, block.fee, False),), None),)
            return self.found(rows, len(rows) - 1, block, final)
        r = rows[at]
        if r.state not in (SIGNED, PENDING):
            return rows
        if block is None:
            return put(rows, at, state=UNCLEAR) if final else None
        if not mine_of(r, block):
            dearer = all(block.fee > a.fee for a in exposed(r))
            if not dearer or block.what not in (call(r), EMPTY):
                if not final and self.b.has("adopt-when-final"):
                    return None
                return put(rows, at, state=SUPERSEDED)
            r = r._replace(attempts=tuple(exposed(r)) + (Attempt(block.what, block.fee, False),))
            rows = rows[:at] + (r,) + rows[at + 1 :]
        return self.found(rows, at, block, final)

    def fill(self, w):
        """tx-fill: accepts the chain as it is now, and closes the gap below the first row where nobody else may."""
        if not self.b.has("fill"):
            return
        first, latest = w.rows[0].nonce if w.rows else 0, len(w.chain)
        if latest >= first:
            if w.strange:
                yield ("accept the rewritten chain",), w._replace(strange=False)
            return
        if any(t.shown and t.nonce < first for t in w.net):
            return
        gap = tuple(Row(n, EMPTY, SIGNED, (Attempt(EMPTY, 0, False),), None) for n in range(latest, first))
        yield ("fill from nonce %d to %d", latest, first - 1), w._replace(rows=gap + w.rows, strange=False)
