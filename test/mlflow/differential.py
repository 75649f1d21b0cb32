"""The same requests to a real MLflow server and to Stagegate; what differs has to be named, and told in docs/mlflow.md."""

import json
import os
import pathlib
import re

import requests

MLFLOW, STAGEGATE = os.environ["TRACKING_URL"], os.environ["STAGEGATE_URL"]
HEADERS = {"Authorization": f"Bearer {os.environ['MLFLOW_TRACKING_TOKEN']}"}
DOCUMENTATION = pathlib.Path(__file__).parents[2] / "docs" / "mlflow.md"
FEWEST = 200
RM, MV = "registered-models", "model-versions"

sent = 0
unnamed = []
named = set()


def call(url, method, path, fields, raw):
    options = {"data": raw, "headers": {**HEADERS, "Content-Type": "application/json"}} if raw is not None else {
        "params" if method == "GET" else "json": fields,
        "headers": HEADERS,
    }
    answer = requests.request(method, f"{url}/api/2.0/mlflow/{path}", timeout=60, **options)
    try:
        body = answer.json()
    except ValueError:
        body = {"html": True}
    return answer.status_code, body


OURS_ALONE = ("user_id", "model_id")


def is_ours_alone(item):
    """The alias that mirrors Production, and what is told of the judgement of a version."""
    if isinstance(item, dict):
        return item.get("alias") == "champion" or str(item.get("key")).startswith("stagegate.")
    return item == "champion"


def without_aliases(body):
    """MLflow shows no aliases of the versions that a search finds, nor of those inside of a model."""
    for model in [body.get("registered_model", {}), *body.get("registered_models", []), body]:
        for version in [*model.get("latest_versions", []), *model.get("model_versions", [])]:
            version.pop("aliases", None)
    return body


def normal(value, key=None):
    """What both have to say alike: times and tokens are there or not, and what only Stagegate tells is left out."""
    if isinstance(value, dict):
        kept = {name: normal(item, name) for name, item in value.items() if name not in OURS_ALONE}
        return {name: item for name, item in kept.items() if item != []}
    if isinstance(value, list):
        items = [normal(item) for item in value if not is_ours_alone(item)]
        return sorted(items, key=json.dumps) if key in ("tags", "aliases", "latest_versions") else items
    return True if key and (key.endswith("_timestamp") or key == "next_page_token") else value


def said(path, status, body):
    if status != 200:
        return {"status": status, "code": body.get("error_code")}
    hides = path != f"{RM}/get-latest-versions" and (path.startswith(RM) or path.endswith("search"))
    return {"status": 200, "body": in_any_order(path, normal(without_aliases(body) if hides else body))}


def in_any_order(path, body):
    """MLflow lists the latest versions as its database happens to."""
    if path == f"{RM}/get-latest-versions" and "model_versions" in body:
        body["model_versions"].sort(key=json.dumps)
    return body


def ask(method, path, fields=None, difference=None, raw=None):
    """Sends one request to both. A difference that has no name, and a name without its difference, are faults."""
    global sent
    sent += 1
    theirs, ours = (call(url, method, path, fields or {}, raw) for url in (MLFLOW, STAGEGATE))
    shown = f"{method} {path} {json.dumps(fields)[:200] if raw is None else raw[:200]}"
    if ours[0] >= 500 and ours[0] != 501:
        unnamed.append(f"{shown}: Stagegate answers {ours}")
    theirs, ours = said(path, *theirs), said(path, *ours)
    if theirs != ours:
        if difference is None:
            unnamed.append(f"{shown}\n    MLflow    {json.dumps(theirs)[:600]}\n    Stagegate {json.dumps(ours)[:600]}")
        named.add(difference)
    elif difference is not None:
        unnamed.append(f"{shown}: there is no difference '{difference}'")


