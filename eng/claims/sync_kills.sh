#!/usr/bin/env bash
# Kills whole synchronisations at random moments, and counts checks that fail afterwards. Usage: sync_kills.sh [KILLS]
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"

failed=0
AK_CLAIMS= AK_SYNC_KILLS="${1:-200}" dotnet test "$root/tests/AlphaKit.Data.Tushare.Tests" -c Release --nologo -v q --filter FullyQualifiedName~A_sync_killed_at_random_moments --logger "console;verbosity=detailed" >&2 || failed=1
exactly tushare_sync_damage_after_kills "$failed" 0
