#!/bin/bash
# A project of the system: its newest build, with its folder as content root.  project.sh PROJECT_FILE ARGUMENT ...
folder=${1%/*} name=${1##*/}
name=${name%.csproj}
shift
# shellcheck disable=SC2012
program=$(ls -t "$folder"/bin/{Release,Debug}/net10.0/"$name.dll" 2>/dev/null | head -1)
if [ -z "$program" ]; then
    echo "$name is not built. Remedy: ./kim up (builds everything), or dotnet build Kim.sln -c Release."
    exit 1
fi
cd "$folder" && exec "${DOTNET_HOST_PATH:-dotnet}" "$program" "$@"
