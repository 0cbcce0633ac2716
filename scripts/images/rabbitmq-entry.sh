#!/bin/sh
# Same contract as the official image, as far as the tests need it: RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS.
set -eu
export HOME=/var/lib/rabbitmq
export RABBITMQ_CONFIG_FILE=/tmp/rabbitmq.conf
export RABBITMQ_LOGS=-
cat > "$RABBITMQ_CONFIG_FILE" <<CONF
loopback_users = none
default_user = ${RABBITMQ_DEFAULT_USER:-guest}
default_pass = ${RABBITMQ_DEFAULT_PASS:-guest}
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 50MB
CONF
exec /usr/lib/rabbitmq/bin/rabbitmq-server
