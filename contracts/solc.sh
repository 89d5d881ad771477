#!/bin/sh
# Lets forge use the compiler that npm pins (a JavaScript build of solc) as if
# it were a native one: `--version` prints solc's version lines, anything else
# compiles the standard JSON input on stdin. So no compiler is downloaded.
exec node "$(dirname "$0")/solc.cjs" "$@"
