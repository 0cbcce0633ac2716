#!/bin/sh
# The container's entry point: definitions from the environment, then the image's own start.
set -eu
umask 027
/bin/sh /etc/kim/definitions.sh > /tmp/kim-definitions.json
chown rabbitmq:rabbitmq /tmp/kim-definitions.json
echo 'load_definitions = /tmp/kim-definitions.json' > /etc/rabbitmq/conf.d/90-kim.conf
chmod 644 /etc/rabbitmq/conf.d/90-kim.conf
exec docker-entrypoint.sh rabbitmq-server
