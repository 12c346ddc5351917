#!/usr/bin/env bash
# Claims about training steps of the networks on libtorch. Usage: networks.sh leaks|threads
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
project="$root/benchmarks/AlphaKit.Benchmarks"
build "$project/AlphaKit.Benchmarks.csproj"
dotnet "$(ls "$project"/bin/Release/net*/AlphaKit.Benchmarks.dll)" "--network-$1"
