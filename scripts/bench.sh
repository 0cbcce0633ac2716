#!/usr/bin/env bash
# Measures Kim against baselines that do the same work without guards: `./kim bench` calls it. How to read it: docs/benchmarks.md.
#
#   scripts/bench.sh [ROW ...] [--rounds N] [--seconds N] [--strict] [--cases N] [--csv-rows N] [--idle N]
#
# Rows: read list create gateway events latency portal csv (tests/Kim.Benchmarks), start memory (here, in a copy of the working tree with
# a .kim of its own: a running Kim is not touched), and by name alone, because they take long: build test.
# --rounds: rounds of each row (5). --seconds: length of a round (10). --cases: cases in the database (100000). --csv-rows (1000000).
# --idle: seconds before memory is looked at (300). --strict: not on a busy machine, and exit code 1 when a figure is missed.
# The table stays in artifacts/bench.tsv.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
results="$root/artifacts/bench.tsv"
program=(dotnet "tests/Kim.Benchmarks/bin/Release/net10.0/Kim.Benchmarks.dll")
copy=""; idle=300; rounds=5; strict=""; failed=0
rows=(); options=()

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
die() { echo "error: $1" >&2; [ -z "${2:-}" ] || echo "remedy: $2" >&2; exit "${3:-1}"; }
trap 'remove_copy' EXIT
trap 'exit 130' INT TERM

while [ $# -gt 0 ]; do
    case "$1" in
        --rounds|--seconds|--cases|--csv-rows|--idle)
            [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || die "$1 needs a number above 0" "" 2
            case "$1" in --idle) idle=$2 ;; *) options+=("$1" "$2") ;; esac
            [ "$1" != --rounds ] || rounds=$2
            shift 2 ;;
        --strict) strict=1; options+=(--strict); shift ;;
        read|list|create|gateway|events|latency|portal|csv|start|memory|build|test) rows+=("$1"); shift ;;
        *) die "bench does not know '$1'" "./kim help" 2 ;;
    esac
done
[ ${#rows[@]} -gt 0 ] || rows=(read list create gateway events latency portal csv start memory)

asked() { local row; for row in "${rows[@]}"; do [ "$row" = "$1" ] && return 0; done; return 1; }
load() { cut -d' ' -f1 /proc/loadavg; }

add_line() { # ROW WORK KIM WANTED MET LOAD REMARKS: in the columns that tests/Kim.Benchmarks writes (Telling/ResultFile.cs)
    mkdir -p "$root/artifacts"
    [ -f "$results" ] || printf 'row\twork\tkim\tbaseline\tratio\tmin\tmax\twanted\tmet\tload\tmeasured_at\tremarks\n' > "$results"
    printf '%s\t%s\t%s\t\t\t\t\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "$6" "$(date -u +%FT%TZ)" "$7" >> "$results"
    [ "$5" = met ] || [ -z "$strict" ] || failed=1
}
verdict() { awk -v figure="$1" -v limit="$2" 'BEGIN { print figure <= limit ? "met" : "MISSED" }'; }
seconds_since() { awk -v begun="$1" -v now="$(date +%s.%N)" 'BEGIN { printf "%.1f", now - begun }'; }

# --- a copy of the working tree, with data, secrets and ports of its own ---------------------------------------------------

free_port() { local port; while :; do port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }; done; }

make_copy() {
    [ -z "$copy" ] || return 0
    copy=$(mktemp -d /tmp/kim-bench-copy.XXXXXX); chmod 755 "$copy"
    tar -c --exclude=./.git --exclude=./.kim --exclude=./artifacts --exclude=bin --exclude=obj . | tar -x -C "$copy"
    export Kim__Port Kim__DashboardPort
    Kim__Port=$(free_port); Kim__DashboardPort=$(free_port)
    # Servers of its own, whatever this shell names.
    unset ConnectionStrings__postgres ConnectionStrings__broker
}

remove_copy() {
    trap - INT TERM
    [ -n "$copy" ] || return 0
    [ ! -d "$copy/.kim" ] || "$copy/kim" reset --yes >/dev/null 2>&1
    rm -rf "$copy"
}

first_start() { # builds, makes the data and stops again
    [ ! -f "$copy/.kim/built" ] || return 0
    say "building and starting a copy once, so that the next start is a warm one"
    "$copy/kim" up --detach --engine local > "$copy.log" 2>&1 && "$copy/kim" down >> "$copy.log" 2>&1 && rm -f "$copy.log" && return 0
    tail -20 "$copy.log" >&2
    return 1
}

# --- rows ----------------------------------------------------------------------------------------------------------------------

measure_start() {
    local before begun times=() round; before=$(load)
    make_copy; first_start || return 1
    for round in $(seq "$rounds"); do
        begun=$(date +%s.%N)
        "$copy/kim" up --detach --no-build >/dev/null || return 1
        "$copy/kim" status >/dev/null || return 1
        times+=("$(seconds_since "$begun")")
        say "  start $round: ${times[-1]} s"
        [ "$round" = "$rounds" ] && asked memory || "$copy/kim" down >/dev/null
    done
    local sorted median; sorted=$(printf '%s\n' "${times[@]}" | sort -n); median=$(sed -n "$(( (rounds + 1) / 2 ))p" <<< "$sorted")
    add_line start "warm start to all healthy" "$median s" "at most 15 s" "$(verdict "$median" 15)" "$before" \
        "$rounds starts: $(head -1 <<< "$sorted") to $(tail -1 <<< "$sorted") s | built, data there, servers stopped, page cache warm; dashboard as ./kim up finds it"
}

measure_memory() {
    local before file name pid pss total=0 parts=""; before=$(load)
    make_copy; first_start || return 1
    "$copy/kim" status >/dev/null || "$copy/kim" up --detach --no-build >/dev/null || return 1
    say "  waiting $idle s"
    sleep "$idle"
    for file in "$copy"/.kim/pids/*; do
        name=${file##*/}; read -r pid _ < "$file"
        # PostgreSQL, RabbitMQ and the dashboard are no processes of Kim.
        [ "$(basename "$(readlink "/proc/$pid/exe")")" = dotnet ] && [ "$name" != dashboard ] || continue
        pss=$(awk '/^Pss:/ { print int($2 / 1024) }' "/proc/$pid/smaps_rollup") || return 1
        total=$((total + pss)); parts="$parts$name $pss MB, "
    done
    "$copy/kim" down >/dev/null
    [ "$total" -gt 0 ] || return 1
    add_line memory "memory of all idle .NET processes of Kim" "$total MB" "at most 1024 MB" "$(verdict "$total" 1024)" "$before" "PSS after $idle s | ${parts%, }"
}

