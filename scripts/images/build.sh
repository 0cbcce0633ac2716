#!/usr/bin/env bash
# Builds kim-test/postgres:15 and kim-test/rabbitmq:3 from the packages of the Debian mirror that this machine uses.
# Called by scripts/test.sh when the official images cannot be pulled; Docker's own store keeps the result.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

# The mirror is the one that apt uses here: deb822 files first, one-line lists second.
mirror=$(sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -1 || true)
[ -n "$mirror" ] || mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null \
    | awk '$1=="deb" { for (i=2; i<=NF; i++) if ($i ~ /:\/\// && $i ~ /debian/) { print $i; exit } }' || true)
[ -n "$mirror" ] || { echo "No Debian mirror found under /etc/apt: the test images cannot be built." >&2; exit 1; }
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")

if [ -z "$(docker images -q kim-test/debian)" ]; then
    rootfs=$(mktemp -d)
    trap 'rm -rf "$rootfs"' EXIT
    say "base image: debootstrap $suite (about 40 s)"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$rootfs" "$mirror" >"$rootfs.log" 2>&1 \
        || { tail -20 "$rootfs.log" >&2; exit 1; }
    rm -f "$rootfs.log"
    # What the host needs to reach its mirror, the build inside the image needs as well: proxy settings and own root certificates.
    apt-config dump | grep -iE '^Acquire::([^ ]*Proxy|Check-)' > "$rootfs/etc/apt/apt.conf.d/90host-proxy" || true
    cp /etc/ssl/certs/ca-certificates.crt "$rootfs/etc/ssl/certs/ca-certificates.crt" 2>/dev/null || true
    rm -rf "$rootfs"/var/cache/apt/archives/*.deb
    tar -C "$rootfs" -c . | docker import --change 'ENV LANG=C.UTF-8' --change 'ENV DEBIAN_FRONTEND=noninteractive' \
        - kim-test/debian >/dev/null
fi

for image in postgres:15 rabbitmq:3; do
    [ -z "$(docker images -q "kim-test/$image")" ] || continue
    say "image kim-test/$image (about 40 s)"
    log=$(mktemp)
    DOCKER_BUILDKIT=0 docker build --network host -q -t "kim-test/$image" -f "${image%%:*}.Dockerfile" . >"$log" 2>&1 \
        || { tail -30 "$log" >&2; rm -f "$log"; exit 1; }
    rm -f "$log"
done
say "test images are there"