def models():
    for fields in [
        {"name": "m1"},
        {"name": "M1"},
        {"name": "m2", "description": "d", "tags": [{"key": "a", "value": "b"}, {"key": "c d", "value": ""}]},
        {"name": "m1"},
        {"name": ""},
        {"name": "  "},
        {"name": None},
        {},
        {"name": 5},
        {"name": ["x"]},
        {"name": "a/b"},
        {"name": "a:b"},
        {"name": ".."},
        {"name": "m3", "unknown": 1},
        {"name": "m4", "tags": "x"},
        {"name": "m4", "tags": [{"key": "", "value": "v"}]},
        {"name": "m4", "tags": [{"key": "a\\b", "value": "v"}]},
        {"name": "m4", "tags": [{"key": "k" * 251, "value": "v"}]},
        {"name": "m4", "description": 5},
    ]:
        ask("POST", f"{RM}/create", fields)
    ask("POST", f"{RM}/create", {"name": "a b"}, "names")
    ask("POST", f"{RM}/create", {"name": "x" * 129}, "names")
    for name in ["m1", "M1", "m2", "m3", "none", "", "a b c", "a/b"]:
        ask("GET", f"{RM}/get", {"name": name})
    for fields in [
        {"name": "m1", "description": "one"},
        {"name": "m1", "description": ""},
        {"name": "none", "description": "x"},
        {"description": "x"},
    ]:
        ask("PATCH", f"{RM}/update", fields)
    ask("PATCH", f"{RM}/update", {"name": "m2"}, "kept-description")
    ask("PATCH", f"{RM}/update", {"name": "m2", "description": "d"})
    for fields in [
        {"name": "m3", "new_name": "m5"},
        {"name": "m5", "new_name": "m5"},
        {"name": "m5", "new_name": "m1"},
        {"name": "none", "new_name": "m6"},
        {"name": "m5"},
        {"name": "m5", "new_name": ""},
        {"name": "m5", "new_name": "a/b"},
        {"name": "m5", "newName": "m6"},
    ]:
        ask("POST", f"{RM}/rename", fields)
    for name in ["m5", "m5", "", "none"]:
        ask("DELETE", f"{RM}/delete", {"name": name})


def tags():
    for path, key in [(RM, {"name": "m1"}), (MV, {"name": "m1", "version": "1"})]:
        for fields in [
            {"key": "k", "value": "v"},
            {"key": "k", "value": "w"},
            {"key": "k"},
            {"key": "a/b c.d-e:f_g", "value": "v"},
            {"key": "ü", "value": "ü"},
            {"key": "k", "value": None},
            {"key": "k", "value": 5},
            {"key": "k", "value": True},
            {"key": "", "value": "v"},
            {"value": "v"},
            {"key": "a,b", "value": "v"},
            {"key": "../a", "value": "v"},
            {"key": "a//b", "value": "v"},
            {"key": "/a", "value": "v"},
            {"key": "k" * 250, "value": "v"},
            {"key": "k" * 251, "value": "v"},
            {"key": "long", "value": "v" * 5000},
            {"key": "none", "value": "v", "name": "none"},
        ]:
            ask("POST", f"{path}/set-tag", {**key, **fields})
        ask("POST", f"{path}/set-tag", {**key, "key": "longer", "value": "v" * 5001}, "tag-length")
        ask("POST", f"{path}/set-tag", {**key, "key": "stagegate.verdict", "value": "PASS"}, "own-tags")
        ask("POST", f"{path}/set-tag", {**key, "key": "k", "value": "\U0001f600" * 3000})
        ask("DELETE", f"{path}/delete-tag", {**key, "key": "k"})
        for fields in [{"key": "k"}, {"key": "k"}, {"key": "never"}, {"key": ""}, {}, {"key": "k", "name": "none"}]:
            ask("DELETE", f"{path}/delete-tag", {**key, **fields})
        ask("DELETE", f"{path}/delete-tag", {**key, "key": "longer"})
        ask("DELETE", f"{path}/delete-tag", {**key, "key": "stagegate.verdict"}, "own-tags")
    ask("GET", f"{RM}/get", {"name": "m1"})


