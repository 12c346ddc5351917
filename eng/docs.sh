#!/usr/bin/env bash
# Rewrites what the documents take from elsewhere: the C# blocks from the #region blocks of samples/, docs/rules.md from the rule tables,
# the operators of docs/formulas.md from their catalogue.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
no_arguments "$@"
cd -- "$root"
export AK_UPDATE_DOCS=1
dotnet test tests/AlphaKit.Architecture.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~SnippetTests"
dotnet test tests/AlphaKit.Core.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~RulebookPageTests"
dotnet test tests/AlphaKit.Factors.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~FormulaPageTests"
dotnet test tests/AlphaKit.Data.Tushare.Tests --nologo -v q -nodeReuse:false --filter "FullyQualifiedName~DocumentTests"
git --no-pager diff --stat -- '*.md'
