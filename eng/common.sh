# Sourced by the other scripts: paths and quiet, repeatable .NET commands.
root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_UI_LANGUAGE=en

# For scripts without arguments: refuses any. Called with those of the script.
no_arguments() { (( $# == 0 )) || { echo "Usage: ./eng/$(basename -- "$0") (it takes no arguments)" >&2; exit 2; }; }

# Runs a dotnet command (build, pack, …); any warning is a failure. Shows the output only when it fails.
quietly() {
  local log
  log="$(mktemp)"
  if ! dotnet "$@" -v q --nologo -nodeReuse:false >"$log" 2>&1 || grep -qE '(^|[^A-Za-z0-9])warning [A-Z]+[0-9]+' "$log"; then
    cat "$log" >&2
    rm -f "$log"
    echo "$1: failed, or not free of warnings" >&2
    return 1
  fi
  rm -f "$log"
}

# Builds in Release without a warning.
build() { quietly build "$@" -c Release; }
