#!/bin/sh
# Runs every fuzz target of the module, one after the other, for FUZZTIME each, and lists at the end those that failed.
# What go finds it writes to testdata/fuzz beside the test: commit that together with the repair.
set -eu
cd "$(dirname "$0")/.."
go=${GO:-go}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=
for dir in $(grep -rl --include='*_test.go' '^func Fuzz' internal cmd | xargs -n1 dirname | sort -u); do
  for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$dir"/*_test.go); do
    echo "fuzz $dir $target"
    "$go" test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-30s}" "./$dir" >"$log" 2>&1 && continue
    # go test itself sometimes calls it a failure when the time is up in the middle of an input.
    if grep -q 'context deadline exceeded' "$log" && ! grep -q 'Failing input written' "$log"; then continue; fi
    cat "$log"
    failed="$failed
  $dir $target"
  done
done
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
