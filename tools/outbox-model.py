#!/usr/bin/env python3
"""Checks the rules of the outbox in every order of events, within bounds: docs/outbox.md, "The model check".

  tools/outbox-model.py               all settings, under three minutes
  tools/outbox-model.py --quick       small bounds, some seconds
  tools/outbox-model.py --deep        greater bounds too, some minutes more
  tools/outbox-model.py --self-test   each rule switched off must give a counter-example
  tools/outbox-model.py --mutate store-first
  tools/outbox-model.py --list        the settings, rules, assumptions and invariants

Python 3.8 or newer, and nothing besides. The exit status is 0 when all holds, 1 when something does not, 2 for a wrong
command line; with --mutate 1 is what is to be expected.
"""

import argparse
import os
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from outboxmodel.invariants import INVARIANTS  # noqa: E402
from outboxmodel.rules import ASSUMPTIONS, RULES, SETTINGS, Bounds  # noqa: E402
from outboxmodel.search import Found, Search  # noqa: E402
from outboxmodel.world import show  # noqa: E402


def in_words(counts):
    return " ".join("%s=%d" % (k, v) for k, v in counts.items())


def print_trace(found):
    print("\n%s: %s\n" % (found.invariant, found.wrong))
    for n, (label, world) in enumerate(found.trace):
        print("%3d  %s\n       %s" % (n + 1, label[0] % label[1:], show(world)))


def check(names, size, off=None):
    """Searches settings. Returns whether all holds."""
    total, begin = 0, time.time()
    for setting in names:
        if size in SETTINGS[setting]:
            print("%s: %s" % (setting, SETTINGS[setting]["about"]))
        for counts in SETTINGS[setting].get(size, []):
            search = Search(Bounds(counts, off))
            try:
                search.run()
            except Found as found:
                print_trace(found)
                print("\n%d worlds in %.1f s" % (len(search.keys), search.time))
                return False
            total += len(search.keys)
            print("  %9s worlds %6.1f s   %s" % (format(len(search.keys), ","), search.time, in_words(counts)), flush=True)
    print("\nheld in all %s worlds, in %.0f s:" % (format(total, ","), time.time() - begin))
    for name, words in INVARIANTS.items():
        print("  %-22s %s" % (name, words))
    return True


def self_test():
    """Switches off each rule and each assumption in turn. Returns whether every one gave a counter-example."""
    missed = []
    for name, (setting, words) in {**RULES, **ASSUMPTIONS}.items():
        found = None
        for counts in SETTINGS[setting]["quick"]:
            search = Search(Bounds(counts, name))
            try:
                search.run()
            except Found as f:
                found = f
                break
        if found is None:
            missed.append(name)
            print("%-26s nothing is wrong without it: %s" % (name, words))
        else:
            print("%-26s %s: %s (%d steps, %.1f s)" % (name, found.invariant, found.wrong, len(found.trace), search.time), flush=True)
    if missed:
        print("\nno counter-example without: %s" % ", ".join(missed))
    else:
        print("\nwithout any one of %d rules and %d assumptions there is a counter-example" % (len(RULES), len(ASSUMPTIONS)))
    return not missed


def list_all():
    for title, rows in (
        ("settings", {n: s["about"] for n, s in SETTINGS.items()}),
        ("rules", {n: words for n, (_, words) in RULES.items()}),
        ("assumptions", {n: words for n, (_, words) in ASSUMPTIONS.items()}),
        ("invariants", INVARIANTS),
    ):
        print(title)
        for name, words in rows.items():
            print("  %-26s %s" % (name, words))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--quick", action="store_true", help="small bounds")
    p.add_argument("--deep", action="store_true", help="greater bounds too, some minutes more")
    p.add_argument("--self-test", action="store_true", help="whether the check can fail, rule by rule")
    p.add_argument("--mutate", metavar="NAME", choices=sorted({**RULES, **ASSUMPTIONS}), help="switches off one rule or assumption")
    p.add_argument("--setting", metavar="NAME", choices=sorted(SETTINGS), help="one setting alone")
    p.add_argument("--list", action="store_true", help="what there is")
    args = p.parse_args()
    if args.list:
        list_all()
        return 0
    if args.self_test:
        return 0 if self_test() else 1
    names = [args.setting] if args.setting else list(SETTINGS)
    if args.mutate and not args.setting:
        names = [{**RULES, **ASSUMPTIONS}[args.mutate][0]]
    size = "quick" if args.quick or args.mutate else "whole"
    ok = check(names, size, args.mutate)
    if ok and args.deep:
        ok = check(names, "deep", args.mutate)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
