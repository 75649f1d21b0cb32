#!/bin/sh
# Generates a client by OpenAPI Generator as it comes: openapi-generator.sh GENERATOR [OPTION]…
set -eu
version=7.25.0
generator=$1
shift
mvn -q -B -Dstyle.color=never dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$version -DoutputDirectory="$TOOLS"
java -jar "$TOOLS/openapi-generator-cli-$version.jar" generate -g "$generator" -i "$DOCUMENT" -o "$OUT" "$@" >"$OUT.log" 2>&1 ||
  { cat "$OUT.log"; exit 1; }
