#!/usr/bin/env bash
# Claims about training steps of the networks on libtorch: what 10,000 of them leave behind. Usage: networks.sh tensors|memory
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
project="$root/benchmarks/AlphaKit.Benchmarks"
build "$project/AlphaKit.Benchmarks.csproj"
left="$(dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Benchmarks.dll)" --network-leaks)"
echo "$left" >&2
most() { echo "$left" | awk -v column="$1" '{ v = $column; if (v > m) m = v } END { print m + 0 }'; }
case "$1" in
  tensors) exactly training_tensors_left "$(most 2)" 0 ;;
  memory) at_most training_memory_permille "$(most 3)" 10 ;;
  *) echo "tensors or memory" >&2; exit 2 ;;
esac
