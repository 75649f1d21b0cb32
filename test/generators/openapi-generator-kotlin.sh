#!/bin/sh
# Compiles the client that OpenAPI Generator makes for Kotlin.
set -eu
./openapi-generator.sh kotlin
cp programs/kotlin-pom.xml "$OUT/pom.xml"
cd "$OUT"
mvn -q -B -Dstyle.color=never compile
