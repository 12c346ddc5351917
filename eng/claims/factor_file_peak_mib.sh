#!/usr/bin/env bash
# Ten years of 5,500 shares: bars from Parquet, 158 features, 8.7 GB of Parquet. What is measured is the peak of the process's memory. Needs 20 GB
# of disk under TMPDIR for a few minutes.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
project="$root/benchmarks/AlphaKit.Benchmarks"
build "$project/AlphaKit.Benchmarks.csproj"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
line="$(dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Benchmarks.dll)" --factor-file 2430 5500 "$work")"
echo "$line"
at_most factor_file_peak_mib "$(sed -nE 's/.*peak ([0-9]+) MiB.*/\1/p' <<<"$line")" 2048
