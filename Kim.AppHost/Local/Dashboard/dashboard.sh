#!/bin/bash
# The Aspire dashboard for the local engine. In: KIM_DASHBOARD (where ./kim up installed it), KIM_TOKEN (for browsers), KIM_OTLP_KEY,
# KIM_RESOURCES_KEY, the addresses under the dashboard's own names, and ASPIRE_CLI_PID: it ends when that process does.
set -euo pipefail
export HOME=$KIM_DASHBOARD/home ASPIRE_CLI_TELEMETRY_OPTOUT=true DASHBOARD__API__DISABLED=true
export DASHBOARD__FRONTEND__AUTHMODE=BrowserToken DASHBOARD__FRONTEND__BROWSERTOKEN=$KIM_TOKEN
export DASHBOARD__OTLP__AUTHMODE=ApiKey DASHBOARD__OTLP__PRIMARYAPIKEY=$KIM_OTLP_KEY
export DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE=ApiKey DASHBOARD__RESOURCESERVICECLIENT__APIKEY=$KIM_RESOURCES_KEY
unset ${!KIM_*}
for program in "$HOME"/.aspire/versions/*/managed/aspire-managed; do
    cd "$(dirname "$program")"
    exec "$program" dashboard
done
