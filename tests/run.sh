#!/usr/bin/env bash
# Runs every test: bash tests/run.sh [--long]
# The last line of the output says how many passed and how many failed; the exit status is 0 only when all is well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

minutes=20
case "${1-}" in
  '') ;;
  --long) export STUDYGROUP_LONG=1; minutes=240 ;;
  *) echo 'usage: bash tests/run.sh [--long]' >&2; exit 2 ;;
esac

missing=()
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' || missing+=(libsqlite3-0)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
if ((${#missing[@]})); then
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "The tests need what is not here: ${missing[*]}. Install it, or run this as root on Debian." >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

export STUDYGROUP_SAMPLES=${STUDYGROUP_SAMPLES:-$PWD/../shared}
# No build process outlives the run. Programs this short-lived pay more for being profiled by their own compiler than they gain.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_TieredPGO=0
deadline=$((SECONDS + minutes * 60 - 15))
results=$(mktemp -d)
cluster=''
finish() {
  local running
  # "timeout" leads a group of its own: with it go the tests and all they started.
  for running in "$results"/*.running; do
    [[ -e ${running%.running}.status || ! -e $running ]] || kill -- "-$(<"$running")" 2>/dev/null || true
  done
  rm -rf "$results"
  if [[ $cluster ]]; then
    kill "$cluster" 2>/dev/null || true
    wait "$cluster" 2>/dev/null || true
  fi
}
trap finish EXIT
trap 'exit 130' INT TERM

dotnet restore StudyGroup.sln --verbosity quiet
well=1
# The other parts of "dotnet format", style and analyzers, are asked by the build, whose warnings are errors.
dotnet format whitespace StudyGroup.sln --no-restore --verify-no-changes || well=0
dotnet build StudyGroup.sln --no-restore --verbosity quiet -maxCpuCount:2 -p:UseSharedCompilation=false

if [[ -z ${STUDYGROUP_POSTGRES-} ]]; then
  coproc CLUSTER { exec bash tests/postgres.sh; }
  cluster=$CLUSTER_PID
  read -r STUDYGROUP_POSTGRES <&"${CLUSTER[0]}" || { echo 'PostgreSQL did not start.' >&2; exit 1; }
  export STUDYGROUP_POSTGRES
fi

# What a project's tests did is written to its own files: NAME.trx, NAME.running (its process), NAME.status.
run_tests() {
  local status=0
  timeout --kill-after=10 $((deadline > SECONDS ? deadline - SECONDS : 1)) \
    dotnet test "tests/$1" --no-build --results-directory "$results" --logger "trx;LogFileName=$1.trx" \
    --blame-hang-timeout 4m --blame-hang-dump-type none &
  echo $! >"$results/$1.running"
  wait $! || status=$?
  echo "$status" >"$results/$1.status"
}

# The tests in the browser wait for half of their time. Those of the core take what they leave, and give way to them.
(renice -n 19 "$BASHPID" >/dev/null; run_tests StudyGroup.Tests) >"$results/core.log" 2>&1 &
core=$!
run_tests StudyGroup.Browser.Tests
wait "$core"
cat "$results/core.log"
run_tests StudyGroup.Web.Tests

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  status=$(cat "$results/$name.status" 2>/dev/null || echo 'missing')
  read -r total executed good < <(
    sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)".*/\1 \2 \3/p' "$results/$name.trx" 2>/dev/null || true; echo 0 0 0)
  bad=$((executed - good))
  # A run that broke off has no failed test to show for it.
  if [[ $status != 0 ]] && ((bad == 0)); then
    echo "$name broke off (status $status)." >&2
    bad=1
  fi
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
done

((well)) || echo 'The code is not formatted: run "dotnet format StudyGroup.sln".' >&2
summary="$passed passed, $failed failed"
((skipped == 0)) || summary+=", $skipped skipped"
((passed + failed > 0 && failed == 0 && well)) || { echo "$summary"; exit 1; }
echo "$summary"
