#!/usr/bin/env bash
# Measures what the documents claim (docs/claims.md) and compares it with the stated targets.
#   ./eng/claims.sh            all claims           ./eng/claims.sh NAME…    some
#   ./eng/claims.sh --quick    the quick ones       ./eng/claims.sh --list   only lists them
# A row says how it is measured: `test:PROJECT` runs the test with [Trait("Claim", NAME)]; `ratio` runs benchmarks/AlphaKit.Benchmarks
# --ratios NAME; anything else in backticks is a command of this folder that prints the line "CLAIM NAME measured=… target=… pass|miss".
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

# Tests: one run per project, all its claims in one filter.
declare -A filter_of
ratios=()
for name in "${chosen[@]}"; do
  case "${how_of[$name]}" in
    test:*) project="${how_of[$name]#test:}"; filter_of[$project]="${filter_of[$project]:+${filter_of[$project]}|}Claim=$name" ;;
    ratio) ratios+=("$name") ;;
    *) bash -c "${how_of[$name]}" >"$AK_CLAIMS/$name.log" 2>&1 || true
       grep -h "^CLAIM $name " "$AK_CLAIMS/$name.log" >"$AK_CLAIMS/$name.txt" || true ;;
  esac
done
for project in "${!filter_of[@]}"; do
  build "tests/$project/$project.csproj"
  dotnet test "tests/$project/$project.csproj" -c Release --no-build --nologo -nodeReuse:false --filter "${filter_of[$project]}" >"$AK_CLAIMS/$project.log" 2>&1 || true
done
if (( ${#ratios[@]} )); then
  build benchmarks/AlphaKit.Benchmarks/AlphaKit.Benchmarks.csproj
  dotnet benchmarks/AlphaKit.Benchmarks/bin/Release/net10.0/AlphaKit.Benchmarks.dll --ratios "${ratios[@]}" >"$AK_CLAIMS/ratios.log" 2>&1 || true
  for name in "${ratios[@]}"; do grep -h "^CLAIM $name " "$AK_CLAIMS/ratios.log" >"$AK_CLAIMS/$name.txt" || true; done
fi

misses=0
printf '%-36s %14s %-14s %s\n' claim measured target verdict
for name in "${chosen[@]}"; do
  line="$(cat "$AK_CLAIMS/$name.txt" 2>/dev/null || true)"
  measured='–' verdict='not measured'
  if [[ "$line" =~ ^CLAIM\ ([^ ]+)\ measured=([^ ]+)\ target=([^ ]+)\ (pass|miss)$ ]]; then
    measured="${BASH_REMATCH[2]}" verdict="${BASH_REMATCH[4]}"
    [[ "${BASH_REMATCH[3]}" == "${target_of[$name]}" ]] || verdict="measured against ${BASH_REMATCH[3]}, docs/claims.md says ${target_of[$name]}"
  fi
  [[ "$verdict" == pass ]] || misses=$(( misses + 1 ))
  printf '%-36s %14s %-14s %s\n' "$name" "$measured" "${target_of[$name]}" "$verdict"
done
if (( misses )); then echo "claims: $misses of ${#chosen[@]} missed; logs in artifacts/claims" >&2; exit 1; fi
echo "claims: all ${#chosen[@]} hold"
