# RabbitMQ with its management API for tests, from Debian's packages: used where no registry is reachable.
FROM kim-test/debian
RUN apt-get update \
    && apt-get install -y --no-install-recommends rabbitmq-server \
    && rm -rf /var/lib/apt/lists/* \
    && rabbitmq-plugins enable --offline rabbitmq_management
COPY rabbitmq-entry.sh /usr/local/bin/entry
USER rabbitmq
EXPOSE 5672 15672
ENTRYPOINT ["/bin/sh", "/usr/local/bin/entry"]
