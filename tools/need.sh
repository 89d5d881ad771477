#!/bin/sh
# Says what a machine lacks before anything is built: need.sh go cc node python
# Each argument names one thing to look for. All that is missing is listed
# at once, with where to get it; the exit status is then 1.
set -u
cd "$(dirname "$0")/.." || exit 1

missing=0
miss() {
  [ "$missing" -eq 0 ] && echo "sto can't be built or tested on this machine yet:" >&2
  missing=1
  echo "  - $*" >&2
}

# at_least HAVE WANT: compares two dotted versions by their first two numbers.
at_least() {
  have_major=${1%%.*} have_rest=${1#*.} want_major=${2%%.*} want_rest=${2#*.}
  have_minor=${have_rest%%[!0-9]*} want_minor=${want_rest%%[!0-9]*}
  [ "$have_major" -gt "$want_major" ] ||
    { [ "$have_major" -eq "$want_major" ] && [ "${have_minor:-0}" -ge "${want_minor:-0}" ]; }
}

need_go() {
  want=$(sed -n 's/^go \([0-9.]*\)$/\1/p' go.mod)
  if ! command -v go >/dev/null 2>&1; then
    miss "Go is missing: install Go $want or newer, https://go.dev/dl/"
    return
  fi
  # Inside the checkout go answers with the toolchain that it would use here, after fetching it where it may.
  if ! have=$(go env GOVERSION 2>&1); then
    miss "Go is older than $want and could not fetch a newer toolchain ($have): install Go $want or newer, https://go.dev/dl/"
    return
  fi
  have=${have#go}
  at_least "$have" "$want" || miss "Go $have is too old: install Go $want or newer, https://go.dev/dl/"
}

need_cc() {
  cc=$(go env CC 2>/dev/null)
  cc=${cc:-${CC:-gcc}}
  if ! command -v "${cc%% *}" >/dev/null 2>&1; then
    miss "a C compiler is missing ($cc; SQLite and secp256k1 are C code): on Debian and Ubuntu apt install gcc libc6-dev, on macOS xcode-select --install"
    return
  fi
  dir=$(mktemp -d) || exit 1
  # $cc may hold flags as well as a name.
  # shellcheck disable=SC2086
  if ! printf '#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n' | $cc -x c -o "$dir/probe" - >/dev/null 2>&1; then
    miss "the C compiler ($cc) can't build a program; its C library headers may be missing: on Debian and Ubuntu apt install libc6-dev"
  fi
  rm -rf "$dir"
  [ "$(go env CGO_ENABLED 2>/dev/null)" != 0 ] || miss "cgo is switched off (CGO_ENABLED=0 in the environment or in go env): unset it"
}

need_node() {
  want=20.0
  if ! command -v node >/dev/null 2>&1; then
    miss "Node.js is missing (it runs the Solidity compiler and carries forge and anvil): install Node.js 20 or newer with npm, https://nodejs.org/"
  else
    have=$(node --version 2>/dev/null) && have=${have#v}
    at_least "${have:-0.0}" "$want" || miss "Node.js ${have:-of an unknown version} is too old: install Node.js 20 or newer, https://nodejs.org/"
  fi
  command -v npm >/dev/null 2>&1 || miss "npm is missing: it comes with Node.js, https://nodejs.org/; on Debian and Ubuntu apt install npm"
}

need_python() {
  if ! command -v python3 >/dev/null 2>&1; then
    miss "Python 3 is missing (it runs the model check of the outbox, and nothing else): install Python 3.8 or newer, https://www.python.org/; on Debian and Ubuntu apt install python3"
  elif ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1; then
    miss "Python 3 is too old: install Python 3.8 or newer, https://www.python.org/"
  fi
}

for what in "$@"; do
  case $what in
    go) need_go ;;
    cc) need_cc ;;
    node) need_node ;;
    python) need_python ;;
    *) echo "need.sh: unknown thing $what: choose from go, cc, node, python" >&2; exit 2 ;;
  esac
done
exit "$missing"
