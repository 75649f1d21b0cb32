#!/bin/sh
# Compiles the client that ogen makes for Go; it reads OpenAPI 3.0.
set -eu
version=v1.25.0
cd "$OUT"
go mod init generated 2>/dev/null
go get github.com/ogen-go/ogen@$version 2>/dev/null
go run github.com/ogen-go/ogen/cmd/ogen@$version --target api --package api "$DOCUMENT_3_0"
go mod tidy 2>/dev/null
go build ./...
