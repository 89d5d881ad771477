#!/bin/sh
# Compares a scan with one bare eth_getLogs over the same blocks, on a chain that real geth is given for this: TRANSFERS
# events (50,000), one and a hundred in a block, each ROUNDS times in turn (3). Ends with a table of the ratios.
set -eu
cd "$(dirname "$0")/.."
mkdir -p bin
# Not among the packages of contracts/, since nothing else needs it.
command -v cast >/dev/null 2>&1 || npm install --silent --ignore-scripts --no-save --prefix bin/cast @foundry-rs/cast@1.7.1 || true
PATH=$PATH:$PWD/bin/cast/node_modules/.bin
export PATH
status=0
{ "${GO:-go}" test ./internal/scan -run '^$' -bench '^BenchmarkScan$' -benchtime "${ROUNDS:-3}x" -timeout 60m \
  -transfers "${TRANSFERS:-50000}" || echo "FAILED"; } | tee bin/bench-scan.txt
grep -q '^FAILED$' bin/bench-scan.txt && status=1
echo
echo "Ratios of ${TRANSFERS:-50000} transfers (medians of ${ROUNDS:-3} rounds)"
awk '/^BenchmarkScan/ { name = $1; sub(/^BenchmarkScan\//, "", name); sub(/-[0-9]+$/, "", name)
       for (i = 3; i < NF; i++) if ($(i + 1) ~ /^ratio:/) { printf "  %-8s %-20s %8s\n", name, substr($(i + 1), 7), $i; any = 1 } }
     END { if (!any) print "  none reported" }' bin/bench-scan.txt
command -v curl >/dev/null 2>&1 || echo "curl is not installed: the bare request was made by net/http"
command -v cast >/dev/null 2>&1 || echo "cast (Foundry) is not installed: no figure of cast logs"
exit "$status"
