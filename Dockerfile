# The appliance as an image: Node, our source as it is, and its packages. No compiler, no package manager, no shell user.

FROM node:24-bookworm-slim AS packages
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package runs code of its own while it is installed; sqlite3 is compiled here, against the headers of this Node.
RUN npm ci --omit=dev --ignore-scripts \
 && cd node_modules/sqlite3 \
 && ../.bin/node-gyp rebuild --nodedir=/usr/local --jobs max \
 && mv build/Release/node_sqlite3.node /tmp/ \
 && rm -rf build deps \
 && mkdir -p build/Release \
 && mv /tmp/node_sqlite3.node build/Release/ \
 && node -e 'new (require("/app/node_modules/sqlite3").Database)(":memory:")'

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="DataMapper Appliance" \
      org.opencontainers.image.licenses="GPL-3.0-or-later"
# tesseract reads the writing in pictures; the languages' models come with npm's packages. libsmbclient reads shares, in
# processes of its own; smbclient tells what is wrong with a connection.
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr libsmbclient smbclient \
 && rm -rf /var/lib/apt/lists/*
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && groupadd --system --gid 10001 datamapper \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/datamapper --shell /usr/sbin/nologin datamapper \
 && install -d -m 0700 -o datamapper -g datamapper /run/datamapper /var/lib/datamapper /var/lib/datamapper-backups \
 && ln -s /app/scripts/datamapper /usr/local/bin/datamapper
WORKDIR /app
# Everything belongs to root, so that the appliance cannot change its own code.
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE NOTICE ./
COPY scripts/datamapper scripts/node scripts/health-check.ts ./scripts/
COPY public ./public
COPY views ./views
COPY app ./app

ENV NODE_ENV=production \
    DM_STATE_DIR=/var/lib/datamapper \
    DM_BACKUP_DIR=/var/lib/datamapper-backups \
    DM_HTTP_PORT=8080 \
    DM_HTTPS_PORT=8443
USER 10001:10001
VOLUME ["/var/lib/datamapper", "/var/lib/datamapper-backups"]
EXPOSE 8080 8443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "/app/scripts/health-check.ts"]
ENTRYPOINT ["datamapper"]
CMD ["serve"]
