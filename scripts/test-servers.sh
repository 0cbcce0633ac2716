# Servers for scripts/test.sh (sourced): packages, container engine and images, or native servers. Stops only what it started.

engine_pid=""; native_dir=""; native_broker_pid=""; native_epmd=""; containers=""

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
may_be_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
engine_answers() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install_packages() {
    local missing=()
    # A client without an engine is no help: both are in docker.io.
    engine_answers || command -v dockerd >/dev/null || missing+=(docker.io)
    command -v debootstrap >/dev/null || missing+=(debootstrap)
    [ -x /usr/bin/chromium ] || missing+=(chromium fonts-dejavu-core fonts-noto-core)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
    [ -x /usr/sbin/rabbitmq-server ] || missing+=(rabbitmq-server)
    [ ${#missing[@]} -eq 0 ] && return
    may_be_root || die "packages are missing: ${missing[*]}" "sudo apt-get install ${missing[*]}"
    say "installing ${missing[*]}"
    local log; log=$(mktemp)
    # The packages' own services must not start: the tests run servers of their own.
    local policy=/usr/sbin/policy-rc.d own_policy=""
    if [ ! -e "$policy" ]; then
        own_policy=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null; as_root chmod +x "$policy"
    fi
    { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1
    local outcome=$?
    [ -z "$own_policy" ] || as_root rm -f "$policy"
    [ $outcome -eq 0 ] || { tail -20 "$log" >&2; die "the packages could not be installed" "apt-get install ${missing[*]}"; }
    rm -f "$log"
}

prepare_servers() {
    if [ -n "${KIM_TEST_POSTGRES:-}" ] && [ -n "${KIM_TEST_RABBITMQ:-}" ]; then
        say "servers: those named in KIM_TEST_POSTGRES and KIM_TEST_RABBITMQ"
    elif [ "${KIM_TEST_NATIVE:-}" != 1 ] && start_engine && have_images; then
        containers=used
        # Containers of this run alone, so that another run that ends or was killed takes nothing away; what a killed run left goes.
        export KIM_TEST_RUN=kept
        [ -n "${KIM_TEST_KEEP:-}" ] || KIM_TEST_RUN="$$-$(date +%s)"
        docker container prune -f --filter label=kim-test=servers >/dev/null 2>&1
        say "servers: containers, started by the tests through Testcontainers"
    else
        start_native
    fi
}

start_engine() {
    if ! engine_answers; then
        may_be_root && command -v dockerd >/dev/null || { say "no container engine answers, and none can be started without root"; return 1; }
        say "starting dockerd"
        engine_log=$(mktemp)
        as_root sh -c "setsid dockerd >'$engine_log' 2>&1 & echo \$! > '$engine_log.pid'"
        engine_pid=$(cat "$engine_log.pid")
        local i; for i in $(seq 60); do engine_answers && break; sleep 0.5; done
        engine_answers || { say "dockerd does not start here: $(tail -1 "$engine_log" | cut -c1-200)"; return 1; }
    fi
    DOCKER_API_VERSION=$(docker version --format '{{.Server.APIVersion}}')
    export DOCKER_API_VERSION TESTCONTAINERS_RYUK_DISABLED=true
}

have_images() {
    local pair official own
    for pair in postgres:15=kim-test/postgres:15 rabbitmq:3-management=kim-test/rabbitmq:3; do
        official=${pair%%=*}; own=${pair#*=}
        [ -n "$(docker images -q "$own")" ] && continue
        if [ -z "${KIM_TEST_BUILD_IMAGES:-}" ] && timeout 120 docker pull -q "$official" >/dev/null 2>&1; then
            docker tag "$official" "$own"; say "pulled $official"; continue
        fi
        say "$official cannot be pulled: building the test images from Debian packages (about two minutes, once)"
        may_be_root || { say "debootstrap needs root"; return 1; }
        as_root env DOCKER_API_VERSION="$DOCKER_API_VERSION" scripts/images/build.sh || { say "the images could not be built"; return 1; }
    done
}

start_native() {
    say "NO CONTAINER ENGINE CAN RUN HERE: the tests use native PostgreSQL and RabbitMQ instead"
    local bin; bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1)")
    [ -x "$bin/initdb" ] || die "no PostgreSQL is installed" "apt-get install postgresql rabbitmq-server"
    [ -x /usr/sbin/rabbitmq-server ] || die "no RabbitMQ is installed" "apt-get install rabbitmq-server"
    native_dir=$(mktemp -d /tmp/kim-test.XXXXXX); chmod 755 "$native_dir"
    native_port=$(free_port); local amqp api dist
    amqp=$(free_port); api=$(free_port); dist=$(free_port)
    start_native_postgres "$bin"
    start_native_rabbitmq "$amqp" "$api" "$dist"
    export KIM_TEST_POSTGRES="Host=127.0.0.1;Port=$native_port;Username=postgres;Password=kim-test"
    export KIM_TEST_RABBITMQ="amqp://kim:kim-test@127.0.0.1:$amqp" KIM_TEST_RABBITMQ_API="http://127.0.0.1:$api/"
    say "servers: native, PostgreSQL on $native_port, RabbitMQ on $amqp"
}

free_port() { # A port that nothing listens on; the kernel's ephemeral range is left alone.
    local port; while :; do port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }; done
}

start_native_postgres() {
    native_bin=$1
    mkdir "$native_dir/pg"; echo kim-test > "$native_dir/pg.secret"
    [ "$(id -u)" = 0 ] && chown -R postgres "$native_dir/pg" "$native_dir/pg.secret"
    (cd "$native_dir" && as_postgres "$native_bin/initdb" -D "$native_dir/pg/data" -U postgres --pwfile="$native_dir/pg.secret" \
        --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null) || die "initdb failed"
    (cd "$native_dir" && as_postgres "$native_bin/pg_ctl" -D "$native_dir/pg/data" -l "$native_dir/pg/log" -w start \
        -o "-p $native_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$native_dir/pg -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" >/dev/null) \
        || die "PostgreSQL does not start: $(tail -1 "$native_dir/pg/log")"
}

start_native_rabbitmq() { # AMQP PORT, API PORT, DISTRIBUTION PORT
    local base="$native_dir/rabbit"; mkdir -p "$base/mnesia" "$base/log"
    printf '[rabbitmq_management].\n' > "$base/plugins"
    cat > "$base/rabbitmq.conf" <<CONF
listeners.tcp.default = 127.0.0.1:$1
management.tcp.ip = 127.0.0.1
management.tcp.port = $2
default_user = kim
default_pass = kim-test
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 50MB
CONF
    local owner=(); [ "$(id -u)" = 0 ] && { chown -R rabbitmq "$base"; owner=(setpriv --reuid rabbitmq --regid rabbitmq --clear-groups); }
    native_epmd=$(free_port)
    # The program behind the wrapper in /usr/sbin, which would insist on the packaged service's own folders.
    setsid env HOME="$base" RABBITMQ_NODENAME="kimtest$1@localhost" RABBITMQ_CONFIG_FILE="$base/rabbitmq.conf" RABBITMQ_DIST_PORT="$3" \
        RABBITMQ_MNESIA_BASE="$base/mnesia" RABBITMQ_LOG_BASE="$base/log" RABBITMQ_ENABLED_PLUGINS_FILE="$base/plugins" RABBITMQ_LOGS=- ERL_MAX_PORTS=16384 \
        ERL_EPMD_PORT="$native_epmd" RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none" \
        "${owner[@]}" /usr/lib/rabbitmq/bin/rabbitmq-server >"$base/log/out" 2>&1 &
    native_broker_pid=$!
    disown "$native_broker_pid" # no job of the shell, so that waiting for the tests does not wait for the server
    local i; for i in $(seq 120); do
        curl -fsS -u kim:kim-test "http://127.0.0.1:$2/api/overview" >/dev/null 2>&1 && return
        kill -0 "$native_broker_pid" 2>/dev/null || break
        sleep 0.5
    done
    die "RabbitMQ does not start: $(tail -3 "$base/log/out")"
}

stop_servers() {
    trap - INT TERM
    local left; left=$(jobs -rp); [ -z "$left" ] || kill $left 2>/dev/null
    if [ -n "$containers" ] && [ -z "${KIM_TEST_KEEP:-}" ]; then
        docker ps -aq --filter "label=kim-test-run=$KIM_TEST_RUN" 2>/dev/null | xargs -r docker rm -f -v >/dev/null 2>&1
    fi
    if [ -n "$native_dir" ]; then
        if [ -n "$native_broker_pid" ]; then
            kill -- "-$native_broker_pid" 2>/dev/null
            local i; for i in $(seq 40); do kill -0 "$native_broker_pid" 2>/dev/null || break; sleep 0.25; done
            kill -9 -- "-$native_broker_pid" 2>/dev/null
            ERL_EPMD_PORT="$native_epmd" epmd -kill >/dev/null 2>&1
        fi
        [ -z "${native_bin:-}" ] || (cd "$native_dir" && as_postgres "$native_bin/pg_ctl" -D "$native_dir/pg/data" -m immediate stop >/dev/null 2>&1)
        rm -rf "$native_dir"
    fi
    if [ -n "$engine_pid" ]; then
        as_root kill "$engine_pid" 2>/dev/null
        # The next run may follow at once, and two engines share one place.
        local i; for i in $(seq 120); do as_root kill -0 "$engine_pid" 2>/dev/null || break; sleep 0.25; done
        rm -f "$engine_log" "$engine_log.pid"
    fi
}
