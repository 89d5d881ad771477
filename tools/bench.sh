#!/bin/sh
# Runs the benchmarks that match BENCH and repeats at the end the ratios that they report: the metrics whose
# unit begins with "ratio". The comment of the benchmark says what to.
set -eu
cd "$(dirname "$0")/.."
packages=$(grep -rl --include='*_test.go' '^func Benchmark' internal cmd 2>/dev/null | xargs -n1 dirname | sort -u | sed 's|^|./|')
[ -n "$packages" ] || { echo "there is no benchmark" >&2; exit 1; }
mkdir -p bin
status=0
# One package at a time: two benchmarks side by side measure each other.
# shellcheck disable=SC2086
{ "${GO:-go}" test -run '^$' -bench "${BENCH:-.}" -benchmem -p 1 -timeout 60m $packages || echo "FAILED"; } | tee bin/bench.txt
grep -q '^FAILED$' bin/bench.txt && status=1
echo
echo "Ratios"
awk '/^Benchmark/ { for (i = 3; i < NF; i++) if ($(i + 1) ~ /^ratio/) { printf "  %-50s %8s %s\n", $1, $i, $(i + 1); any = 1 } }
     END { if (!any) print "  none reported" }' bin/bench.txt
exit "$status"
