# PostgreSQL for tests, from Debian's packages: used where no registry is reachable. Throwaway data, hence no fsync.
FROM kim-test/debian
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql \
    && rm -rf /var/lib/apt/lists/*
COPY postgres-entry.sh /usr/local/bin/entry
USER postgres
EXPOSE 5432
ENTRYPOINT ["/bin/sh", "/usr/local/bin/entry"]
CMD ["postgres"]
