#!/usr/bin/env bash
# Packs every package into artifacts/packages and proves that they can be used: a console project in a temporary folder restores them from there,
# with the machine's own package sources for everything else, compiles and runs.
#   ./eng/pack.sh                    version of Directory.Build.props
#   ./eng/pack.sh 0.1.0-mine.2       another version. NuGet keeps what it has seen of a version, so give each build that you use a new one
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
"$root/eng/setup.sh"
cd -- "$root"
packages="$root/artifacts/packages"
rm -rf -- "$packages"
mkdir -p -- "$packages"
properties=()
if (( $# )); then properties=("-p:Version=$1"); fi

references=()
for project in src/*/*.csproj; do
  name="$(basename -- "$project" .csproj)"
  quietly pack "$project" -c Release -o "$packages" "${properties[@]}"
  file="$(cd -- "$packages" && ls -- "$name".[0-9]*.nupkg)"
  version="${file#"$name".}" version="${version%.nupkg}"
  references+=("    <PackageReference Include=\"$name\" Version=\"[$version]\" />")
  echo "pack: $file"
done

# The packages folder of the try-out is its own: what was restored earlier under the same version must not stand in for what was packed now.
try="$(mktemp -d)"
trap 'rm -rf -- "$try"' EXIT
cat > "$try/TryOut.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <RestoreAdditionalProjectSources>$packages</RestoreAdditionalProjectSources>
    <RestorePackagesPath>$try/packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
$(printf '%s\n' "${references[@]}")
  </ItemGroup>
</Project>
XML
cat > "$try/Program.cs" <<'CS'
var market = AlphaKit.Data.Simulation.SimulatedMarket.Create(new() { Stocks = 30, From = new(2019, 1, 2), To = new(2019, 3, 29) });
var factors = AlphaKit.Factors.FactorSet.Basic.CoveredBy(market.Coverage);
Console.WriteLine($"try-out: {market.Securities.All.Count} shares, {factors.Count} factors, {market.Calendar}");
CS
build "$try/TryOut.csproj"
dotnet "$try/bin/Release/net10.0/TryOut.dll"
echo "Packages: $packages"
