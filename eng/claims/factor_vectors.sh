#!/usr/bin/env bash
# The 158 features with vectors of 256 bits, as on most desktops, in percent of the time with those of 512; on a processor without the wider ones, the
# same is measured twice.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
build_benchmarks
seconds() { { benchmarks --measure alpha158_seconds || true; } | tee /dev/stderr | sed -nE 's/^CLAIM alpha158_seconds measured=([0-9.]+).*/\1/p'; }
wide="$(seconds)"
narrow="$(DOTNET_EnableAVX512F=0 seconds)"
at_most factor_narrow_percent "$(awk -v n="$narrow" -v w="$wide" 'BEGIN { printf "%.0f", 100 * n / w }')" 200
