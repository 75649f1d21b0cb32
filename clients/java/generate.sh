#!/bin/sh
# Writes the packages api and model anew from the API document.
set -eu
cd "$(dirname "$0")"
version=7.25.0
rm -rf target/generated
mkdir -p target
node ../client-document.js target/openapi.json --no-unions
mvn -q -B dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$version -DoutputDirectory=target
java -jar target/openapi-generator-cli-$version.jar generate -c generator.yaml -i target/openapi.json >target/generate.log 2>&1 ||
  { cat target/generate.log >&2; exit 1; }
for package in api model; do
  mkdir -p src/main/java/stagegate/client/$package
  find src/main/java/stagegate/client/$package -name '*.java' -delete
  cp target/generated/src/main/java/stagegate/client/$package/*.java src/main/java/stagegate/client/$package/
done
