from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stagegate import read_metrics_file

FOLDER = Path(__file__).parents[3] / "test" / "fixtures" / "metrics-files"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text())
FAULTS: list[dict[str, str]] = json.loads((FOLDER / "faults.json").read_text())


@pytest.mark.parametrize("name", EXPECTED)
def test_files_of_other_tools_are_recognised_and_read(name: str) -> None:
    expected = EXPECTED[name]
    for form in (None, expected["format"]):
        found = read_metrics_file(FOLDER / name, format=form)
        assert found.format == expected["format"]
        assert found.metrics == expected["metrics"]
        assert [{"name": one.name, "why": one.why} for one in found.left_out] == expected["leftOut"]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["file"])
def test_what_cannot_be_read_is_refused_with_the_reason(case: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / case["file"]
    file.write_text(case["text"])
    with pytest.raises(ValueError, match=f"{case['file']} cannot be read as metrics: ") as caught:
        read_metrics_file(file)
    assert case["fault"] in str(caught.value)


@pytest.mark.parametrize(("name", "format"), [("classification-report.json", "groups"), ("groups.csv", "lm-eval")])
def test_a_file_is_not_read_as_what_it_is_not(name: str, format: str) -> None:
    with pytest.raises(ValueError, match=f"and {format} is"):
        read_metrics_file(FOLDER / name, format=format)
    with pytest.raises(ValueError, match="xml is none of the formats json"):
        read_metrics_file(FOLDER / name, format="xml")


def test_counts_and_groups_may_be_named(tmp_path: Path) -> None:
    assert [one["count"] for one in read_metrics_file(FOLDER / "flat.json", count=7).metrics] == [7, 7, 7]
    assert [one["count"] for one in read_metrics_file(FOLDER / "one-row.csv", count=7).metrics] == [1000, 1000]
    file = tmp_path / "bands.csv"
    file.write_text("sex,band,accuracy\nFemale,1,0.9\nMale,1,0.8\n")
    found = read_metrics_file(file, groups=["sex", "band"])
    assert [one["slice"] for one in found.metrics] == [{"sex": "Female", "band": "1"}, {"sex": "Male", "band": "1"}]
    with pytest.raises(ValueError, match="it has no column race; it has sex, band"):
        read_metrics_file(file, groups=["race"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "encoded.csv"
    file.write_text("größe,f1\nklein,0.9\ngroß,0.8\n", encoding=encoding)
    assert [one["slice"] for one in read_metrics_file(file).metrics] == [{"größe": "klein"}, {"größe": "groß"}]


def test_text_in_another_encoding_is_refused_instead_of_damaged(tmp_path: Path) -> None:
    file = tmp_path / "latin1.csv"
    file.write_text("stadt,f1\nKöln,0.9\n", encoding="latin-1")
    with pytest.raises(ValueError, match="it is not UTF-8 text; save it as UTF-8"):
        read_metrics_file(file)


def test_what_was_read_becomes_the_body_of_an_evaluation() -> None:
    found = read_metrics_file(FOLDER / "flat.json")
    dataset = {"name": "adult", "version": "1"}
    body = found.evaluation(dataset, evaluator="sklearn-1.9")
    assert body == {"dataset": dataset, "metrics": found.metrics, "evaluator": "sklearn-1.9"}
