"""Frames of pandas, polars and Arrow become files that hold what the frame says, and nothing else."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from typing import Any

import numpy
import pandas
import polars
import pyarrow
import pytest
from answers import evaluation, job
from conftest import Script, Seen
from pyarrow import parquet

from stagegate import InvalidRequestError, Stagegate

COLUMNS = {"row_id": "id", "label": "label", "score": "score"}
ASKED: dict[str, Any] = {
    "task": "binary",
    "dataset": {"name": "adult", "version": "1"},
    "columns": COLUMNS,
    "slices": ["sex"],
}


def people() -> pandas.DataFrame:
    return pandas.DataFrame(
        {
            "id": [1, 2, 3],
            "label": pandas.array([0, 1, None], dtype="Int64"),
            "score": numpy.array([0.25, 0.5, 0.75], dtype="float32"),
            "sex": pandas.Categorical(["F", "M", None]),
            "secret": ["a", "b", "c"],
        },
        index=[10, 20, 30],
    )


class Own(pandas.DataFrame):
    """As GeoPandas has."""


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": people,
    "a kind of pandas": lambda: Own(people()),
    "polars": lambda: polars.from_pandas(people()),
    "polars lazy": lambda: polars.from_pandas(people()).lazy(),
    "arrow": lambda: pyarrow.Table.from_pandas(people(), preserve_index=False),
}


def uploaded(service: Script, frame: Any, **more: Any) -> Seen:
    service.will(202, job("queued"))
    Stagegate(service.url, "secret").upload_predictions("census-income", 4, frame, **{**ASKED, **more})
    return service.seen[-1]


def file_of(seen: Seen) -> bytes:
    boundary = re.search(r"boundary=(\S+)", seen.headers["Content-Type"])
    assert boundary
    part = seen.body.split(f"--{boundary[1]}".encode())[2]
    return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")


def table_of(seen: Seen) -> Any:
    return parquet.read_table(io.BytesIO(file_of(seen)))


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_travels_as_parquet_with_the_columns_that_are_named(service: Script, kind: str) -> None:
    seen = uploaded(service, FRAMES[kind]())
    assert b'"format": "parquet"' in seen.body
    assert b'"rowId": "id"' in seen.body
    table = table_of(seen)
    assert table.column_names == ["id", "label", "score", "sex"]
    assert table.to_pydict() == {
        "id": [1, 2, 3],
        "label": [0, 1, None],
        "score": [0.25, 0.5, 0.75],
        "sex": ["F", "M", None],
    }
    assert not pyarrow.types.is_dictionary(table.schema.field("sex").type)
    assert pyarrow.types.is_integer(table.schema.field("label").type)


def test_the_index_travels_only_when_it_is_asked_for(service: Script) -> None:
    named = people().rename_axis("person")
    with pytest.raises(ValueError, match='has no column "person". .* An index becomes a column with index=True'):
        uploaded(service, named, columns={**COLUMNS, "row_id": "person"})
    service.answers.clear()
    table = table_of(uploaded(service, named, columns={**COLUMNS, "row_id": "person"}, index=True))
    assert table.column_names == ["person", "label", "score", "sex"]
    everything = table_of(uploaded(service, people(), columns={**COLUMNS, "row_id": "#1"}))
    assert everything.column_names == ["id", "label", "score", "sex", "secret"]


def test_intervals_and_categories_of_numbers_stay_what_they_are(service: Script) -> None:
    frame = people().assign(
        sex=pandas.cut(pandas.Series([10, 50, None], index=[10, 20, 30]), [0, 40, 60]),
        band=pandas.Categorical([1, 2, None]),
        half=numpy.array([0.5, 0.25, 0.125], dtype="float16"),
    )
    table = table_of(uploaded(service, frame, slices=["sex", "band"], columns={**COLUMNS, "score": "half"}))
    assert table["sex"].to_pylist() == ["(0, 40]", "(40, 60]", None]
    assert table["band"].to_pylist() == [1, 2, None]
    assert table["half"].to_pylist() == [0.5, 0.25, 0.125]


def test_a_column_that_is_missing_twice_or_mixed_is_named_before_anything_is_sent(service: Script) -> None:
    registry = Stagegate(service.url, "secret")
    twice = people()
    twice.insert(0, "sex", ["x", "y", "z"], allow_duplicates=True)
    mixed = people().assign(sex=["F", 1, 2.5])
    for frame, more, message in (
        (people(), {"columns": {"label": "lable"}}, 'has no column "lable". Did you mean "label"'),
        (people(), {"slices": ["race"]}, 'has no column "race". It has id, label, score, sex, secret'),
        (people(), {"crosses": [["sex", "race"]]}, 'has no column "race"'),
        (twice, {}, "has the column 'sex' twice"),
        (mixed, {}, "A column holds values of several kinds: .*sex"),
    ):
        with pytest.raises(ValueError, match=message):
            registry.upload_predictions("census-income", 4, frame, **{**ASKED, **more})
    with pytest.raises(TypeError, match="a file or a DataFrame of pandas, polars or Arrow, not builtins.dict"):
        registry.upload_predictions("census-income", 4, {"label": [1]}, ASKED)
    assert service.seen == []


def test_without_arrow_a_frame_of_pandas_travels_as_csv(service: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    seen = uploaded(service, people())
    assert b'"format": "csv"' in seen.body
    assert file_of(seen).decode() == "id,label,score,sex\n1,0,0.25,F\n2,1,0.5,M\n3,,0.75,\n"


def test_a_frame_is_sent_again_whole_when_the_service_is_busy(service: Script) -> None:
    service.will_refuse(429, "TOO_MANY_PREDICTION_JOBS", Retry_After="0").will_refuse(400, "EMPTY_FILE")
    with pytest.raises(InvalidRequestError):
        Stagegate(service.url, "secret").upload_predictions("census-income", 4, people(), ASKED)
    first, second = (table_of(seen).num_rows for seen in service.seen)
    assert first == second == 3
    assert service.seen[0].headers["Idempotency-Key"] == service.seen[1].headers["Idempotency-Key"]


def test_an_upload_may_carry_a_key_of_the_caller(service: Script) -> None:
    assert uploaded(service, people(), idempotency_key="build-17").headers["Idempotency-Key"] == "build-17"


def test_evaluate_waits_for_what_the_service_computes(service: Script) -> None:
    done = job("succeeded", "01939d3e-0000-7000-8000-000000000003")
    service.will(202, job("queued")).will(200, done).will(200, evaluation())
    found = Stagegate(service.url, "secret").evaluate("census-income", 4, people(), **ASKED)
    assert found.to_frame()["value"].tolist() == [0.7, 0.6]
    assert [seen.path.rsplit("/", 2)[-2] for seen in service.seen] == ["evaluations", "prediction-jobs", "evaluations"]


@pytest.mark.parametrize(
    "columns, hint",
    [({"slices": "sex"}, r'such as \["sex"\]'), ({"crosses": ["sex", "id"]}, "list of lists")],
    ids=["slices", "crosses"],
)
@pytest.mark.parametrize("data", [people(), "predictions.csv"], ids=["frame", "file"])
def test_a_text_where_columns_are_listed_is_told_and_not_read_by_its_letters(
    service: Script, data: Any, columns: dict[str, Any], hint: str
) -> None:
    with pytest.raises(TypeError, match=hint):
        Stagegate(service.url, "secret").upload_predictions("census-income", 4, data, **{**ASKED, **columns})
    assert service.seen == []
