#!/usr/bin/env bash
# Runs every test of the repository on real PostgreSQL and RabbitMQ. `./kim test` and `.ci/run` call it.
#
#   scripts/test.sh [PROJECT ...] [-- RUNNER OPTIONS]
#   scripts/test.sh                              everything
#   scripts/test.sh Cases Network                the projects whose name contains one of these words
#   scripts/test.sh Cases -- -method '*closing*' with options of xunit's runner
#   scripts/test.sh --faults                     the long form of every test of faults (trait Suite=Faults), and these alone
#
# Servers, first that works: KIM_TEST_POSTGRES and KIM_TEST_RABBITMQ; containers (started by the tests through Testcontainers,
# from the official images, else from images built of Debian packages); native servers, said aloud (KIM_TEST_NATIVE=1 asks for
# them). KIM_TEST_KEEP=1 leaves the containers for the next run.
# The last line is the sum over all projects: "N passed, N failed, N skipped". Exit code 1 when a test failed or did not run.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
. scripts/test-servers.sh
. scripts/dashboard.sh

configuration=${KIM_CONFIGURATION:-Release}
results="$root/artifacts/test-results"
words=(); options=(); faults=""
while [ $# -gt 0 ]; do
    case "$1" in
        --faults) faults=1; shift ;;
        --) shift; options=("$@"); break ;;
        -*) options=("$@"); break ;;
        *) words+=("$1"); shift ;;
    esac
done

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
die() { echo "error: $1" >&2; [ -z "${2:-}" ] || echo "remedy: $2" >&2; exit 1; }
trap 'stop_servers' EXIT
trap 'exit 130' INT TERM

selected() { # PROJECT NAME: whether the words on the command line ask for it
    [ ${#words[@]} -eq 0 ] && return 0
    local word; for word in "${words[@]}"; do [[ "$1" == *"$word"* ]] && return 0; done
    return 1
}

has_faults() { grep -rqs --include='*.cs' 'FaultSuite.Name' "$1"; }

projects=()
for folder in tests/*.Tests; do
    name=${folder#tests/}
    [ -z "$faults" ] || has_faults "$folder" || continue
    [ -f "$folder/$name.csproj" ] && selected "$name" && projects+=("$name")
done
[ ${#projects[@]} -gt 0 ] || die "no test project matches: ${words[*]}" "tests/ holds: $(cd tests && echo ./*.Tests | sed 's|\./||g')"

began=$(date +%s)
install_packages
prepare_servers
# The engine's tests look at the dashboard itself.
for name in "${projects[@]}"; do [ "$name" != Kim.AppHost.Tests ] || install_dashboard "$root/artifacts/dashboard"; done
say "building ($configuration)"
if [ ${#words[@]} -eq 0 ]; then targets=(Kim.sln); else targets=("${projects[@]/#/tests/}"); fi
build_log=$(mktemp)
for target in "${targets[@]}"; do
    dotnet build "$target" -c "$configuration" -v quiet -nologo -tl:off >"$build_log" 2>&1 && continue
    grep -E ': (error|warning) ' "$build_log" | sort -u | head -40 >&2
    die "the build of $target failed" "dotnet build $target -c $configuration"
done
rm -f "$build_log"

if [ -n "$faults" ]; then
    export KIM_FAULTS=1
    results="$root/artifacts/fault-results" # beside those of the run of everything before it
    options=(-trait Suite=Faults "${options[@]}")
fi
rm -rf "$results"; mkdir -p "$results"
run_project() { # NAME: runs the built program; result, output and exit code become files
    local name=$1 started; started=$(date +%s)
    timeout --kill-after=10 2400 dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noColor -noLogo -result-xml "$results/$name.xml" "${options[@]}" >"$results/$name.log" 2>&1
    echo $? > "$results/$name.exit"
    say "$name: $(summary_of "$name") ($(( $(date +%s) - started )) s)"
}

attribute() { grep -o "<assembly [^>]*" "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
summary_of() {
    local xml="$results/$1.xml"
    [ -s "$xml" ] || { echo "DID NOT RUN (exit code $(cat "$results/$1.exit"))"; return; }
    echo "$(attribute "$xml" passed) passed, $(attribute "$xml" failed) failed, $(attribute "$xml" skipped) skipped"
}

# Browser tests measure waiting times and start whole systems: they have the machine for themselves, the others go two by two.
say "running ${#projects[@]} test projects"
alone=()
for name in "${projects[@]}"; do
    # Tests of faults measure recovery times: each project has the machine for itself.
    if [[ "$name" == *EndToEnd* || "$name" == *Faults* || -n "$faults" ]]; then alone+=("$name"); continue; fi
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    run_project "$name" &
done
wait
for name in ${alone[@]+"${alone[@]}"}; do run_project "$name"; done

passed=0; failed=0; skipped=0; broken=()
for name in "${projects[@]}"; do
    xml="$results/$name.xml"
    if [ ! -s "$xml" ]; then broken+=("$name"); continue; fi
    # Without a filter a project that ran no test has lost its tests: that is a failure, not a success.
    [ ${#options[@]} -gt 0 ] || [ "$(attribute "$xml" total)" -gt 0 ] || broken+=("$name")
    passed=$((passed + $(attribute "$xml" passed)))
    failed=$((failed + $(attribute "$xml" failed) + $(attribute "$xml" errors)))
    skipped=$((skipped + $(attribute "$xml" skipped)))
    [ "$(cat "$results/$name.exit")" = 0 ] || [ "$(attribute "$xml" failed)" -gt 0 ] || [ "$(attribute "$xml" errors)" -gt 0 ] || broken+=("$name")
done
for name in "${projects[@]}"; do
    [ "$(cat "$results/$name.exit")" = 0 ] && continue
    echo; echo "== $name"
    # xunit prints each failure as an indented block under its name; the whole output is in the log.
    awk '/\[FAIL\]/ { keep = 25 } keep-- > 0' "$results/$name.log" | cut -c1-600 | head -200
    [ -s "$results/$name.xml" ] || tail -30 "$results/$name.log"
done
[ ${#broken[@]} -eq 0 ] || echo "error: did not run to its end: ${broken[*]} (see $results)" >&2
say "took $(( $(date +%s) - began )) s; results and outputs are in ${results#"$root/"}"
failed=$((failed + ${#broken[@]}))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
