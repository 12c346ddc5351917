#!/usr/bin/env bash
# Time of a call of libtorch's operators on small tensors in percent of the same call in Python, on the same processor: nine operators, both sides in
# turn three times, the least time of each side; the mean over the operators. PyTorch is Debian's python3-torch, or that of AK_PYTHON_TORCH.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
name="operator_call_percent_of_pytorch"
python="${AK_PYTHON_TORCH:-/usr/bin/python3}"
if ! "$python" -c 'import torch' 2>/dev/null; then skipped "$name"; exit 0; fi
build_benchmarks
percents="$(for round in 1 2 3; do benchmarks --operator-calls | sed 's/^/ours /'; "$python" "$root/eng/claims/operator_calls.py" | sed 's/^/theirs /'; done |
  awk '{ k = $1 " " $2; if (!(k in t) || $3 < t[k]) t[k] = $3; n[$2] = 1 } END { for (o in n) printf "%s %d %d %.0f\n", o, t["ours " o], t["theirs " o], 100 * t["ours " o] / t["theirs " o] }' | sort)"
echo "$percents" | awk '{ print $1 ": AlphaKit " $2 " ns, PyTorch " $3 " ns, " $4 " %" }' >&2
at_most operator_call_percent_of_pytorch "$(echo "$percents" | awk '{ s += $4 } END { printf "%.0f", s / NR }')" 100
