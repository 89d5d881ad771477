#!/bin/sh
# Writes, or checks, the pages of docs/ that come from the program itself and its sources:
#   docs.sh write bin/sto
#   docs.sh check bin/sto    fails and shows the difference when a page is stale
set -eu
mode=$1
sto=$2
cd "$(dirname "$0")/.."

# The program must not see the options of whoever runs this.
page() {
  env -i PATH="$PATH" HOME="${HOME:-/}" "$sto" reference "$@"
}

new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
page >"$new/commands.md"
page --topic exit-codes >"$new/exit-codes.md"
page --topic configuration >"$new/configuration.md"
tools/licences.sh >"$new/licences.md"
"${GO:-go}" run ./tools/jsondoc >"$new/json.md"

stale=0
for file in commands.md exit-codes.md configuration.md json.md licences.md; do
  [ -s "$new/$file" ] || { echo "docs/$file would be empty" >&2; exit 1; }
  case $mode in
    write) cp "$new/$file" "docs/$file" ;;
    check)
      [ -f "docs/$file" ] || { echo "docs/$file is missing: run make docs" >&2; stale=1; continue; }
      diff -u "docs/$file" "$new/$file" >&2 || stale=1
      ;;
    *) echo "docs.sh: $mode is neither write nor check" >&2; exit 2 ;;
  esac
done
[ "$stale" -eq 0 ] || { echo "generated pages of docs/ are stale: run make docs" >&2; exit 1; }
