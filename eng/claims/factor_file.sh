#!/usr/bin/env bash
# Bars from Parquet through the 158 features into Parquet; needs 20 GB of disk under TMPDIR for a few minutes. Usage: factor_file.sh peak|disk
# peak: ten years of 5,500 shares, 8.7 GB of Parquet: the peak of the process's memory.
# disk: 4,371 days of 2,914 shares, 8.1 GB of Parquet: the time in percent of that in which the disk takes as many bytes in the same process.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
case "${1:-}" in
  peak) size=(2430 5500) ;;
  disk) size=(4371 2914) ;;
  *) echo "Usage: factor_file.sh peak|disk" >&2; exit 2 ;;
esac
build_benchmarks
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
line="$(benchmarks --factor-file "${size[@]}" "$work")"
echo "$line"
case "$1" in
  peak) at_most factor_file_peak_mib "$(sed -nE 's/.*peak ([0-9]+) MiB.*/\1/p' <<<"$line")" 2048 ;;
  disk) at_most factor_file_percent_of_disk "$(sed -nE 's/.*read ([0-9.]+) s, compute and write ([0-9.]+) s.*disk alone takes ([0-9.]+) s.*/\1 \2 \3/p' <<<"$line" | awk '{ printf "%.0f", 100 * ($1 + $2) / $3 }')" 200 ;;
esac
