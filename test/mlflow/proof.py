"""What the programs here hold MLflow's client to, and how they speak to the native API."""

import os

import requests
from mlflow.exceptions import MlflowException

URL = os.environ["STAGEGATE_URL"]
TOKEN = os.environ["STAGEGATE_TOKEN"]
done = 0


def check(what, seen, expected=True):
    global done
    if seen != expected:
        raise AssertionError(f"{what}: {seen!r} instead of {expected!r}")
    done += 1


def native(method, path, body=None):
    answer = requests.request(
        method, f"{URL}/api/v1{path}", json=body, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60
    )
    if not answer.ok:
        raise AssertionError(f"{method} {path}: {answer.status_code} {answer.text}")
    return answer.json()


def refused(what, call, *words):
    try:
        call()
    except MlflowException as error:
        missing = [word for word in words if word not in str(error)]
        check(f"{what} says {missing} in {error}", missing, [])
        return error
    raise AssertionError(f"{what} was not refused")
