#!/usr/bin/env bash
# Kills writers of a store at random moments, and counts what is not as it must be afterwards. Usage: store_kills.sh [KILLS]
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
project="$root/tests/AlphaKit.Data.Tests"
build "$project/AlphaKit.Data.Tests.csproj"
line="$(dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Data.Tests.dll)" kill "${1:-200}" 2026)" || true
echo "$line"
exactly store_damage_after_kills "${line%% *}" 0
