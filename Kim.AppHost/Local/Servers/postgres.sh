#!/bin/bash
# PostgreSQL for the local engine. `start` runs Debian's packages, `ready` makes roles and databases, also on a given server.
# In: KIM_HOME, KIM_INIT (folder of the scripts that the container runs, too), PGHOST, PGPORT, POSTGRES_USER, PGPASSWORD.
set -euo pipefail
. "$(dirname "$0")/account.sh"

if [ "$1" = ready ]; then
    for script in "$KIM_INIT"/*.sh; do bash "$script"; done
    exit
fi

packages=${KIM_POSTGRES:-/usr/lib/postgresql}
version=$(cat "$KIM_HOME/data/PG_VERSION" 2>/dev/null || find "$packages" -path '*/bin/postgres' -printf '%P\n' 2>/dev/null | cut -d/ -f1 | sort -n | tail -1 || true)
[ -n "$version" ] || missing "PostgreSQL is not installed." "./kim up (installs it), or apt-get install postgresql."
bin=$packages/$version/bin
[ -x "$bin/postgres" ] || missing "The data below .kim/ is of PostgreSQL $version, which is not installed." \
    "apt-get install postgresql-$version, or ./kim reset."

use_account postgres
cd "$home"
if [ ! -d data ]; then
    # Under another name until it is whole: initdb that was killed half way leaves nothing that looks like data.
    rm -rf data.new
    write password <<< "$PGPASSWORD"
    as_account "$bin/initdb" -D data.new -U postgres -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 --pwfile=password
    rm password
    mv data.new data
fi

port=$PGPORT
unset ${!PG*} ${!KIM_*}
export LC_ALL=C.UTF-8 TZ=UTC
exec setpriv "${account[@]}" --pdeathsig INT -- "$bin/postgres" -D data -p "$port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200
