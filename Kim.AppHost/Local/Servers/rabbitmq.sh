#!/bin/bash
# RabbitMQ for the local engine. `start` runs Debian's packages, `ready` gives a broker that is not ours virtual host and users.
# In: KIM_HOME, KIM_INIT (folder of definitions.sh, which has its own variables), KIM_PORT, ERL_EPMD_PORT, RABBITMQ_DIST_PORT,
# KIM_GIVEN (user:password of a given broker), KIM_MANAGEMENT (address of its management API).
set -euo pipefail
. "$(dirname "$0")/account.sh"

if [ "$1" = ready ]; then
    [ -n "$KIM_GIVEN" ] || exit 0
    definitions=$(dirname "$KIM_HOME")/broker-definitions.json
    sh "$KIM_INIT/definitions.sh" > "$definitions"
    [ -n "$KIM_MANAGEMENT" ] || { echo "The given broker needs what $definitions says: import that file, or set Kim__BrokerManagement."; exit 0; }
    # The password goes through a file of curl's own: it stands in no command line.
    printf 'user = "%s"\n' "$KIM_GIVEN" | curl --fail --silent --show-error --noproxy '*' --config - \
        --header 'Content-Type: application/json' --data-binary "@$definitions" "${KIM_MANAGEMENT%/}/api/definitions"
    exit
fi

server=${KIM_RABBITMQ:-/usr/lib/rabbitmq/bin}/rabbitmq-server
[ -x "$server" ] && command -v epmd >/dev/null || missing "RabbitMQ is not installed." "./kim up (installs it), or apt-get install rabbitmq-server."
use_account rabbitmq
cd "$home"

sh "$KIM_INIT/definitions.sh" | write definitions.json
write enabled_plugins <<< '[].'
write rabbitmq.conf <<CONF
listeners.tcp.local = 127.0.0.1:$KIM_PORT
load_definitions = $home/definitions.json
default_user = $RABBITMQ_DEFAULT_USER
default_pass = $RABBITMQ_DEFAULT_PASS
log.console = true
log.console.level = info
disk_free_limit.absolute = 50MB
CONF

unset ${!KIM_*} ${!RABBITMQ_DEFAULT_*}
# Everything that would else be the packaged service's own. No busy waiting: it shares a developer's cores with everything else.
export HOME=$home LC_ALL=C.UTF-8 ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_NODENAME=kim@localhost RABBITMQ_LOGS=- \
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_CONFIG_FILE=$home/rabbitmq.conf RABBITMQ_CONFIG_FILES=$home/conf.d \
    RABBITMQ_ADVANCED_CONFIG_FILE=$home/advanced.config RABBITMQ_ENABLED_PLUGINS_FILE=$home/enabled_plugins \
    RABBITMQ_MNESIA_BASE=$home/data RABBITMQ_LOG_BASE=$home/log RABBITMQ_PLUGINS_EXPAND_DIR=$home/plugins \
    RABBITMQ_GENERATED_CONFIG_DIR=$home/config RABBITMQ_SCHEMA_DIR=$home/schema RABBITMQ_PID_FILE=$home/pid \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none"

# Erlang's name service. The broker would start it as a daemon that outlives everything; as its child it does not.
setpriv "${account[@]}" --pdeathsig TERM -- epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 &
until epmd -names >/dev/null 2>&1; do kill -0 $!; sleep 0.05; done
exec setpriv "${account[@]}" --pdeathsig TERM -- "$server"
