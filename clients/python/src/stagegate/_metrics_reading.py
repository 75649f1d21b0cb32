"""What is a metric in a file of metrics, and what is left out, by its name and value."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

COUNTS = re.compile(
    r"(?:(?:num|nr|no|number_of|eval|evaluation|test|predict|val|validation|total)_)?"
    r"(?:n|counts?|support|samples?|examples?|rows?|obs|observations|n_(?:samples?|examples?|rows|obs)|sample_len|effective)"
)
"""Names that say how many examples the values beside them rest on."""
ERROR = r"(?:stderr|std_err|std_error|standard_?error|se|sem)"
RUN_ENDS = re.compile(
    r"(?:^|_)(?:epochs?|steps?|iterations?|iters?|(?:samples|steps|tokens|examples|rows|batches|it)_per_(?:second|sec|s)"
    r"|runtime|seconds|secs|wall_?time|elapsed|timestamp|total_flos|flos|flops|learning_rate|lr|seed|random_state"
    r"|batch_size|jit_compilation_time"
    r"|(?:train|training|fit|score|eval|evaluation|total|run|preparation|start|end)_time)$"
)
"""Numbers of a run: how far and how fast it went, and with what."""
LATENCY = re.compile(r"latenc|inference|response|per_request")
"""Times that are the model's own."""
TRAINING = re.compile(r"(?:^|_)(?:train|training)_(?!set_)|^learn_|_train(?:ing)?$|^(?:train|training|learn)$")
PROGRESS = re.compile(r"(?:^|_)(?:epochs?|steps?|iterations?|iters?|rounds?)$")
"""Numbers of steps of a training, so that rows beside them are one model on its way."""


@dataclass(frozen=True)
class LeftOut:
    """Something of the file that is no metric, and why."""

    name: str
    why: str
    """`no finite number`, `a number of the run` or `a number of the training`."""


class Reading:
    """What has been read of a metrics file."""

    def __init__(self) -> None:
        self.metrics: list[dict[str, Any]] = []
        self.left_out: list[LeftOut] = []

    def take(
        self,
        name: str,
        value: Any,
        *,
        named: str | None = None,
        slice: Mapping[str, str] | None = None,
        count: Any = None,
        standard_error: Any = None,
    ) -> None:
        """Takes a value, unless it is none of the model's; `named` is what the metric is called in the evaluation."""
        if is_training_number(name):
            self.leave(name, "a number of the training")
        elif is_run_number(name):
            self.leave(name, "a number of the run")
        elif not is_number(value):
            self.leave(name, "no finite number")
        else:
            metric: dict[str, Any] = {"name": named or name, "slice": dict(slice or {}), "value": value}
            if is_count(count):
                metric["count"] = int(count)
            if is_number(standard_error) and standard_error >= 0:
                metric["standardError"] = standard_error
            self.metrics.append(metric)

    def leave(self, name: str, why: str) -> None:
        """Names what is left out, once."""
        if all(one.name != name for one in self.left_out):
            self.left_out.append(LeftOut(name, why))


def is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def is_empty(value: Any) -> bool:
    """Whether a cell of a table says nothing."""
    return value is None or value == ""


def as_text(value: Any) -> str:
    """A cell as text; of JSON, as JSON writes it."""
    return value if isinstance(value, str) else json.dumps(value)


def is_count(value: Any) -> bool:
    return is_number(value) and 0 <= value < 2**53 and value == int(value)


def _plain(name: str) -> str:
    """A name in lower case, with one sign between its words."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()
    return re.sub(r"[^a-z0-9]+", "_", spaced).strip("_")


def is_count_name(name: str) -> bool:
    return COUNTS.fullmatch(_plain(name)) is not None


def is_error_name(name: str) -> bool:
    return re.fullmatch(ERROR, _plain(name)) is not None


def metric_of_error(name: str) -> str | None:
    """The metric whose standard error a name holds; None of any other name."""
    found = re.fullmatch(rf"(.+?)[_ .]{ERROR}", name.lower())
    return None if found is None else name[: len(found[1])]


def is_run_number(name: str) -> bool:
    plain = _plain(name)
    return RUN_ENDS.search(plain) is not None and LATENCY.search(plain) is None


def is_progress_name(name: str) -> bool:
    return PROGRESS.search(_plain(name)) is not None


def is_training_number(name: str) -> bool:
    return TRAINING.search(_plain(name)) is not None
