#!/bin/sh
# Compiles the client that OpenAPI Generator makes for Rust.
set -eu
./openapi-generator.sh rust
cd "$OUT"
CARGO_TARGET_DIR=$OUT/target cargo check --quiet