def versions():
    for fields in [
        {"source": "s3://b/1"},
        {"source": "s3://b/2", "run_id": "a" * 32, "run_link": "https://run", "description": "d"},
        {"source": "s3://b/3", "tags": [{"key": "a", "value": "b"}]},
        {"source": "gs://b//c"},
        {"source": "dbfs:/x"},
        {"source": "runs:/abc/model", "run_id": "abc"},
        {"source": "runs:/abc/model"},
        {"source": "runs:/abc/model", "run_id": "other"},
        {"source": "/etc/passwd"},
        {"source": "file:///etc/passwd"},
        {"source": "relative/dir"},
        {"source": "."},
        {"source": "s3://b/../p"},
        {"source": "s3://b/x/%2e%2e/y"},
        {"source": "mlflow-artifacts:/x/%2e%2e/y"},
        {"source": "mlflow-artifacts:/x"},
        {"source": "models://host/m"},
        {"source": "runs://host/m", "run_id": "m"},
        {"source": ""},
        {"source": None},
        {},
        {"source": 5},
        {"source": "s3://b/1", "name": "none"},
        {"source": "s3://b/1", "name": ""},
        {"source": "s3://b"},
        {"source": "models:/m1/1"},
        {"source": "models:/m1/latest"},
        {"source": "models:/m1/99"},
        {"source": "models:/none/1"},
        {"source": "models:/m1@none"},
        {"source": "models:/m1/1", "run_id": "other"},
        {"source": "s3://b", "run_id": 5},
        {"source": "s3://b", "tags": [{"key": "a,b", "value": "x"}]},
    ]:
        ask("POST", f"{MV}/create", {"name": "m1", **fields})
    ask("POST", f"{MV}/create", {"name": "m1", "source": "file://otherhost/m"}, "no-500")
    ask("POST", f"{MV}/create", {"name": "m1", "source": "models:/m1/Archived"}, "no-500")
    ask("POST", f"{RM}/create", {"name": "apart"})
    ask("POST", f"{MV}/create", {"name": "apart", "source": "https://host/m"}, "hosts")
    ask("POST", f"{MV}/create", {"name": "apart", "source": "s3://b/" + "x" * 494}, "lengths")
    for source in ["s3://b/c//d///e", "s3://b/c//", "s3://b//../c"]:
        ask("POST", f"{MV}/create", {"name": "apart", "source": source})
    ask("DELETE", f"{RM}/delete", {"name": "apart"})
    for version in ["1", " 1", "+1", "01", "2", "3", "99", "0", "-1", "abc", "1.0", ""]:
        ask("GET", f"{MV}/get", {"name": "m1", "version": version})
    ask("GET", f"{MV}/get", {"name": "m1", "version": "9" * 20}, "no-500")
    ask("GET", f"{MV}/get", {"name": "none", "version": "1"})
    ask("GET", f"{MV}/get", {"name": "m1"})
    for version in ["1", "6", "7", "99"]:
        ask("GET", f"{MV}/get-download-uri", {"name": "m1", "version": version})
    for fields in [
        {"version": "1", "description": "d"},
        {"version": "99", "description": "d"},
        {"version": 1, "description": "d"},
        {"description": "d"},
    ]:
        ask("PATCH", f"{MV}/update", {"name": "m1", **fields})
    ask("PATCH", f"{MV}/update", {"name": "m1", "version": "1"}, "kept-description")
    ask("PATCH", f"{MV}/update", {"name": "m1", "version": "1", "description": ""})
    ask("PATCH", f"{MV}/update", {"name": "m1", "version": "1", "description": "d"})


def aliases():
    for fields in [
        {"alias": "blue", "version": "1"},
        {"alias": "blue", "version": "2"},
        {"alias": "v1x", "version": "1"},
        {"alias": "latest", "version": "1"},
        {"alias": "LATEST", "version": "1"},
        {"alias": "v1", "version": "1"},
        {"alias": "V22", "version": "1"},
        {"alias": "a b", "version": "1"},
        {"alias": "a.b", "version": "1"},
        {"alias": "", "version": "1"},
        {"alias": "x" * 256, "version": "1"},
        {"alias": "green", "version": "99"},
        {"alias": "green", "version": 1},
        {"alias": "green"},
        {"alias": "green", "version": "1", "name": "none"},
    ]:
        ask("POST", f"{RM}/alias", {"name": "m1", **fields})
    ask("POST", f"{RM}/alias", {"name": "m1", "alias": "_x", "version": "1"}, "alias-names")
    ask("POST", f"{RM}/alias", {"name": "m1", "alias": "staging", "version": "1"}, "alias-names")
    ask("DELETE", f"{RM}/alias", {"name": "m1", "alias": "_x"})
    ask("DELETE", f"{RM}/alias", {"name": "m1", "alias": "staging"})
    for alias in ["blue", "v1x", "none", "v2", "latest", "Latest", "a b", ""]:
        ask("GET", f"{RM}/alias", {"name": "m1", "alias": alias})
    ask("GET", f"{RM}/alias", {"name": "none", "alias": "blue"})
    for fields in [{"alias": "v1x"}, {"alias": "v1x"}, {"alias": "v1"}, {"alias": "never"}, {"alias": ""}]:
        ask("DELETE", f"{RM}/alias", {"name": "m1", **fields})
    ask("DELETE", f"{RM}/alias", {"name": "none", "alias": "x"})


