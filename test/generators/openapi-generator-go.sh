#!/bin/sh
# Compiles the client that OpenAPI Generator makes for Go.
set -eu
./openapi-generator.sh go
cd "$OUT"
# The examples that come along ask for a module of their own.
rm -rf test
go build ./...
