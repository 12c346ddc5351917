#!/usr/bin/env bash
# Time of the slowest window operator in percent of a peer's on the same shape of data (750 days x 2,000 shares, 20 days, two processors), best of
# several rounds each. Usage: operators_vs_peers.sh pandas|polars
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
peer="$1"
modules="${AK_NODE_MODULES:-$root/node_modules}"
python=""
for candidate in python3 /usr/bin/python3; do "$candidate" -c 'import pandas' 2>/dev/null && { python="$candidate"; break; }; done
case "$peer" in
  pandas) [[ -n "$python" ]] || { skipped operator_percent_of_pandas; exit 0; } ;;
  polars) command -v node >/dev/null && [[ -d "$modules/nodejs-polars" ]] || { skipped operator_percent_of_polars; exit 0; } ;;
  *) echo "pandas or polars?" >&2; exit 2 ;;
esac
build_benchmarks
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
benchmarks --factor-operators > "$work/ours"
if [[ "$peer" == pandas ]]; then "$python" "$root/eng/claims/operators_pandas.py" > "$work/theirs"; else node "$root/eng/claims/operators_polars.mjs" "$modules" > "$work/theirs"; fi
awk -v peer="$peer" 'NR == FNR { ours[$1] = $2; next } $1 in ours { printf "%-12s AlphaKit %.4f s, %s %.4f s: %.0f %%\n", $1, ours[$1], peer, $2, 100 * ours[$1] / $2 }' "$work/ours" "$work/theirs"
worst="$(awk 'NR == FNR { ours[$1] = $2; next } $1 in ours && $1 !~ /^(rank|z_score|delta)$/ { p = 100 * ours[$1] / $2; if (p > w) w = p } END { printf "%.0f", w }' "$work/ours" "$work/theirs")"
if [[ "$peer" == pandas ]]; then at_most operator_percent_of_pandas "$worst" 25; else at_most operator_percent_of_polars "$worst" 60; fi
