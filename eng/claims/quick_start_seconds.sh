#!/usr/bin/env bash
# How long ./eng/run.sh takes on the simulated market, once everything is built.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
out="$(mktemp -d)"
trap 'rm -rf -- "$out"' EXIT
build "$root/samples/QuickStart/QuickStart.csproj"

started=$(date +%s%N)
"$root/eng/run.sh" --out "$out"
seconds=$(( ($(date +%s%N) - started) / 1000000000 ))
[[ -s "$out/report.html" && -s "$out/tables/metrics.csv" ]] || { echo "the quick start left no report or no result table" >&2; exit 1; }
at_most quick_start_seconds "$seconds" 180
