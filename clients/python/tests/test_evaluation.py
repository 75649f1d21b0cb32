from __future__ import annotations

from typing import Any

import pytest

from stagegate import evaluation

DATASET = {"name": "adult-test", "version": "1"}


class Scalar:
    """As NumPy's scalars: a number that is none of Python's."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def item(self) -> Any:
        return self.value

    def __float__(self) -> float:
        return float(self.value)

    def __int__(self) -> int:
        return int(self.value)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == other)

    def __lt__(self, other: float) -> bool:
        return bool(self.value < other)

    def __hash__(self) -> int:
        return hash(self.value)


def test_numbers_of_the_whole_and_of_slices_become_metrics() -> None:
    body = evaluation(
        DATASET,
        {"count": 3, "accuracy": 0.5, "latency_ms_p95": {"value": 8, "unit": "ms"}},
        {"sex": {"Female": {"count": 1, "f1": 1}}, ("sex", "over_50"): {("Male", True): {"count": 2, "f1": 0.25}}},
        evaluator="ours",
    )
    assert body == {
        "dataset": DATASET,
        "evaluator": "ours",
        "metrics": [
            {"name": "accuracy", "slice": {}, "value": 0.5, "count": 3},
            {"name": "latency_ms_p95", "slice": {}, "value": 8.0, "unit": "ms", "count": 3},
            {"name": "f1", "slice": {"sex": "Female"}, "value": 1.0, "count": 1},
            {"name": "f1", "slice": {"sex": "Male", "over_50": True}, "value": 0.25, "count": 2},
        ],
    }


def test_scalars_of_numpy_become_numbers() -> None:
    whole = {"count": Scalar(3), "f1": Scalar(0.5)}
    body = evaluation(DATASET, whole, {"band": {Scalar(2): {"count": 3, "f1": 1}}})
    assert body["metrics"][0] == {"name": "f1", "slice": {}, "value": 0.5, "count": 3}
    assert type(body["metrics"][1]["slice"]["band"]) is int


@pytest.mark.parametrize(
    ("overall", "slices", "message"),
    [
        ({"count": 3, "f1": float("nan")}, {}, "f1 of the whole is nan"),
        ({"count": 3, "f1": {"value": 1, "standardError": float("inf")}}, {}, "f1.standardError of the whole is inf"),
        ({"f1": 0.5}, {}, "count of the whole"),
        ({"count": 2.5, "f1": 0.5}, {}, "2.5 is no number of rows"),
        ({"count": -1, "f1": 0.5}, {}, "-1 is no number of rows"),
        ({"count": 1}, {"sex": {"Female": {"f1": 1}}}, "count of {'sex': 'Female'}"),
        ({"count": 1}, {("sex", "race"): {("Female",): {"count": 1}}}, "a value for each of sex, race"),
        ({"count": 1}, {("sex", "race"): {"Female": {"count": 1}}}, "a value for each of sex, race"),
    ],
)
def test_what_could_not_be_judged_does_not_travel(overall: Any, slices: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        evaluation(DATASET, overall, slices)
