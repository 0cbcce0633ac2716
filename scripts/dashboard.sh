# The Aspire dashboard (sourced by ./kim and scripts/test.sh, which say what they do with say).

dashboard_version=13.5.4

# The dashboard is a program of its own and comes by npm; nothing else needs it.
install_dashboard() { # FOLDER
    local folder=$1 home="$1/home" architecture package cli
    if ls "$home"/.aspire/versions/*/managed/aspire-managed >/dev/null 2>&1; then return 0; fi
    command -v npm >/dev/null || { say "dashboard: npm is missing, going on without it"; return 0; }
    case "$(uname -m)" in x86_64) architecture=x64 ;; aarch64) architecture=arm64 ;; *) say "dashboard: not made for $(uname -m)"; return 0 ;; esac
    package="@microsoft/aspire-cli-linux-$architecture"
    say "dashboard: installing $package $dashboard_version"
    mkdir -p "$home"
    if ! npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error --fetch-retries=1 \
            "$package@$dashboard_version" > "$folder/install.log" 2>&1; then
        say "dashboard: the package cannot be had here, going on without it (log: $folder/install.log)"
        return 0
    fi
    cli="$folder/node_modules/$package/bin/aspire"
    HOME="$home" ASPIRE_CLI_TELEMETRY_OPTOUT=true timeout 120 "$cli" setup --non-interactive --nologo >> "$folder/install.log" 2>&1 \
        || say "dashboard: it does not unpack, going on without it (log: $folder/install.log)"
    # It unpacks beside itself or below its home, as it finds them. Only what it unpacked is needed from here on.
    mkdir -p "$home/.aspire/versions"
    local unpacked
    for unpacked in "$folder/node_modules/$package"/versions/*/; do
        [ -x "$unpacked/managed/aspire-managed" ] || continue
        rm -rf "$home/.aspire/versions/$(basename "$unpacked")"
        mv "$unpacked" "$home/.aspire/versions/"
    done
    rm -rf "$folder/node_modules"
    ls "$home"/.aspire/versions/*/managed/aspire-managed >/dev/null 2>&1 \
        || say "dashboard: its program was not found after unpacking (log: $folder/install.log)"
}