measure_build() {
    local before begun took; before=$(load)
    # A tree that was never built, and no compiler left running by an earlier build.
    local tree; tree=$(mktemp -d /tmp/kim-bench-build.XXXXXX)
    tar -c --exclude=./.git --exclude=./.kim --exclude=./artifacts --exclude=bin --exclude=obj . | tar -x -C "$tree"
    dotnet build-server shutdown >/dev/null 2>&1
    begun=$(date +%s.%N)
    if ! dotnet build "$tree/Kim.sln" -c Release -v quiet -nologo > "$tree.log" 2>&1; then tail -20 "$tree.log" >&2; rm -rf "$tree" "$tree.log"; return 1; fi
    took=$(seconds_since "$begun")
    rm -rf "$tree" "$tree.log"
    add_line build "cold build" "$took s" "at most 90 s" "$(verdict "$took" 90)" "$before" "restore and Release build of the solution; packages were downloaded before"
}

measure_test() {
    local before begun took sum; before=$(load)
    begun=$(date +%s.%N)
    sum=$("$root/scripts/test.sh" | tee /dev/stderr | tail -1) || { echo "error: the tests failed: $sum" >&2; return 1; }
    took=$(seconds_since "$begun")
    add_line test "./kim test" "$took s" "at most 600 s" "$(verdict "$took" 600)" "$before" "$sum"
}

# --- all of them -------------------------------------------------------------------------------------------------------------------

mine=(); for row in "${rows[@]}"; do case "$row" in start|memory|build|test) ;; *) mine+=("$row") ;; esac; done
rm -f "$results"
say "building (Release)"
before_build=$(load)
dotnet build Kim.sln -c Release -v quiet -nologo -clp:NoSummary || die "the build failed" "see the messages above"
# Programs are measured as ./kim up starts them.
mkdir -p .kim && chmod 711 .kim
scripts/precompile.sh "$root/.kim/precompiled" Release || say "precompiling failed: programs start more slowly"
if awk -v load="$before_build" -v cores="$(nproc)" 'BEGIN { exit !(load > 0.5 * cores) }'; then
    say "WARNING: the machine was busy before (load $before_build): these figures are worth nothing"
    [ -z "$strict" ] || die "--strict measures on a quiet machine alone" "wait until nothing else runs" 3
elif [ ${#mine[@]} -gt 0 ]; then
    # The build itself is load: its minute must pass.
    say "waiting for the build's load to pass"
    for _ in $(seq 36); do awk -v load="$(load)" -v cores="$(nproc)" 'BEGIN { exit load > 0.5 * cores }' && break; sleep 5; done
fi

[ ${#mine[@]} -eq 0 ] || "${program[@]}" "${mine[@]}" ${options[@]+"${options[@]}"} || failed=$?
for row in start memory build test; do
    asked "$row" || continue
    say "$row:"
    "measure_$row" || { echo "error: $row could not be measured" >&2; failed=1; }
done
if [ ${#mine[@]} -lt ${#rows[@]} ]; then echo; "${program[@]}" --table; fi
exit "$failed"
