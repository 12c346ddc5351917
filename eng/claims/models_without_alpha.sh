#!/usr/bin/env bash
# The models that three claims compare, on the same simulated markets without alpha, seeds 1, 2, 3: how many of them have a pooled
# out-of-sample rank IC farther than two standard errors from 0.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"

build samples/DeepModels/DeepModels.csproj >&2
found=0
declare -A models=([interaction]='ridge,boosting,gru' [frequencies]='ridge,gru on daily bars,gru with one shared layer' [regimes]='mixture of experts,lstm expert alone,transformer expert alone,convolution expert alone')
for study in interaction frequencies regimes; do
  out="$root/artifacts/claims/models_without_alpha/$study"
  dotnet "$root/samples/DeepModels/bin/Release/net10.0/DeepModels.dll" --study "$study" --models "${models[$study]}" --seeds 1,2,3 --alpha 0 --out "$out" >&2
  more="$(awk -F, '
    NR > 1 { sum[$3] += $4; squares[$3] += $5 * $5 }
    END {
      for (m in sum) {
        t = sum[m] / sqrt(squares[m])
        printf "%s: t %.2f\n", m, t > "/dev/stderr"
        if (t > 2 || t < -2) found++
      }
      print found + 0
    }' "$out/models.csv")"
  found=$(( found + more ))
done
exactly models_without_alpha "$found" 0
