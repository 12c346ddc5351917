#!/usr/bin/env bash
# Time of AlphaKit.Parquet in percent of DuckDB's on 12.15 million daily bars of 9 columns, Snappy, both with all processors and all values in
# memory: best of three rounds each, in turn. Usage: parquet_vs_duckdb.sh write|read|column
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
job="$1"
modules="${AK_NODE_MODULES:-$root/node_modules}"
if ! command -v node >/dev/null || [[ ! -d "$modules/@duckdb/node-api" ]]; then skipped "parquet_${job}_percent_of_duckdb"; exit 0; fi
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
build_benchmarks
ours() { benchmarks --parquet "$1" "$work/bars.parquet" | sort -n | head -1; }
best="$(ours write)"
[[ "$job" == write ]] || best="$(ours "$job")"
theirs="$(node "$root/eng/claims/duckdb.mjs" "$modules" "$job" "$work/bars.parquet" | sort -n | head -1)"
echo "$job: AlphaKit.Parquet $best s, DuckDB $theirs s"
percent="$(awk "BEGIN { printf \"%.0f\", 100 * $best / $theirs }")"
case "$job" in
  write) at_most parquet_write_percent_of_duckdb "$percent" 100 ;;
  read) at_most parquet_read_percent_of_duckdb "$percent" 100 ;;
  *) at_most parquet_column_percent_of_duckdb "$percent" 120 ;;
esac
