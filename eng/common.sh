# Sourced by the other scripts: paths and quiet, repeatable .NET commands.
root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en

# Runs a dotnet build in Release; any warning is a failure. Shows the output only when it fails.
build() {
  local log
  log="$(mktemp)"
  if ! dotnet build "$@" -c Release -v q --nologo -nodeReuse:false >"$log" 2>&1 || grep -qE '(^|[^A-Za-z0-9])warning [A-Z]+[0-9]+' "$log"; then
    cat "$log" >&2
    rm -f "$log"
    echo "build: failed, or not free of warnings" >&2
    return 1
  fi
  rm -f "$log"
}
