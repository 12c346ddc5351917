#!/usr/bin/env bash
# Time of a training step of the GRU (27 features × 40 days → 30 units, 5,000 samples) in percent of PyTorch's on the same processor: the median of
# twelve steps each, in turn, three times; the middle ratio counts. PyTorch is Debian's python3-torch, or that of AK_PYTHON_TORCH.
# Usage: gru_vs_pytorch.sh one|two
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"
case "$1" in one) threads=1 ;; two) threads=2 ;; *) echo "one or two threads" >&2; exit 2 ;; esac
name="gru_step_percent_of_pytorch_$1"
python="${AK_PYTHON_TORCH:-/usr/bin/python3}"
if ! "$python" -c 'import torch' 2>/dev/null; then skipped "$name"; exit 0; fi
build_benchmarks
middle() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ours() { benchmarks --gru "$threads" | middle; }
theirs() { for n in $(seq 1 "$threads"); do "$python" "$root/eng/claims/gru_step.py" "$n" | middle; done | sort -n | head -1; }
for round in 1 2 3; do
  a="$(ours)" b="$(theirs)"
  echo "round $round: AlphaKit $a s, PyTorch at its best number of threads $b s" >&2
  awk "BEGIN { printf \"%.0f\n\", 100 * $a / $b }"
done | middle > "${TMPDIR:-/tmp}/$name.$$"
percent="$(cat "${TMPDIR:-/tmp}/$name.$$")"; rm -f "${TMPDIR:-/tmp}/$name.$$"
case "$1" in
  one) at_most gru_step_percent_of_pytorch_one "$percent" 30 ;;
  *) at_most gru_step_percent_of_pytorch_two "$percent" 20 ;;
esac
