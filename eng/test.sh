#!/usr/bin/env bash
# Builds everything in Release without a warning and runs every test. Arguments go to `dotnet test`, for example:
#   ./eng/test.sh --filter 'Speed!=Slow'
# The last line is "N passed, N failed, N skipped".
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
"$root/eng/setup.sh"
cd -- "$root"
build AlphaKit.sln

results="$root/artifacts/test-results"
rm -rf -- "$results"
mkdir -p -- "$results"
passed=0 failed=0 skipped=0 broken=()
number() { sed -nE "s/.*<Counters[^>]* $2=\"([0-9]+)\".*/\1/p" "$1" | head -1; }

for project in tests/*/*.csproj; do
  name="$(basename -- "$project" .csproj)"
  code=0
  dotnet test "$project" -c Release --no-build --nologo -nodeReuse:false --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=quiet" --results-directory "$results" "$@" \
    > "$results/$name.log" 2>&1 || code=$?
  if [[ ! -f "$results/$name.trx" ]]; then
    # A filter may leave a project without tests; anything else without results is a crash.
    if (( code == 0 && $# > 0 )); then continue; fi
    cat "$results/$name.log"
    broken+=("$name")
    continue
  fi
  total="$(number "$results/$name.trx" total)" executed="$(number "$results/$name.trx" executed)"
  good="$(number "$results/$name.trx" passed)"
  bad=$(( executed - good ))
  passed=$(( passed + good )) failed=$(( failed + bad )) skipped=$(( skipped + total - executed ))
  printf 'test: %-34s %5d passed %4d failed %4d skipped\n' "$name" "$good" "$bad" "$(( total - executed ))"
  if (( code != 0 || bad != 0 )); then cat "$results/$name.log"; fi
  if (( code != 0 && bad == 0 )) || (( total == 0 && $# == 0 )); then broken+=("$name"); fi
done

# Skipped tests say why.
grep -hoE '<Message>[^<]*</Message>' "$results"/*.trx 2>/dev/null | sed -E 's#</?Message>##g' | grep -E 'is not here' | sort | uniq -c | sed 's/^/test: skipped/' || true
verdict=0
if (( ${#broken[@]} )); then echo "test: no usable result from ${broken[*]}" >&2; verdict=1; fi
if (( passed + failed == 0 )); then echo "test: no test was executed" >&2; verdict=1; fi
if (( failed > 0 )); then verdict=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$verdict"
