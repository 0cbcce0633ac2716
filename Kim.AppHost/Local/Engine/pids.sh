#!/bin/bash
# Which processes of an installation run: a file per process with pid and start time, which no other process with its number has.
# Sourced by ./kim and child.sh; the engine runs `pids.sh FOLDER PID` to take its place: one engine per folder, and what a killed
# one left is ended before anything starts on its data.

started_at() { # PID -> start time in clock ticks; nothing when it is gone (a zombie is)
    local stat
    { read -r stat < "/proc/$1/stat"; } 2>/dev/null || return 0
    # The command may hold spaces and brackets; the fields after its last bracket do not.
    stat=${stat##*) }
    # shellcheck disable=SC2086
    set -- $stat
    case "$1" in Z|X) ;; *) printf '%s' "${20}" ;; esac
}

record() { printf '%s %s\n' "$3" "$(started_at "$3")" > "$1/pids/$2"; } # FOLDER NAME PID

recorded() { # FOLDER NAME -> pid, if that very process still runs
    local pid start
    [ -f "$1/pids/$2" ] || return 0
    read -r pid start < "$1/pids/$2" || true
    if [ -n "${start:-}" ] && [ "$(started_at "$pid")" = "$start" ]; then printf '%s' "$pid"; fi
}

end_leftovers() { # FOLDER -> the names of those that had to be ended; each child leads its own process group
    local file pid signal until any left=
    for signal in TERM KILL; do
        for file in "$1"/pids/*; do
            pid=$(recorded "$1" "${file##*/}")
            if [ -n "$pid" ]; then kill "-$signal" -- "-$pid" 2>/dev/null && [ $signal = TERM ] && left+=" ${file##*/}"; else rm -f "$file"; fi
        done
        any=1 until=$((SECONDS + 8))
        while [ -n "$any" ] && [ $SECONDS -lt $until ]; do
            any=
            for file in "$1"/pids/*; do [ -z "$(recorded "$1" "${file##*/}")" ] || any=1; done
            [ -z "$any" ] || sleep 0.1
        done
    done
    rm -f "$1"/pids/*
    printf '%s' "$left"
}

[ "${BASH_SOURCE[0]}" = "$0" ] || return 0
other=$(recorded "$1" apphost)
if [ -n "$other" ]; then
    echo "Kim already runs here (pid $other). Remedy: see ./kim status, or stop it with ./kim down." >&2
    exit 1
fi
left=$(end_leftovers "$1")
[ -z "$left" ] || echo "Ended what an earlier run had left:$left"
record "$1" apphost "$2"
