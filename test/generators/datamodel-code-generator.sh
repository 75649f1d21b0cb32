#!/bin/sh
# Reads policies by the Pydantic classes that datamodel-code-generator makes; a numbered name would tell nobody what it is.
set -eu
python3 -m venv "$OUT/venv"
PATH=$OUT/venv/bin:$PATH
cd "$OUT"
pip install --quiet --disable-pip-version-check --no-compile datamodel-code-generator==0.89.0 pydantic==2.14.4
datamodel-codegen --input "$DOCUMENT" --input-file-type openapi --output models.py --formatters builtin \
  --output-model-type pydantic_v2.BaseModel
PYTHONPATH=. python "$PROGRAMS/read_policy.py"
! grep -n '^class [A-Za-z]*[0-9](' models.py
