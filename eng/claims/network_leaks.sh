#!/usr/bin/env bash
# Ten thousand training steps of each of five networks on libtorch: the most tensors that stay, and the largest growth of resident memory.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
project="$root/benchmarks/AlphaKit.Benchmarks"
build "$project/AlphaKit.Benchmarks.csproj"
case "${1:-}" in
  tensors) name=network_tensors_left ;;
  memory) name=network_memory_permille ;;
  *) echo "Usage: network_leaks.sh tensors|memory" >&2; exit 2 ;;
esac
left="$(dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Benchmarks.dll)" --network-leaks 2>&1)" || {
  if grep -q TorchLibraryException <<< "$left"; then skipped "$name"; exit 0; fi
  echo "$left" >&2
  exit 1
}
echo "$left" >&2
if [[ "$(echo "$left" | wc -l)" != 5 ]]; then echo "network_leaks: five networks were expected" >&2; exit 1; fi
case "$name" in
  network_tensors_left) exactly network_tensors_left "$(awk '$2 > m { m = $2 } END { print m + 0 }' <<< "$left")" 0 ;;
  *) at_most network_memory_permille "$(awk '$3 > m { m = $3 } END { print m + 0 }' <<< "$left")" 10 ;;
esac
