#!/usr/bin/env bash
# Measures what the documents claim (docs/claims.md) and compares it with the stated targets.
#   ./eng/claims.sh            all claims           ./eng/claims.sh NAME…    some
#   ./eng/claims.sh --quick    the quick ones       ./eng/claims.sh --list   only lists them
# A row says how it is measured: `test:PROJECT` runs the test with [Trait("Claim", NAME)]; `ratio` and `measure` run
# benchmarks/AlphaKit.Benchmarks --ratios|--measure NAME; anything else in backticks is a command, seen from the root of the repository, that
# prints the line "CLAIM NAME measured=… target=… pass|miss" or "CLAIM NAME skipped"; a command that several rows name runs once for all of them.
# A claim whose test or command was skipped, because the real data in ../shared are not here, is shown as skipped and fails nothing.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

mode=run kind='' wanted=()
for argument in "$@"; do
  case "$argument" in
    --list) mode=list ;;
    --quick) kind=quick ;;
    -*) echo "claims: unknown option $argument" >&2; exit 2 ;;
    *) wanted+=("$argument") ;;
  esac
done

declare -A kind_of target_of how_of
names=()
while IFS='|' read -r _ name speed target how _; do
  name="$(tr -d ' `' <<<"$name")" speed="$(tr -d ' ' <<<"$speed")"
  target="$(tr -d ' `' <<<"$target")" how="$(sed -E 's/^ *`?//; s/`? *$//' <<<"$how")"
  names+=("$name") kind_of[$name]=$speed target_of[$name]=$target how_of[$name]=$how
done < <(grep -E '^\| `[a-z0-9_]+` \| (quick|slow) \|' docs/claims.md)
(( ${#names[@]} )) || { echo "claims: docs/claims.md holds no claim" >&2; exit 1; }

chosen=()
if (( ${#wanted[@]} )); then
  for name in "${wanted[@]}"; do
    [[ -n "${how_of[$name]:-}" ]] || { echo "claims: '$name' does not stand in docs/claims.md" >&2; exit 2; }
    chosen+=("$name")
  done
else
  for name in "${names[@]}"; do [[ -z "$kind" || "${kind_of[$name]}" == "$kind" ]] && chosen+=("$name"); done
fi

if [[ $mode == list ]]; then
  printf '%-36s %-6s %-14s %s\n' claim kind target how
  for name in "${chosen[@]}"; do printf '%-36s %-6s %-14s %s\n' "$name" "${kind_of[$name]}" "${target_of[$name]}" "${how_of[$name]}"; done
  exit 0
fi

export AK_CLAIMS="$root/artifacts/claims"
rm -rf -- "$AK_CLAIMS"
mkdir -p -- "$AK_CLAIMS"

# One run per command, for all claims that name it; one per test project, all its claims in one filter.
declare -A filter_of log_of
ratios=() measures=()
for name in "${chosen[@]}"; do
  case "${how_of[$name]}" in
    test:*) project="${how_of[$name]#test:}"; filter_of[$project]="${filter_of[$project]:+${filter_of[$project]}|}Claim=$name" ;;
    ratio) ratios+=("$name") ;;
    measure) measures+=("$name") ;;
    *) command="${how_of[$name]}"
       if [[ -z "${log_of[$command]:-}" ]]; then
         log_of[$command]="$AK_CLAIMS/$name.log"
         bash -c "$command" >"${log_of[$command]}" 2>&1 || true
       fi
       grep -h "^CLAIM $name " "${log_of[$command]}" >"$AK_CLAIMS/$name.txt" || true ;;
  esac
done
for project in "${!filter_of[@]}"; do
  build "tests/$project/$project.csproj"
  dotnet test "tests/$project/$project.csproj" -c Release --no-build --nologo -nodeReuse:false --filter "${filter_of[$project]}" >"$AK_CLAIMS/$project.log" 2>&1 || true
done
# What a test left unmeasured was skipped, or failed before it measured: asked one by one.
for name in "${chosen[@]}"; do
  [[ "${how_of[$name]}" == test:* && ! -s "$AK_CLAIMS/$name.txt" ]] || continue
  project="${how_of[$name]#test:}"
  dotnet test "tests/$project/$project.csproj" -c Release --no-build --nologo -nodeReuse:false --filter "Claim=$name" >"$AK_CLAIMS/$name.log" 2>&1 || true
  if grep -qE '^Skipped! +- Failed: +0, Passed: +0, Skipped: +[1-9]' "$AK_CLAIMS/$name.log"; then echo "CLAIM $name skipped" >"$AK_CLAIMS/$name.txt"; fi
done

# Benchmarks: option, then the names.
benchmarks() {
  local option="$1" log="$AK_CLAIMS/${1#--}.log" name
  shift
  build benchmarks/AlphaKit.Benchmarks/AlphaKit.Benchmarks.csproj
  dotnet benchmarks/AlphaKit.Benchmarks/bin/Release/net10.0/AlphaKit.Benchmarks.dll "$option" "$@" >"$log" 2>&1 || true
  for name in "$@"; do grep -h "^CLAIM $name " "$log" >"$AK_CLAIMS/$name.txt" || true; done
}
if (( ${#ratios[@]} )); then benchmarks --ratios "${ratios[@]}"; fi
if (( ${#measures[@]} )); then benchmarks --measure "${measures[@]}"; fi

misses=0 skips=0
printf '%-36s %14s %-14s %s\n' claim measured target verdict
for name in "${chosen[@]}"; do
  line="$(cat "$AK_CLAIMS/$name.txt" 2>/dev/null || true)"
  measured='–' verdict='not measured'
  if [[ "$line" =~ ^CLAIM\ ([^ ]+)\ measured=([^ ]+)\ target=([^ ]+)\ (pass|miss)$ ]]; then
    measured="${BASH_REMATCH[2]}" verdict="${BASH_REMATCH[4]}"
    [[ "${BASH_REMATCH[3]}" == "${target_of[$name]}" ]] || verdict="measured against ${BASH_REMATCH[3]}, docs/claims.md says ${target_of[$name]}"
  fi
  if [[ "$line" == "CLAIM $name skipped" ]]; then
    verdict=skipped skips=$(( skips + 1 ))
  elif [[ "$verdict" != pass ]]; then
    misses=$(( misses + 1 ))
  fi
  printf '%-36s %14s %-14s %s\n' "$name" "$measured" "${target_of[$name]}" "$verdict"
done
if (( misses )); then echo "claims: $misses of ${#chosen[@]} missed; logs in artifacts/claims" >&2; exit 1; fi
if (( skips )); then
  echo "claims: $(( ${#chosen[@]} - skips )) of ${#chosen[@]} hold, $skips skipped: the real data in ../shared/data are not here"
else
  echo "claims: all ${#chosen[@]} hold"
fi
