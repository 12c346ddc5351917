#!/usr/bin/env bash
# Rewrites the C# blocks of README.md and docs/*.md from the #region blocks of samples/.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"
AK_UPDATE_DOCS=1 dotnet test tests/AlphaKit.Architecture.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~SnippetTests"
git --no-pager diff --stat -- '*.md'
