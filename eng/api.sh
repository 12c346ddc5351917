#!/usr/bin/env bash
# Rewrites eng/api/<Package>.txt from the compiled packages. Read the diff before committing it.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
no_arguments "$@"
cd -- "$root"
AK_UPDATE_API=1 dotnet test tests/AlphaKit.Architecture.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~SurfaceTests.The_public_surface"
git --no-pager diff --stat -- eng/api
