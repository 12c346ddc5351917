#!/usr/bin/env bash
# Makes this machine ready to build: installs missing native packages (Debian) and checks the .NET SDK. Safe to run again. Only AlphaKit.Torch needs
# the packages, and it builds without: that they cannot be installed is said and stops nothing.
# eng/run.sh and eng/test.sh call it; the packages stand in eng/native-packages.txt, one a line.
set -euo pipefail
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname -- "$here")"

install_native_packages() {
  local missing=() name
  while read -r name _; do
    [[ -z "$name" || "$name" == \#* ]] && continue
    dpkg -s "$name" >/dev/null 2>&1 || missing+=("$name")
  done < "$here/native-packages.txt"
  (( ${#missing[@]} )) || return 0

  local as_root=()
  if (( EUID != 0 )); then
    if ! command -v sudo >/dev/null; then
      echo "setup: missing native packages: ${missing[*]}. For networks install them as root: apt-get install ${missing[*]}" >&2
      return 0
    fi
    as_root=(sudo)
  fi
  echo "setup: installing ${missing[*]}"
  if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; }; then
    echo "setup: could not install ${missing[*]}: going on without, everything but networks on libtorch works" >&2
  fi
}

if command -v dpkg >/dev/null && command -v apt-get >/dev/null; then
  install_native_packages
elif grep -qvE '^\s*(#|$)' "$here/native-packages.txt"; then
  echo "setup: not a Debian system; install the equivalents of these packages yourself:" >&2
  grep -vE '^\s*(#|$)' "$here/native-packages.txt" | sed 's/^/  /' >&2
fi

if ! command -v dotnet >/dev/null; then
  echo "setup: the command 'dotnet' was not found. Install the .NET 10 SDK (package dotnet-sdk-10.0, or https://dotnet.microsoft.com/download) and run this again." >&2
  exit 1
fi
if ! version="$(cd -- "$root" && dotnet --version 2>&1)"; then
  echo "setup: no installed .NET SDK satisfies global.json. Install the .NET 10 SDK (package dotnet-sdk-10.0, or https://dotnet.microsoft.com/download)." >&2
  echo "$version" >&2
  exit 1
fi
echo "setup: .NET SDK $version"
