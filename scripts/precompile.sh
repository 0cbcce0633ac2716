#!/usr/bin/env bash
# Replaces the libraries beside the built programs by copies with machine code (ReadyToRun): the system starts in two thirds of the
# processor time. Called by `./kim up` after a build; the copies are kept, so that it takes half a minute once and a second later.
#
#   scripts/precompile.sh FOLDER CONFIGURATION      FOLDER keeps the copies
#
# Kim's own programs stay as built. Where the compiler's package cannot be had, nothing happens.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
store=$1 configuration=$2
runtime=$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ { version = $2; place = $3 } END { print version, place }')
version=${runtime%% *}
shared=${runtime#* }; shared=${shared//[\[\]]/}; shared=${shared%/*}
case "$(uname -m)" in x86_64) architecture=x64 ;; aarch64) architecture=arm64 ;; *) exit 0 ;; esac
package="microsoft.netcore.app.crossgen2.linux-$architecture"
mkdir -p "$store/$version"

compiler="${NUGET_PACKAGES:-$HOME/.nuget/packages}/$package/$version/tools/crossgen2"
if [ ! -f "$compiler" ]; then
    [ ! -f "$store/$version/none" ] || exit 0
    probe=$(mktemp -d)
    printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageDownload Include="%s" Version="[%s]" /></ItemGroup></Project>' \
        "$package" "$version" > "$probe/probe.csproj"
    dotnet restore "$probe/probe.csproj" >/dev/null 2>&1 || true
    rm -rf "$probe"
    if [ ! -f "$compiler" ]; then
        echo "precompiling: $package $version cannot be had here, going on without it"
        touch "$store/$version/none"
        exit 0
    fi
fi
[ -x "$compiler" ] || chmod +x "$compiler"

# What takes part in every start; of the rest the just-in-time compiler sees little.
wanted='^(EFCore|Google\.Protobuf|Grpc|MassTransit|Microsoft\.(AspNetCore|EntityFrameworkCore|Extensions|IdentityModel|OpenApi)|NJsonSchema|Namotion|Newtonsoft|Npgsql|OpenIddict\.(Abstractions|Core|EntityFrameworkCore|Server|Validation)|OpenTelemetry|Polly|RabbitMQ|System\.IdentityModel|Yarp)'
libraries() { # every wanted library beside a program, as "checksum file"
    find "$root"/Kim.AppHost "$root"/services "$root"/gateway -path "*/bin/$configuration/net10.0/*.dll" -prune -print0 \
        | xargs -0 sha1sum | awk -v wanted="$wanted" '{ name = $2; sub(".*/", "", name) } name ~ wanted && name !~ /Design/'
}

compile() { # CHECKSUM FILE: into the store, under the checksum of what it was made from
    local copy="$store/$version/$1.dll"
    if ! "$compiler" "$2" -o "$copy.new" -r "$(dirname "$2")/*.dll" -r "$shared/Microsoft.NETCore.App/$version/*.dll" \
            -r "$shared/Microsoft.AspNetCore.App/$version/*.dll" --targetos linux --targetarch "$architecture" -O >/dev/null 2>&1; then
        cp "$2" "$copy.new" # some libraries have no code to compile
    fi
    touch "$store/$version/$(sha1sum < "$copy.new" | cut -d' ' -f1).made"
    mv "$copy.new" "$copy"
}
export -f compile; export store version compiler shared architecture

files=$(libraries)
todo=$(sort -u -k1,1 <<< "$files" | while read -r sum file; do [ -f "$store/$version/$sum.made" ] || [ -f "$store/$version/$sum.dll" ] || echo "$sum $file"; done)
if [ -n "$todo" ]; then
    echo "precompiling $(wc -l <<< "$todo") libraries (once)"
    xargs -P "$(nproc)" -L 1 bash -c 'compile "$@"' compile <<< "$todo"
fi
while read -r sum file; do
    [ ! -f "$store/$version/$sum.dll" ] || cp "$store/$version/$sum.dll" "$file"
done <<< "$files"
