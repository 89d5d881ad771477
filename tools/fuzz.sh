#!/bin/sh
# Runs every fuzz target of the module, one after the other, for FUZZTIME each.
set -eu
cd "$(dirname "$0")/.."
go=${GO:-go}
for dir in $(grep -rl --include='*_test.go' '^func Fuzz' internal cmd contracts/*_test.go 2>/dev/null | xargs -n1 dirname | sort -u); do
  for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$dir"/*_test.go); do
    echo "fuzz $dir $target"
    "$go" test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-30s}" "./$dir"
  done
done
