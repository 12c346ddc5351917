#!/usr/bin/env bash
# Builds and runs the quick start. Arguments are passed on, for example:
#   ./eng/run.sh                                simulated market
#   ./eng/run.sh --data DIR                     a folder of Tushare-format tables
#   ./eng/run.sh --data DIR --out DIR           results elsewhere than out/quickstart
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
"$root/eng/setup.sh"
build "$root/samples/QuickStart/QuickStart.csproj"

out=(--out "$root/out/quickstart")
for argument in "$@"; do
  [[ "$argument" == --out || "$argument" == --out=* ]] && out=()
done
# Run from where the caller stands, so that relative folders in the arguments mean what they say.
exec dotnet "$root/samples/QuickStart/bin/Release/net10.0/QuickStart.dll" "${out[@]}" "$@"
