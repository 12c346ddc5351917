#!/usr/bin/env bash
# Installs what tests compare with (eng/peer-packages.txt): Debian packages as root or through sudo, npm packages into node_modules of the
# repository. What cannot be installed is named; the tests that need it then skip, and nothing else does.
set -euo pipefail
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname -- "$here")"
names() { sed -nE "s/^$1 +//p" "$here/peer-packages.txt"; }

debian_packages() {
  local missing=() name as_root=()
  while read -r name; do dpkg -s "$name" >/dev/null 2>&1 || missing+=("$name"); done < <(names apt)
  (( ${#missing[@]} )) || return 0
  (( EUID == 0 )) || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

npm_packages() {
  local packages polars
  mapfile -t packages < <(names npm)
  # Polars brings its native part as a package of its own, one a platform.
  polars="$(names npm | sed -nE 's/^nodejs-polars@//p')"
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) packages+=("nodejs-polars-linux-x64-gnu@$polars") ;;
    Linux-aarch64) packages+=("nodejs-polars-linux-arm64-gnu@$polars") ;;
    Darwin-arm64) packages+=("nodejs-polars-darwin-arm64@$polars") ;;
  esac
  npm install --prefix "$root" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "${packages[@]}"
}

if command -v apt-get >/dev/null; then
  debian_packages || echo "peers: not installed: $(names apt | tr '\n' ' ')" >&2
fi
if command -v npm >/dev/null; then
  npm_packages || echo "peers: not installed: $(names npm | tr '\n' ' ')" >&2
else
  echo "peers: npm was not found; not installed: $(names npm | tr '\n' ' ')" >&2
fi
