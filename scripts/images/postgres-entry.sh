#!/bin/sh
# Same contract as the official image, as far as the tests need it: POSTGRES_PASSWORD for the superuser, PGDATA,
# and the command "postgres -c key=value ..." with the server's settings.
set -eu
PATH="$(echo /usr/lib/postgresql/*/bin):$PATH"
export PGDATA="${PGDATA:-/var/lib/postgresql/test}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    secret=$(mktemp)
    printf '%s' "${POSTGRES_PASSWORD:?is needed}" > "$secret"
    initdb --username=postgres --pwfile="$secret" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    rm "$secret"
    echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
fi
[ "${1:-}" = postgres ] && shift
exec postgres -c listen_addresses='*' "$@"
