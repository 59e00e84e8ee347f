"""The one public door to a dataset: `load_sources`, `load_reports`, `load_estimates`, each a fresh typed DataFrame.

A dataset is a folder with `datapackage.json`; without one named it is that of the environment variable
DASHBOARD_DATA, else the project's own `data/`. Files are read again as soon as any of them changes on disk.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

import pandas as pd

from dashboard.dataset.dataset import Dataset, open_dataset
from dashboard.dataset.estimates import build_estimates
from dashboard.dataset.package import FILE_NAME, PROJECT_DATASET, STORED, Package, read_package
from dashboard.faults import DatasetError
from dashboard.vocabulary import PROJECT_FOLDER as PROJECT_VOCABULARY

DATASET_VARIABLE: Final = "DASHBOARD_DATA"

Stamp = tuple[tuple[str, int, int], ...]


def load_sources(dataset: str | Path | None = None) -> pd.DataFrame:
    """The articles: one row per article, columns and dtypes as `datapackage.json` declares them.

    Missing is missing (`NaN`, `NaT`, `<NA>`). Raises DatasetError with every fault when any rule does not hold.
    """
    return load_dataset(dataset).sources.copy()


def load_reports(dataset: str | Path | None = None) -> pd.DataFrame:
    """The reports: one row per passage of an article that gives a figure, or confirms, denies or declines without one.

    low and high are whole people, either one missing where nothing bounds it. Every quote has been found at its
    offsets and every figure read again out of its quote. Raises DatasetError with every fault.
    """
    return load_dataset(dataset).reports.copy()


def load_estimates(dataset: str | Path | None = None, as_of: date | str | None = None) -> pd.DataFrame:
    """The estimates: one row per statement, however many reports carry it; with `as_of`, as known when that day ended.

    `as_of` is a day or YYYY-MM-DD; an article counts from the day on which it was published. Raises DatasetError for
    the dataset and ValueError for a day that is none.
    """
    opened = load_dataset(dataset)
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return build_estimates(opened.reports, opened.sources, opened.package.tables["estimates"], day)


def load_dataset(dataset: str | Path | None = None) -> Dataset:
    """The dataset opened and checked whole; the same object until a file of it changes. Its frames are shared."""
    folder = find_dataset(dataset)
    return _open_cached(folder, _stamp_files(folder))


def find_dataset(dataset: str | Path | None = None) -> Path:
    """The folder that is meant: the one named, else that of DASHBOARD_DATA, else the project's own."""
    return Path(dataset or os.environ.get(DATASET_VARIABLE) or PROJECT_DATASET).expanduser().resolve()


@lru_cache(maxsize=4)
def _open_cached(folder: Path, _stamp: Stamp) -> Dataset:
    return open_dataset(folder)


@lru_cache(maxsize=4)
def _read_package_cached(folder: Path, _stamp: tuple[str, int, int] | None) -> Package:
    return read_package(folder)


def _stamp_files(folder: Path) -> Stamp:
    """What changes when any file of the dataset does: name, time and size of each."""
    files, folders = [str(folder / FILE_NAME)], [folder / "vocabulary", PROJECT_VOCABULARY]
    with suppress(DatasetError):  # told when the dataset is opened
        package = _read_package_cached(folder, _stamp(files[0]))
        files += [str(package.path(name)) for name in STORED]
        folders.append(package.articles)
    files += [f"{place}/{name}" for top in folders for place, _, names in os.walk(top) for name in names]
    return tuple(sorted(stamp for file in files if (stamp := _stamp(file))))


def _stamp(file: str) -> tuple[str, int, int] | None:
    try:
        status = os.stat(file)  # noqa: PTH116 (a Path each is half of the time that ten thousand articles take)
    except OSError:
        return None  # gone, or never there
    return (file, status.st_mtime_ns, status.st_size)
