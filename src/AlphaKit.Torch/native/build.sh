#!/usr/bin/env bash
# Builds libak_torch.so into FOLDER when a libtorch with its headers is found, in this order: the environment variable LIBTORCH (the folder
# with include/ and lib/), the torch of python3, the system. Finds none, or no compiler: says so in FOLDER/status.txt and ends with 0.
#   build.sh FOLDER
set -euo pipefail
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
mkdir -p -- "$1"
out="$(cd -- "$1" && pwd)"
exec 9> "$out/lock"
flock 9

without() {
  echo "$1" > "$out/status.txt"
  rm -f -- "$out/libak_torch.so" "$out/stamp"
  exit 0
}
has() { [[ -e "$1/torch/script.h" && -e "$2/libtorch_cpu.so" ]]; }

include="" lib="" rpath=0
python_torch() { python3 -c 'import importlib.util as u; s = u.find_spec("torch"); print(s.submodule_search_locations[0] if s else "")' 2>/dev/null || true; }
if [[ -n "${LIBTORCH:-}" ]]; then
  has "$LIBTORCH/include" "$LIBTORCH/lib" || without "LIBTORCH is '$LIBTORCH', which has no include/torch/script.h or no lib/libtorch_cpu.so"
  include="$LIBTORCH/include" lib="$LIBTORCH/lib" rpath=1
else
  torch="$(python_torch)"
  if [[ -n "$torch" ]] && has "$torch/include" "$torch/lib"; then
    include="$torch/include" lib="$torch/lib" rpath=1
  else
    for lib in "/usr/lib/$(uname -m)-linux-gnu" /usr/lib64 /usr/local/lib /usr/lib; do
      for include in /usr/include /usr/local/include; do has "$include" "$lib" && break 2; done
      include=""
    done
  fi
fi
[[ -n "$include" ]] || without "no libtorch was found (LIBTORCH, the torch of python3, the system)"
command -v cmake >/dev/null || without "libtorch is in $lib, but cmake was not found"
command -v c++ >/dev/null || without "libtorch is in $lib, but no C++ compiler was found"

log="$out/build.log"
# Generated files name folders, so another libtorch starts afresh.
if [[ "$(cat -- "$out/libtorch.txt" 2>/dev/null)" != "$include $lib" ]]; then rm -rf -- "$out/cmake"; fi
echo "$include $lib" > "$out/libtorch.txt"
if ! { cmake -S "$here" -B "$out/cmake" -DTORCH_INCLUDE="$include" -DTORCH_LIB="$lib" -DTORCH_RPATH="$rpath" && cmake --build "$out/cmake"; } > "$log" 2>&1; then
  grep -m5 -iE 'error' "$log" >&2 || tail -5 "$log" >&2
  echo "AlphaKit.Torch: the native part did not build against $lib; the whole output is in $log." >&2
  echo "AlphaKit.Torch: LIBTORCH=FOLDER chooses another libtorch, -p:TorchNative=false builds without one." >&2
  exit 1
fi
cp -f -- "$out/cmake/libak_torch.so" "$out/libak_torch.so.new"
mv -f -- "$out/libak_torch.so.new" "$out/libak_torch.so"
echo "built against $lib" > "$out/status.txt"
touch -- "$out/stamp"
