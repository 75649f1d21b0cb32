#!/bin/sh
# Writes api/ anew from the API document.
set -eu
cd "$(dirname "$0")"
document=$(mktemp)
trap 'rm -f "$document"' EXIT
node ../client-document.js "$document" --no-unions
go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config oapi-codegen.yaml "$document"
# The generator has no place for a check of what becomes part of a path.
sed -i.orig '/ParamLocationPath/s/runtime\.StyleParamWithOptions(/pathSegment(/' api/api.gen.go
rm api/api.gen.go.orig
node secrets.js "$document" api/secrets.gen.go
