#!/usr/bin/env bash
# Index enhancement of simulated indices of 500 and 1,000 members: the test of the bands with 2,000 shares.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"

failed=0
AK_CLAIMS= AK_ENHANCEMENT_STOCKS=2000 dotnet test "$root/tests/AlphaKit.EndToEnd.Tests" -c Release --nologo -v q --filter Claim=enhancement_bands >&2 || failed=1
exactly enhancement_full_size "$failed" 0
