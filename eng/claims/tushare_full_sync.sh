#!/usr/bin/env bash
# The synchronisation at full size: 800 shares × 8 years of every simulated table over HTTP, with quotas and 2 % faults, killed three times.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"

failed=0
AK_CLAIMS= AK_SYNC_FULL=1 dotnet test "$root/tests/AlphaKit.Data.Tushare.Tests" -c Release --nologo -v q --filter FullyQualifiedName~killed_three_times >&2 || failed=1
exactly tushare_full_sync "$failed" 0
