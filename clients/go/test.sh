#!/bin/sh
# Compiles, vets, tests, and tells the example's story to the service of STAGEGATE_URL.
set -eu
cd "$(dirname "$0")"
unformatted=$(gofmt -l .)
[ -z "$unformatted" ] || { echo "gofmt would change: $unformatted" >&2; exit 1; }
go build ./...
go vet ./...
go test ./...
: "${STAGEGATE_URL:?}" "${STAGEGATE_TOKEN:?}" "${STAGEGATE_REVIEWER_TOKEN:?}"
go run ./example
