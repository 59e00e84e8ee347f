"""A frame's cells as plain values, read column by column: a frame's own `to_dict` takes many times as long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from dashboard.dataset.tables import list_values


def read_rows(frame: pd.DataFrame, names: Iterable[str]) -> list[dict[str, Any]]:
    """The rows in order, each with the named columns: days as dates, missing as `None`."""
    wanted = list(names)
    return [dict(zip(wanted, cells, strict=True)) for cells in _list_cells(frame, wanted)]


def tell_each(frame: pd.DataFrame, names: Sequence[str], tell: Callable[..., str]) -> list[str]:
    """What `tell` says of the named cells of each row; of rows that are alike it is asked once."""
    rows = _list_cells(frame, names)
    told = {cells: tell(*cells) for cells in dict.fromkeys(rows)}
    return [told[cells] for cells in rows]


def _list_cells(frame: pd.DataFrame, names: Sequence[str]) -> list[tuple[Any, ...]]:
    return list(zip(*(list_values(frame[name]) for name in names), strict=True))
