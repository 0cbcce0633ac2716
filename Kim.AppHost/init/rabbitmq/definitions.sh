#!/bin/sh
# Prints the broker's definitions: virtual host kim and one user per service, limited to its own queues and exchanges.
# In: RABBITMQ_DEFAULT_USER/PASS (administrator), KIM_BROKER_<NAME> (passwords; letters and digits, so no quoting).
set -eu

names=$(env | sed -n 's/^KIM_BROKER_\([A-Z]*\)=.*/\1/p' | sort)
admin=$RABBITMQ_DEFAULT_USER

printf '{"vhosts":[{"name":"/"},{"name":"kim"}],"users":['
printf '{"name":"%s","password":"%s","tags":"administrator"}' "$admin" "$RABBITMQ_DEFAULT_PASS"
for key in $names; do
    eval "password=\$KIM_BROKER_$key"
    printf ',{"name":"%s","password":"%s","tags":""}' "$(echo "$key" | tr '[:upper:]' '[:lower:]')" "$password"
done
printf '],"permissions":['
printf '{"user":"%s","vhost":"/","configure":".*","write":".*","read":".*"},' "$admin"
printf '{"user":"%s","vhost":"kim","configure":".*","write":".*","read":".*"}' "$admin"
for key in $names; do
    name=$(echo "$key" | tr '[:upper:]' '[:lower:]')
    printf ',{"user":"%s","vhost":"kim","configure":"^(%s-.*|kim\\\\..*)$","write":"^(%s-.*|kim\\\\.%s\\\\..*)$","read":"^(%s-.*|kim\\\\..*)$"}' \
        "$name" "$name" "$name" "$name" "$name"
done
printf ']}\n'
