#!/usr/bin/env bash
# Installs the npm packages of eng/npm-packages.txt into node_modules of the repository. Tests that need them skip without; nothing else does.
# Without npm it says so and changes nothing.
set -euo pipefail
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname -- "$here")"
if ! command -v npm >/dev/null; then
  echo "npm: not found; tests against DuckDB, Polars and hyparquet will skip" >&2
  exit 0
fi
mapfile -t packages < <(grep -vE '^\s*(#|$)' "$here/npm-packages.txt")
# Native parts come as packages of their own, one a platform.
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) packages+=("nodejs-polars-linux-x64-gnu@0.26.1") ;;
  Linux-aarch64) packages+=("nodejs-polars-linux-arm64-gnu@0.26.1") ;;
  Darwin-arm64) packages+=("nodejs-polars-darwin-arm64@0.26.1") ;;
esac
npm install --prefix "$root" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "${packages[@]}"
