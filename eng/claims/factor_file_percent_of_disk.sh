#!/usr/bin/env bash
# 4,371 days of 2,914 shares: bars from Parquet, 158 features, 8.1 GB of Parquet, in percent of the time in which the disk takes as many bytes in the same
# process. Needs 20 GB of disk under TMPDIR for a few minutes.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
project="$root/benchmarks/AlphaKit.Benchmarks"
build "$project/AlphaKit.Benchmarks.csproj"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
line="$(dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Benchmarks.dll)" --factor-file 4371 2914 "$work")"
echo "$line"
at_most factor_file_percent_of_disk "$(sed -nE 's/.*read ([0-9.]+) s, compute and write ([0-9.]+) s.*disk alone takes ([0-9.]+) s.*/\1 \2 \3/p' <<<"$line" | awk '{ printf "%.0f", 100 * ($1 + $2) / $3 }')" 200
