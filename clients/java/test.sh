#!/bin/sh
# Compiles with every warning an error, tests, and tells the example's story to the service of STAGEGATE_URL.
set -eu
cd "$(dirname "$0")"
mvn -q -B test
: "${STAGEGATE_URL:?}" "${STAGEGATE_TOKEN:?}" "${STAGEGATE_REVIEWER_TOKEN:?}"
mvn -q -B exec:java -Dexec.classpathScope=test -Dexec.mainClass=stagegate.example.CensusIncome
