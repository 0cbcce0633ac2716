#!/bin/bash
# Roles and databases: per service an owner for `migrate` and an application role that owns nothing.
# Run by the container's init folder and by the local engine at every start, so every statement may run twice.
# In: KIM_OWNER_<NAME>, KIM_APP_<NAME> (passwords), POSTGRES_USER, PG* as psql knows them.
set -eu

for variable in ${!KIM_OWNER_*}; do
    key=${variable#KIM_OWNER_}
    name=$(printf '%s' "$key" | tr '[:upper:]' '[:lower:]')
    app_variable="KIM_APP_$key"
    # The passwords go through psql's own variables: they never stand in a command line or in a log.
    KIM_OWNER_PASSWORD=${!variable} KIM_APP_PASSWORD=${!app_variable} \
    psql --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres \
        --set ON_ERROR_STOP=1 --set name="$name" <<'SQL'
\set owner :name _owner
\set app :name _app
\getenv owner_password KIM_OWNER_PASSWORD
\getenv app_password KIM_APP_PASSWORD
SELECT format('CREATE ROLE %I', r) FROM unnest(ARRAY[:'owner', :'app']) AS r
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) \gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L', :'owner', :'owner_password') \gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L', :'app', :'app_password') \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'name', :'app') \gexec
SQL
done
