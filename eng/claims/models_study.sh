#!/usr/bin/env bash
# What models find in a simulated market: models_study.sh CLAIM trains the models of a study of samples/DeepModels with seeds 1, 2, 3 and counts the
# comparisons that do not hold. 'a>b' holds if the out-of-sample rank IC of a is larger with every seed and the mean difference exceeds two standard
# errors of its spread over the seeds; 'a>nothing' holds if its t-statistic is above 2 with every seed as well.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
source "$root/eng/claims/claim.sh"

case "$1" in
  gru_over_ridge) study=interaction comparisons=('gru>ridge' 'ridge>nothing') ;;
  three_frequencies_over_one) study=frequencies comparisons=('gru with one shared layer>gru on daily bars') ;;
  mixture_over_experts) study=regimes comparisons=('mixture of experts>lstm expert alone' 'mixture of experts>transformer expert alone' 'mixture of experts>convolution expert alone') ;;
  *) echo "models_study: no claim '$1'" >&2; exit 2 ;;
esac
out="$root/artifacts/claims/$1"
models="$(printf '%s\n' "${comparisons[@]}" | tr '>' '\n' | grep -vx nothing | sort -u | paste -sd, -)"
build samples/DeepModels/DeepModels.csproj >&2
dotnet "$root/samples/DeepModels/bin/Release/net10.0/DeepModels.dll" --study "$study" --models "$models" --seeds 1,2,3 --out "$out" >&2

failed=0
for comparison in "${comparisons[@]}"; do
  awk -F, -v better="${comparison%%>*}" -v worse="${comparison##*>}" '
    NR > 1 && $3 == better { a[$2] = $4; t[$2] = $6 }
    NR > 1 && $3 == worse { b[$2] = $4 }
    END {
      holds = 1
      for (s = 1; s <= 3; s++) {
        if (!(s in a) || (worse != "nothing" && !(s in b))) { print "no result of " better " or " worse " with seed " s; exit 1 }
        d = a[s] - b[s]; sum += d; squares += d * d
        if (d <= 0 || (worse == "nothing" && t[s] <= 2)) holds = 0
      }
      mean = sum / 3; error = sqrt((squares - 3 * mean * mean) / 2 / 3)
      printf "%s > %s: %.4f ± %.4f\n", better, worse, mean, error
      exit !(holds && mean > 2 * error)
    }' "$out/models.csv" >&2 || failed=$(( failed + 1 ))
done

case "$1" in
  gru_over_ridge) exactly gru_over_ridge "$failed" 0 ;;
  three_frequencies_over_one) exactly three_frequencies_over_one "$failed" 0 ;;
  mixture_over_experts) exactly mixture_over_experts "$failed" 0 ;;
esac
