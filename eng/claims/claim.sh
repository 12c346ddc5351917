# Sourced by the scripts of this folder: prints the line that eng/claims.sh reads. NAME stands in docs/claims.md.
# Values are whole numbers; the exit code is 1 on a miss.
at_most() { verdict "$1" "$2" "<=$3" "$(( $2 <= $3 ))"; }
exactly() { verdict "$1" "$2" "=$3" "$(( $2 == $3 ))"; }

# benchmarks/AlphaKit.Benchmarks: built, then run with its options.
build_benchmarks() { build "$root/benchmarks/AlphaKit.Benchmarks/AlphaKit.Benchmarks.csproj"; }
benchmarks() { dotnet "$root/benchmarks/AlphaKit.Benchmarks/bin/Release/net10.0/AlphaKit.Benchmarks.dll" "$@"; }

# What a claim needs is not here, so nothing was measured.
skipped() { echo "CLAIM $1 skipped"; }

verdict() {
  if (( $4 )); then echo "CLAIM $1 measured=$2 target=$3 pass"; else echo "CLAIM $1 measured=$2 target=$3 miss"; return 1; fi
}
