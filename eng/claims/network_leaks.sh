#!/usr/bin/env bash
# Ten thousand training steps of each of five networks on libtorch: the most tensors that stay, and the largest growth of resident memory. One run
# measures both.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
build_benchmarks
left="$(benchmarks --network-leaks 2>&1)" || {
  if grep -q TorchLibraryException <<< "$left"; then skipped network_tensors_left; skipped network_memory_permille; exit 0; fi
  echo "$left" >&2
  exit 1
}
echo "$left" >&2
if [[ "$(echo "$left" | wc -l)" != 5 ]]; then echo "network_leaks: five networks were expected" >&2; exit 1; fi
missed=0
exactly network_tensors_left "$(awk '$2 > m { m = $2 } END { print m + 0 }' <<< "$left")" 0 || missed=1
at_most network_memory_permille "$(awk '$3 > m { m = $3 } END { print m + 0 }' <<< "$left")" 10 || missed=1
exit "$missed"