def stages():
    for version, stage, flag in [
        ("1", "Staging", False),
        ("2", "staging", False),
        ("3", "STAGING", True),
        ("3", "Production", True),
        ("3", "Production", False),
        ("1", "None", False),
    ]:
        fields = {"name": "m1", "version": version, "stage": stage, "archive_existing_versions": flag}
        ask("POST", f"{MV}/transition-stage", fields)
    for fields in [
        {"stage": "Retired"},
        {"stage": ""},
        {},
        {"stage": "Staging", "version": "99"},
        {"stage": "Staging", "version": "abc"},
        {"stage": "Staging", "name": "none"},
        {"stage": "Staging", "archive_existing_versions": "yes"},
        {"stage": "Staging", "archive_existing_versions": 1},
    ]:
        ask("POST", f"{MV}/transition-stage", {"name": "m1", "version": "1", **fields})
    for stage in ["Archived", "None"]:
        ask(
            "POST",
            f"{MV}/transition-stage",
            {"name": "m1", "version": "1", "stage": stage, "archive_existing_versions": True},
            "no-500",
        )
    for stage in ["Archived", "None"]:
        ask("POST", f"{MV}/transition-stage", {"name": "m1", "version": "3", "stage": stage}, "empty-production")
        ask("POST", f"{MV}/transition-stage", {"name": "m1", "version": "3", "stage": "Production"})
    for fields in [{"stages": ["None"]}, {"stages": ["none", "Staging"]}, {"stages": ["Retired"]}, {"stages": "None"}, {"name": "none"}]:
        ask("POST", f"{RM}/get-latest-versions", {"name": "m1", **fields})
    ask("POST", f"{RM}/get-latest-versions", {"name": "m1"})
    ask("GET", f"{RM}/alias", {"name": "m1", "alias": "champion"}, "champion")
    ask("GET", f"{RM}/get-latest-versions", {"name": "m1", "stages": ["None", "Archived"]})
    ask("POST", f"{RM}/get-latest-versions", {"name": "m2"})


FILTERS_OF_VERSIONS = """name = 'm1' | name='m1' AND version_number > 2 | name = 'm1' and version_number = '2' | name = 'm1' AND version_number != 2
name = 'm1' AND version_number <= 2 | name = 'm1' AND version_number >= 3 | name = 'm1' AND version_number < 2 | name LIKE 'm%' AND version_number = 1
name ILIKE 'M1' AND version_number = 1 | name != 'm1' | name IN ('m1') AND version_number = 1 | name NOT IN ('m1') | run_id = 'abc'
run_id IN ('abc', 'x') | run_id NOT IN ('abc') AND version_number = 2 | source_path = 's3://b/1' AND version_number = 1 | source_path LIKE 's3://b/3'
attribute.name = 'm1' AND version_number = 1 | tags.a = 'b' | tag.a = 'b' | tags.`a` LIKE 'b%' | tags."a" ILIKE 'B' | tags.a != 'c' | tags.never != 'c'
name = 'none' | name = "m1" AND version_number = 1 | name = 'm1' OR name = 'm2' | (name = 'm1') | NOT name = 'm1' | name > 'a' | name == 'm1' | name <> 'm1'
name = m1 | name BETWEEN 'a' AND 'b' | `name` = 'm1' | attributes.name = 'm1' | Name = 'm1' | version_number = 2.0 | version_number = 'x' | version_number LIKE '1'
run_id IN () | run_id IN (1, 2) | source_path IN ('a') | tags.a IN ('b') | description = 'd' | nothing = 'x' | name = 'm1'; | name =
version_number IN (1) | name RLIKE 'a' | name = 'm1' AND | tags.a > 'b'""".replace("\n", " | ").split(" | ")

FILTERS_OF_MODELS = """name = 'm2' | name LIKE 'm2%' | name ILIKE 'M2' | name != 'm1' AND name = 'm2' | name IN ('m2', 'x') | tags.a = 'b' | tag.`c d` = ''
tags.a != 'x' | name = 'm2' AND tag.`mlflow.prompt.is_prompt` != 'true' | tags.`mlflow.prompt.is_prompt` = 'true' | name = 'none'
name = 'm1' OR name = 'm2' | run_id = 'x' | name > 'm' | version_number = 1 | nothing = 'x' | name = m1 | attribute.name = 'm2'""".replace("\n", " | ").split(" | ")


