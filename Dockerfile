# Node 24 LTS on Debian 12: the embedded PostgreSQL needs glibc, so no Alpine.
ARG BASE=docker.io/library/node:24-bookworm-slim
FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY cli/package.json cli/
COPY verifier/package.json verifier/
COPY console/package.json console/
COPY clients/typescript/package.json clients/typescript/
RUN npm ci --include-workspace-root --workspace console --workspace clients/typescript
COPY tsconfig.json tsconfig.build.json ./
COPY tools tools
COPY src src
COPY migrations migrations
COPY clients/typescript/src clients/typescript/src
COPY console console
COPY openapi/openapi.json openapi/
RUN npm run build

FROM ${BASE} AS production-dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --workspaces=false
COPY deploy/image/bill-of-materials.js ./
RUN node bill-of-materials.js > sbom.cdx.json

FROM ${BASE}
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    LOG_FORMAT=json
WORKDIR /app
COPY package.json LICENSE ./
COPY openapi/openapi.json openapi/openapi.yaml openapi/openapi-3.0.json openapi/
COPY asyncapi/asyncapi.json asyncapi/
COPY --from=production-dependencies /app/node_modules node_modules
# What the image is made of, of npm, of Debian and Node.js, as CycloneDX.
COPY --from=production-dependencies /app/sbom.cdx.json sbom.cdx.json
COPY --from=build /app/dist/src dist/src
COPY --from=build /app/dist/migrations dist/migrations
COPY --from=build /app/console/dist console/dist
COPY examples/census-income examples/census-income
# Completes the library links of the embedded PostgreSQL while the folder can still be written.
RUN node -e "import('/app/dist/src/platform/embedded-postgres/binaries.js').then((found) => found.locateBinaries(process.env))" \
    && install -d -o node -g node -m 0755 /var/lib/stagegate
# Without DATABASE_URL the data folder is made here, in .stagegate; mount a volume to keep it.
WORKDIR /var/lib/stagegate
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/app/dist/src/main.js"]
