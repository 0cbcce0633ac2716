#!/bin/bash
# Becomes a child of the engine: on record, with a log, and ended by the kernel when the engine is.  child.sh FOLDER NAME SCRIPT ...
. "${BASH_SOURCE[0]%/*}/pids.sh"
record "$1" "$2" $$
exec >>"$1/logs/$2.log" 2>&1 </dev/null
shift 2
exec setpriv --pdeathsig TERM -- bash "$@"