def searches():
    order = ["name ASC", "version_number ASC"]
    for text in FILTERS_OF_VERSIONS:
        label = "lax-and" if text.endswith(" AND") else None
        ask("GET", f"{MV}/search", {"filter": text, "order_by": order}, label)
    for text, label in [
        ("name = 'm1' name = 'm1'", "lax-and"),
        ("AND name = 'm1'", "lax-and"),
        ("name IS NULL", "no-500"),
        ("current_stage = 'None' AND version_number = 1", "superset"),
        ("alias = 'blue'", "superset"),
        ("creation_timestamp > 0 AND version_number = 1 AND name = 'm1'", "superset"),
    ]:
        ask("GET", f"{MV}/search", {"filter": text, "order_by": order}, label)
    for fields in [
        {"order_by": ["name DESC", "version_number DESC"]},
        {"order_by": ["version_number"]},
        {"order_by": ["attribute.version_number ASC"]},
        {"order_by": ["last_updated_timestamp DESC"]},
        {"order_by": ["version"]},
        {"order_by": ["current_stage"]},
        {"order_by": ["tags.a"]},
        {"order_by": ["name, version_number"]},
        {"max_results": 2, "order_by": order},
        {"max_results": 0},
        {"max_results": -1},
        {"max_results": 200001},
        {"max_results": "x"},
        {"page_token": "broken"},
    ]:
        ask("GET", f"{MV}/search", {"filter": "name = 'm1' AND version_number < 3", **fields})
    ask("GET", f"{MV}/search", {"order_by": ["name", "name DESC"]}, "no-500")
    for text in FILTERS_OF_MODELS:
        ask("GET", f"{RM}/search", {"filter": text})
    for fields in [
        {"order_by": ["name DESC"]},
        {"order_by": ["timestamp ASC"]},
        {"order_by": ["last_updated_timestamp"]},
        {"order_by": ["creation_timestamp"]},
        {"order_by": ["attribute.name"]},
        {"order_by": ["tags.a"]},
        {"max_results": 1},
        {"max_results": 1001},
        {"max_results": "x"},
    ]:
        ask("GET", f"{RM}/search", {"filter": "name = 'm2'", **fields})
    ask("GET", f"{RM}/search", {"filter": "name = 'm2'", "max_results": 0}, "no-page-of-none")


def bodies():
    for raw in ["", "null", "{", "{}"]:
        ask("POST", f"{RM}/create", raw=raw)
    for raw in ["[]", "5", '"text"']:
        ask("POST", f"{RM}/create", raw=raw, difference="no-500")
    ask("POST", f"{RM}/create", raw='{"name": "twice", "name": "twice-2"}', difference="doubled-keys")
    ask("GET", f"{RM}/get", raw='{"name": "m2"}')
    ask("GET", f"{RM}/nothing", difference="error-shape")
    ask("PUT", f"{RM}/get", difference="error-shape")
    ask("GET", "webhooks", difference="features")
    ask("GET", "experiments/get", {"experiment_id": "0"}, difference="features")


def deletions():
    ask("DELETE", f"{MV}/delete", {"name": "m2", "version": "1"})
    ask("DELETE", f"{MV}/delete", {"name": "m2", "version": "1"})
    ask("POST", f"{MV}/create", {"name": "m2", "source": "s3://b/again"})
    ask("DELETE", f"{MV}/delete", {"name": "m1", "version": "abc"})
    ask("DELETE", f"{MV}/delete", {"name": "m1"})
    ask("DELETE", f"{MV}/delete", {"name": "m1", "version": "2"})
    ask("DELETE", f"{MV}/delete", {"name": "m1", "version": "3"}, "in-use")
    ask("DELETE", f"{RM}/delete", {"name": "m1"}, "in-use")
    ask("DELETE", f"{RM}/delete", {"name": "m2"})
    ask("POST", f"{RM}/create", {"name": "m2"})
    ask("POST", f"{MV}/create", {"name": "m2", "source": "s3://b/1"}, "numbers-go-on")


policy = requests.put(f"{STAGEGATE}/api/v1/gate-policy", json={"preset": "open"}, headers=HEADERS, timeout=60)
policy.raise_for_status()
models()
versions()
tags()
aliases()
stages()
searches()
bodies()
deletions()

documented = set(re.findall(r"^\| `([a-z0-9-]+)` ", DOCUMENTATION.read_text(), re.MULTILINE)) if DOCUMENTATION.exists() else set()
named.discard(None)
unnamed += [f"docs/mlflow.md does not tell of '{name}'" for name in sorted(named - documented)]
unnamed += [f"docs/mlflow.md tells of '{name}', which is no difference" for name in sorted(documented - named)]
if sent < FEWEST:
    unnamed.append(f"{sent} requests are fewer than {FEWEST}")
print("\n".join(unnamed))
print(f"{sent} requests to both servers, {len(named)} differences by name, {len(unnamed)} faults")
raise SystemExit(1 if unnamed else 0)
