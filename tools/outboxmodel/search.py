"""The search: every world that can be reached, each looked at once, breadth first, so that a counter-example is a shortest."""

import gc
import time
from array import array

from . import invariants
from .network import Network
from .program import Program
from .world import *


class Found(Exception):
    """A broken invariant: its name, what is wrong, the trace to it as (label, world)."""

    def __init__(self, invariant, wrong, trace):
        super().__init__(wrong)
        self.invariant, self.wrong, self.trace = invariant, wrong, trace


class Search:
    def __init__(self, bounds, most=0):
        self.b, self.most = bounds, most
        self.program, self.network = Program(bounds), Network(bounds)
        self.parts = [{} for _ in World._fields]  # of each field of a world, the number of each value
        self.values = [[] for _ in World._fields]
        self.seen = {}  # key of a world: its number
        self.keys = []
        self.parent = array("I")
        self.helped = (array("I"), array("I"))  # steps that help: from, to
        self.time = 0.0

    def first(self):
        left = tuple(self.b.budgets.get(n, 0) for n in BUDGETS)
        chain = tuple(Block(0, FOREIGN, 0, True) for _ in range(self.b.start))
        return World((), frozenset(), chain, len(chain), None, None, left, False)

    # A world is kept as the numbers of its parts in one integer, which takes little memory.

    def key(self, w, like=None, like_key=0):
        key = 0
        for n, part in enumerate(w):
            shift = 24 * n
            if like is not None and part is like[n]:
                key |= like_key & (0xFFFFFF << shift)
                continue
            numbers = self.parts[n]
            number = numbers.get(part)
            if number is None:
                number = numbers[part] = len(numbers)
                self.values[n].append(part)
            key |= number << shift
        return key

    def world(self, key):
        return World(*(self.values[n][key >> 24 * n & 0xFFFFFF] for n in range(len(World._fields))))

    def steps(self, w):
        """(label, helps, world, is the program's) of all that may happen next."""
        for label, after in self.program.steps(w):
            if after is not None:
                yield label, True, after, True
        for label, helps, after in self.network.steps(w):
            yield label, helps, after, False

    def add(self, w, parent, like=None, like_key=0):
        key = self.key(w, like, like_key)
        number = self.seen.get(key)
        if number is not None:
            return number, False
        number = self.seen[key] = len(self.keys)
        self.keys.append(key)
        self.parent.append(parent)
        return number, True

    def run(self):
        """Looks at all worlds. Raises Found."""
        begin = time.time()
        gc.disable()  # nothing here refers to itself, and the collector would look at all of it again and again
        try:
            self.add(self.first(), 0)
            number = 0
            while number < len(self.keys):
                self.expand(number)
                number += 1
                if self.most and len(self.keys) > self.most:
                    raise MemoryError("more than %d worlds" % self.most)
            self.way_out()
        finally:
            gc.enable()
            self.time = time.time() - begin

    def expand(self, number):
        key = self.keys[number]
        w = self.world(key)
        sources, targets = self.helped
        for label, helps, after, ours in self.steps(w):
            after = forget(after)
            wrong = ours and invariants.of_step(self.b, w, after)
            target, new = self.add(after, number, w, key)
            if new and not wrong:
                wrong = invariants.of_world(self.b, after)
            if wrong:
                raise Found(*wrong, self.trace(number) + [(label, after)])
            if helps and target != number:
                sources.append(number)
                targets.append(target)

    def way_out(self):
        """From every world there is a way to one in which all is done, without luck and without outside help."""
        sources, targets = self.helped
        count = len(self.keys)
        start = array("I", bytes(4 * (count + 2)))
        for t in targets:
            start[t + 2] += 1
        for n in range(2, count + 2):
            start[n] += start[n - 1]
        into = array("I", bytes(4 * len(targets)))
        for s, t in zip(sources, targets):
            into[start[t + 1]] = s
            start[t + 1] += 1
        good = [n for n in range(count) if invariants.all_done(self.b, self.world(self.keys[n]))]
        self.done = len(good)
        reached = bytearray(count)
        for n in good:
            reached[n] = 1
        while good:
            n = good.pop()
            for s in into[start[n] : start[n + 1]]:
                if not reached[s]:
                    reached[s] = 1
                    good.append(s)
        stuck = reached.find(0)
        if stuck >= 0:
            raise Found("a way out", "no step leads on to where all is settled (so in %d worlds)" % reached.count(0), self.trace(stuck))

    def trace(self, number):
        """The steps from the beginning to a world."""
        path = [number]
        while path[-1]:
            path.append(self.parent[path[-1]])
        path.reverse()
        out = []
        for before, after in zip(path, path[1:]):
            w, wanted = self.world(self.keys[before]), self.keys[after]
            label = next(l for l, _, a, _ in self.steps(w) if self.key(forget(a)) == wanted)
            out.append((label, self.world(wanted)))
        return out
