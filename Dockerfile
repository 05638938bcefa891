# Built from a clone; what an installation adds (drawbridge.yaml, certs, metadata, portals, store) is mounted at /data.
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
        g++ git pkg-config libxml2-dev libxmlsec1-dev libssl-dev libsqlite3-dev zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Package.swift ./
COPY Sources Sources
# The manifest names the test targets, whose folders must exist.
COPY Tests Tests
RUN swift build -c release --product drawbridge --static-swift-stdlib \
    && install -D -m 0755 "$(swift build -c release --static-swift-stdlib --show-bin-path)/drawbridge" /out/drawbridge

FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
        ca-certificates libxml2 libxmlsec1 libxmlsec1-openssl libssl3 libsqlite3-0 zlib1g tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin drawbridge \
    && install -d -o drawbridge -g drawbridge -m 0750 /data
COPY --from=build /out/drawbridge /usr/local/bin/drawbridge
USER 10001
WORKDIR /data
VOLUME /data
# Inside a container the loopback address reaches nobody; the operations port stays inside unless it is published.
ENV DRAWBRIDGE_LISTEN_HOST=0.0.0.0
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["drawbridge"]
CMD ["serve"]
