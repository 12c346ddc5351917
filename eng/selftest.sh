#!/usr/bin/env bash
# Sees every house check fail once: breaks the rules in a copy of the repository and demands that build, tests or scripts object.
# A few minutes; run it after changing a check. The repository itself is not touched.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
no_arguments "$@"
copy="$(mktemp -d)/Alpha Kit 副本"
mkdir -p -- "$copy"
trap 'rm -rf -- "$(dirname -- "$copy")"' EXIT
(cd -- "$root" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' f; do [[ -f "$f" ]] && printf '%s\0' "$f"; done | tar -c --null -T - ) | tar -x -C "$copy"
cd -- "$copy"
git init -q . && git add -A && git -c user.name=selftest -c user.email=selftest@localhost commit -qm copy
log="$(dirname -- "$copy")/log"
missed=0 seen=0

restore() { git checkout -q . && git clean -fdq; }
expect() { # what, extended regular expression that the log must hold
  if grep -qE -- "$2" "$log"; then seen=$(( seen + 1 )); echo "seen    $1"; else missed=$(( missed + 1 )); echo "MISSED  $1 (no '$2')"; fi
}
must_fail() { # what, command…
  local what="$1"
  shift
  if "$@" >"$log" 2>&1; then missed=$(( missed + 1 )); echo "MISSED  $what: succeeded"; else seen=$(( seen + 1 )); echo "seen    $what fails"; fi
}

# --- what the compiler refuses -------------------------------------------------------------------------------------------------
cat > src/AlphaKit.Core/Breach.cs <<'CS'
namespace AlphaKit;

/// <summary>Breaks rules.</summary>
public static class Breach
{
    /// <summary>Wall clock.</summary>
    public static DateTime Clock() => DateTime.Now;

    /// <summary>Unseeded chance.</summary>
    public static int Chance() => new Random().Next() + Random.Shared.Next();

    /// <summary>Current culture.</summary>
    public static string Culture() => System.Globalization.CultureInfo.CurrentCulture.Name;

    /// <summary>Current culture by default.</summary>
    public static string Text(double x) => x.ToString();

    /// <summary>Null.</summary>
    public static int Null(string? text) => text.Length;

    /// <summary>Context.</summary>
    public static async Task Wait(Task task) => await task;
}
CS
must_fail "build with breaches" dotnet build src/AlphaKit.Core -v q --nologo -nodeReuse:false
expect "wall clock" 'RS0030.*DateTime\.Now'
expect "unseeded Random" 'RS0030.*Random\(\)'
expect "shared Random" 'RS0030.*Random\.Shared'
expect "current culture" 'RS0030.*CurrentCulture'
expect "formatting without culture" 'CA1305'
expect "null dereference" 'CS8602'
expect "ConfigureAwait" 'CA2007'
restore
printf 'namespace AlphaKit;\n\n/// <summary>Breaks rules.</summary>\npublic static class Breach\n{\n    public static int Undocumented() => 0;\n}\n' > src/AlphaKit.Core/Breach.cs
must_fail "build with an undocumented member" dotnet build src/AlphaKit.Core -v q --nologo -nodeReuse:false
expect "undocumented member" 'CS1591.*Undocumented'
restore
sed -i '/ProjectType/d' src/AlphaKit.Core/AlphaKit.Core.csproj
must_fail "build without ProjectType" dotnet build src/AlphaKit.Core -v q --nologo -nodeReuse:false
expect "missing ProjectType" 'set ProjectType'
restore
sed -i 's/\(Include="MathNet.Numerics" Version="\)[^"]*/\10.0.1/' Directory.Packages.props
sed -i 's|</Project>|<ItemGroup><PackageReference Include="MathNet.Numerics" /></ItemGroup></Project>|' src/AlphaKit.Data/AlphaKit.Data.csproj
must_fail "restore of a version that does not exist" dotnet build src/AlphaKit.Data -v q --nologo -nodeReuse:false
expect "inexact package version" 'NU1603|NU1102|NU1103'
restore

# --- what the architecture tests refuse ----------------------------------------------------------------------------------------
mkdir -p src/AlphaKit.Rogue
cat > src/AlphaKit.Rogue/AlphaKit.Rogue.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <ProjectType>Library</ProjectType>
    <VersionPrefix>9.9.9</VersionPrefix>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="../AlphaKit.Data/AlphaKit.Data.csproj" />
  </ItemGroup>
</Project>
XML
cat > src/AlphaKit.Rogue/Rogue.cs <<'CS'
namespace AlphaKit.Rogue;

/// <summary>Bears the last word of its namespace.</summary>
public class Rogue
{
    /// <summary>Settable.</summary>
    public int Settable { get; set; }

    /// <summary>Mutable for all.</summary>
    public static readonly int[] Numbers = [1];

    private static int s_count;

    /// <summary>Naked switch.</summary>
    /// <param name="loud"></param>
    public static int Run(bool loud) => loud ? ++s_count : new AlphaKit.Data.SourceTable("t", [], "o").RowCount;
}

/// <summary>Not sealed, wrong root.</summary>
public class RogueException : Exception;

/// <summary>Not a record.</summary>
public class RogueOptions;

/// <summary>Not sealed.</summary>
public record RogueRecord(int X);
CS
printf 'namespace AlphaKit.Elsewhere;\n\n/// <summary>Wrong namespace.</summary>\npublic static class Displaced;\n' > src/AlphaKit.Rogue/Displaced.cs
{ printf 'namespace AlphaKit.Rogue;\n\ninternal static class Long\n{\n'; for i in $(seq 500); do echo "    // line $i"; done; echo '}'; } > src/AlphaKit.Rogue/Long.cs
printf '%s\n' "TO""DO: later" "See /wo""rk/secret." "https://example.org/v3/""index.json" "throw NotImplemented""Exception" > NOTES.txt
printf '\n[gone](docs/gone.md)\n\n```csharp\nint x = 1;\n```\n' >> CHANGELOG.md
sed -i 's|Console.WriteLine(panel\[|Console.Write(panel[|' samples/Snippets/FirstPanel.cs
sed -i 's/^| Data | Core, Parquet |/| Data | Parquet |/' docs/architecture.md
sed -i 's/^| Core | – |/| Core | Testing |/' docs/architecture.md
sed -i 's/`MathNet.Numerics`/MathNet/' docs/dependencies.md
sed -i 's/random_stream_known_answers/random_stream_renamed/' docs/claims.md
sed -i 's/public bool Contains(DateOnly date)/public bool Holds(DateOnly date)/' src/AlphaKit.Core/Calendar/TradingCalendar.cs
touch eng/api/AlphaKit.Gone.txt
git add -A
dotnet build tests/AlphaKit.Architecture.Tests -v q --nologo -nodeReuse:false >"$log" 2>&1 || { cat "$log"; echo "selftest: the breaches must compile" >&2; exit 1; }
must_fail "architecture tests with breaches" dotnet test tests/AlphaKit.Architecture.Tests --no-build --nologo -nodeReuse:false
expect "package without a row" '^ +AlphaKit\.Rogue *$'
expect "reference upwards in the table" 'AlphaKit.Core → AlphaKit.Testing: not a row above'
expect "forbidden project reference" 'Project_files_reference_only'
expect "forbidden assembly reference" 'Compiled_packages_reference_only'
expect "project outside the solution" 'src/AlphaKit.Rogue/AlphaKit.Rogue.csproj$'
expect "unexplained dependency" '^ +MathNet.Numerics *$'
expect "type named like its namespace" 'AlphaKit.Rogue.Rogue *$'
expect "wrong namespace" 'AlphaKit.Elsewhere.Displaced'
expect "setter" 'AlphaKit.Rogue.Rogue.Settable'
expect "naked bool" 'AlphaKit.Rogue.Rogue.Run\(loud\)'
expect "static mutable field" 'AlphaKit.Rogue.Rogue.s_count'
expect "public mutable array" 'AlphaKit.Rogue.Rogue.Numbers'
expect "exception of another root" 'AlphaKit.Rogue.RogueException'
expect "unsealed record" 'AlphaKit.Rogue.RogueRecord'
expect "several types in a file" 'src/AlphaKit.Rogue/Rogue.cs: Rogue, RogueException'
expect "long file" 'src/AlphaKit.Rogue/Long.cs: [0-9]+ lines'
expect "empty documentation tag" 'src/AlphaKit.Rogue/Rogue.cs: <param'
expect "version in a project file" 'AlphaKit.Rogue.csproj: versions belong'
expect "unfinished work" 'NOTES.txt:1'
expect "absolute path" 'NOTES.txt:2'
expect "package source" 'NOTES.txt:3'
expect "stub" 'NOTES.txt:4'
expect "broken link" 'CHANGELOG.md → docs/gone.md'
expect "unmarked code in a document" 'CHANGELOG.md:[0-9]+: no <!-- snippet'
expect "stale snippet" 'docs/concepts.md:[0-9]+: differs from #region first-panel'
expect "claim that nothing measures" 'random_stream_renamed: nothing measures it'
expect "measurement without a claim" 'random_stream_known_answers: measured, but not a row'
expect "member that went" '^ *- .*bool Contains'
expect "member that came" '^ *\+ .*bool Holds'
expect "surface of no package" 'AlphaKit.Gone'
expect "surface not yet approved" 'eng/api/AlphaKit.Rogue.txt is missing'
git reset -q
restore

# --- what the scripts refuse ---------------------------------------------------------------------------------------------------
sed -i 's/`=20`/`=21`/' docs/claims.md
must_fail "claims against another target" ./eng/claims.sh random_stream_known_answers
expect "claim with another target" 'docs/claims.md says =21'
restore
sed -i 's/105023963336809060/1/' tests/AlphaKit.Core.Tests/Determinism/RandomStreamTests.cs
must_fail "a claim that misses" ./eng/claims.sh random_stream_known_answers
expect "missed claim" 'known_answers +19 =20 +miss'
restore
must_fail "a claim that does not exist" ./eng/claims.sh no_such_claim
expect "unknown claim" 'does not stand in'
must_fail "an argument of a script without any" ./eng/docs.sh --check
expect "unknown argument" 'Usage: \./eng/docs\.sh'
sed -i 's/"version": "10[^"]*"/"version": "99.0.100"/' global.json
must_fail "an SDK that is not there" ./eng/setup.sh
expect "missing SDK" 'no installed .NET SDK satisfies'
restore
rm -rf tests/AlphaKit.Architecture.Tests tests/AlphaKit.Extensibility.Tests
dotnet sln AlphaKit.sln remove tests/AlphaKit.Architecture.Tests/AlphaKit.Architecture.Tests.csproj tests/AlphaKit.Extensibility.Tests/AlphaKit.Extensibility.Tests.csproj >/dev/null
sed -i 's/Assert.Equal(board, symbol.Board)/Assert.NotEqual(board, symbol.Board)/' tests/AlphaKit.Core.Tests/Instruments/SymbolTests.cs
must_fail "test.sh with a failing test" ./eng/test.sh
expect "count of failures" '^[0-9]+ passed, [1-9][0-9]* failed, [0-9]+ skipped$'
must_fail "test.sh with nothing to run" ./eng/test.sh --filter FullyQualifiedName=no.such.test
expect "no test executed" 'no test was executed'
restore

echo "selftest: $seen seen, $missed missed"
(( missed == 0 ))
