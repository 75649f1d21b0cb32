from __future__ import annotations

import pytest

import stagegate
from stagegate._former_names import FORMER_NAMES


@pytest.mark.parametrize(("former", "kind"), FORMER_NAMES.items())
def test_an_exception_is_found_by_its_former_name_with_a_warning(former: str, kind: type[Exception]) -> None:
    with pytest.warns(DeprecationWarning, match=f"stagegate.{former} is called {kind.__name__} now"):
        assert getattr(stagegate, former) is kind


def test_every_exception_of_the_package_ends_in_error() -> None:
    exceptions = [name for name in stagegate.__all__ if isinstance(getattr(stagegate, name), type)]
    raised = [name for name in exceptions if issubclass(getattr(stagegate, name), Exception)]
    assert [name for name in raised if not name.endswith("Error")] == []
    assert len(raised) > len(FORMER_NAMES)


def test_a_name_that_never_was_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="module 'stagegate' has no attribute 'Bogus'"):
        getattr(stagegate, "Bogus")  # noqa: B009
