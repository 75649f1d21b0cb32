#!/bin/sh
# Checks types, tests, and tells the stories of the examples and of the README to the service of STAGEGATE_URL.
set -eu
: "${STAGEGATE_URL:?}" "${STAGEGATE_TOKEN:?}" "${STAGEGATE_REVIEWER_TOKEN:?}"
cd "$(dirname "$0")"
tools=.venv/test
installed="$tools/installed.txt"
if ! cat pyproject.toml requirements-test.txt | cmp -s - "$installed"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --no-compile -r requirements-test.txt --editable .
  cat pyproject.toml requirements-test.txt > "$installed"
fi
"$tools/bin/ruff" check --quiet .
"$tools/bin/ruff" format --quiet --check .
"$tools/bin/mypy"
"$tools/bin/pytest"
