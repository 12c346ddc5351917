#!/usr/bin/env bash
# Runs the quick start on one folder of real data and counts what is not as it must be. The folder's name is the argument.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
name="$1"
data="$root/../shared/data/$name"
out="$(mktemp -d)"
trap 'rm -rf -- "$out"' EXIT
failed=0
fail() { echo "failed: $*" >&2; failed=$(( failed + 1 )); }

if [[ ! -d "$data" ]]; then
  echo "../shared/data/$name is not here"
  case "$name" in
    ashare_2020) skipped quick_start_ashare_2020 ;;
    *) skipped quick_start_csi300 ;;
  esac
  exit 0
fi

"$root/eng/run.sh" --data "$data" --out "$out" || fail "the exit code is not 0"
[[ -s "$out/report.html" ]] || fail "there is no report"
grep -q '</html>' "$out/report.html" || fail "the report is not whole"
grep -qE 'https?://[^"'\'' ]+\.(js|css|woff2?)' "$out/report.html" && fail "the report needs a network"
[[ $(wc -l <"$out/tables/metrics.csv") -ge 20 ]] || fail "the result table has less than 20 rows"
[[ $(wc -l <"$out/tables/daily.csv") -ge 20 ]] || fail "the backtest has less than 20 days"

# Every row of every file is imported, or listed as rejected or collapsed; what was rejected is counted by rule.
awk -F, 'NR > 1 { files++; print; if ($3 != $4 + $5 + $6 || $3 == 0) { bad++; print "does not balance: " $0 > "/dev/stderr" } rejected += $5 }
  END { if (files == 0) { print "no file was imported" > "/dev/stderr"; bad++ } print files " files, " rejected " rows rejected"; exit bad > 0 }' "$out/tables/import_files.csv" \
  || fail "a file does not balance"
rejected=$(awk -F, 'NR > 1 { n += $5 } END { print n + 0 }' "$out/tables/import_files.csv") || rejected=unknown
listed=$(awk -F, 'NR > 1 && $3 == "Rejection" { n += $4 } END { print n + 0 }' "$out/tables/import_rules.csv") || listed=none
[[ "$rejected" == "$listed" ]] || fail "$rejected rows rejected, $listed of them counted under a rule"

case "$name" in
  ashare_2020) exactly quick_start_ashare_2020 "$failed" 0 ;;
  *) exactly quick_start_csi300 "$failed" 0 ;;
esac
