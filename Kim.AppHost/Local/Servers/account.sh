# The account that runs a server, and its folder (sourced by postgres.sh and rabbitmq.sh; in: KIM_HOME).
# PostgreSQL refuses to run as root and RabbitMQ should not: root gives both to Debian's system users. Anybody else runs them as himself.

use_account() { # SYSTEM USER -> home, and account for setpriv
    umask 077
    home=$KIM_HOME account=()
    if [ "$(id -u)" != 0 ] || ! id "$1" >/dev/null 2>&1; then
        mkdir -p "$home"
        return
    fi
    account=(--reuid "$1" --regid "$1" --init-groups)
    if [ ! -e "$home" ] && ! setpriv "${account[@]}" -- test -x "$(dirname "$home")"; then
        # A repository below /root (mode 700): the link keeps .kim the one place to look.
        ln -sfn "/var/lib/kim-$(printf '%s' "$home" | sha256sum | cut -c1-8)-$(basename "$home")" "$home"
    fi
    home=$(readlink -m "$home")
    install -d -o "$1" -g "$1" -m 700 "$home"
}

as_account() { setpriv "${account[@]}" -- "$@"; }

write() { as_account sh -c 'umask 077; cat > "$0"' "$home/$1"; }

missing() { echo "$1 Remedy: $2"; exit 1; }
