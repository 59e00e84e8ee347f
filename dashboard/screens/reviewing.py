"""One proposal beside its words, as a form: agreed with, corrected, or taken out, and the last step undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
import streamlit as st

from dashboard.dataset.dataset import Dataset
from dashboard.dataset.package import Field
from dashboard.dataset.saving import change_reports, read_report
from dashboard.faults import DatasetError
from dashboard.records import Review, make_passage_id
from dashboard.screens.controls import PASSAGE, open_named
from dashboard.views.html import draw_tag, draw_text
from dashboard.views.record import describe_headline, draw_words
from dashboard.views.wording import is_missing

OUTCOME: Final = "review_outcome"
UNDO: Final = "review_undo"
FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
# What a person corrects. The number and its bounds follow from the words, and are read out of them again at every load.
MAIN: Final = ("claimant", "stance", "stage", "basis", "measure", "force", "claimant_text", "claimant_basis")
REST: Final = ("relayed_by", "hedge", "note")
SPANS: Final = ("said", "event", "deadline")
OF_FIGURES: Final = ("basis", "measure")
NONE: Final = ""

Changes = Mapping[str, Mapping[str, str] | None]


def keep_outcome(done: str = "", faults: Sequence[str] = ()) -> None:
    """What came of a step, to be told once the page is drawn again."""
    st.session_state[OUTCOME] = (done, list(faults))


def tell_outcome() -> None:
    """What came of the last step: one sentence, or every fault that kept it from being saved."""
    done, faults = st.session_state.pop(OUTCOME, ("", []))
    if done:
        st.success(done)
    if faults:
        st.error("That was not saved; nothing has changed.")
        st.text("\n\n".join(faults))


def offer_undo() -> None:
    """Take the last step of this visit back."""
    if UNDO in st.session_state:
        words, _folder, _changes = st.session_state[UNDO]
        st.button(f"Undo: {words}", icon=":material/undo:", on_click=_undo, key="undo")


def review_passage(dataset: Dataset, report: pd.Series, order: Sequence[str]) -> None:
    """The proposal `report` as a form; `order` are the ids that wait in its article, so that the next one follows."""
    fields = {field.name: field for field in dataset.package.tables["reports"].fields}
    headline = draw_text("p", describe_headline(report), class_="headline")
    words = draw_tag("div", draw_words(dataset.texts[report["source_id"]], report), class_="report")
    label, place = "The proposal and its words", f"proposal-{report['report_id']}"
    st.html(draw_tag("section", headline + words, class_="record", id=place, aria_label=label))
    with st.form(f"review-{report['report_id']}"):
        _offer_steps(dataset, report["report_id"], order)
        _ask_all([fields[column] for column in MAIN if _applies(column, report)], report)
        for span in SPANS:
            _ask_all([field for field in fields.values() if field.name.startswith(f"{span}_")], report)
        _ask_all([fields[column] for column in REST], report)


def _offer_steps(dataset: Dataset, name: str, order: Sequence[str]) -> None:
    """What can be done with a proposal, above the many questions: most are right as they stand."""
    following = _find_next(name, order)
    with st.container(horizontal=True):
        st.form_submit_button("Save as reviewed", type="primary", on_click=_save, args=(dataset, name, following))
        st.form_submit_button("Take it out", on_click=_take_out, args=(dataset, name, following))
        st.form_submit_button(
            "Leave it for later", on_click=open_named, args=(PASSAGE, following), disabled=following is None
        )


def _applies(column: str, report: pd.Series) -> bool:
    return column not in OF_FIGURES or not is_missing(report["figure_text"])


def _find_next(name: str, order: Sequence[str]) -> str | None:
    """The one that waits behind this one, or the first again; None where this is the only one."""
    place = order.index(name)
    return next(iter([*order[place + 1 :], *order[:place]]), None)


def _ask_all(fields: Sequence[Field], report: pd.Series) -> None:
    """A row of questions, two beside each other, more where they are short."""
    per_row = 2 if len(fields) > 3 or any(field.type == "date" for field in fields) else 1
    for start in range(0, len(fields), per_row):
        pair = fields[start : start + per_row]
        for place, field in zip(st.columns(len(pair)), pair, strict=True):
            with place:
                _ask(field, report[field.name], f"{report['report_id']}:{field.name}")


def _ask(field: Field, value: Any, key: str) -> None:
    """The question that a column's declaration makes: a choice, a day, or words."""
    label = field.name.replace("_", " ").capitalize()
    known = None if is_missing(value) else value
    if field.enum:
        options = [*field.enum] if field.required else [NONE, *field.enum]
        st.selectbox(label, options, index=options.index(str(known or options[0])), key=key, help=field.description)
    elif field.type == "date":
        day = known.date() if isinstance(known, pd.Timestamp) else None
        st.date_input(label, day, min_value=FIRST_DAY, max_value=LAST_DAY, key=key, help=field.description)
    else:
        st.text_input(label, str(known or ""), key=key, help=field.description)


def _read_answers(name: str, columns: Iterable[str]) -> dict[str, str]:
    """The cells that were asked for, as the file holds them."""
    keys = {column: f"{name}:{column}" for column in columns}
    answers = {column: st.session_state[key] for column, key in keys.items() if key in st.session_state}
    return {
        column: value.isoformat() if isinstance(value, date) else str(value or "").strip()
        for column, value in answers.items()
    }


def _save(dataset: Dataset, name: str, following: str | None) -> None:
    before = _read_waiting(dataset, name)
    if before is None:
        return
    after = before | _read_answers(name, before) | {"review": Review.REVIEWED.value}
    after["report_id"] = _make_id(after)  # of a statement it holds the stance and the stage
    undo: Changes = {after["report_id"]: None, name: before} if after["report_id"] != name else {name: before}
    _change(dataset, {name: after}, undo, following, "the passage that was reviewed last")


def _take_out(dataset: Dataset, name: str, following: str | None) -> None:
    before = _read_waiting(dataset, name)
    if before is not None:
        _change(dataset, {name: None}, {name: before}, following, "the passage that was taken out")


def _read_waiting(dataset: Dataset, name: str) -> dict[str, str] | None:
    """The proposal's row as it is on disk; None, and told, where another window has been quicker."""
    try:
        row = read_report(dataset.package.folder, name)
    except (KeyError, DatasetError, OSError):
        row = {}
    if row.get("review") == Review.PROPOSED:
        return row
    keep_outcome(faults=[f"{name}: does not wait any more; expected a proposal; go on with the next"])
    return None


def _make_id(cells: Mapping[str, str]) -> str:
    start = int(cells["figure_start"]) if cells["figure_start"] else None
    return make_passage_id(cells["source_id"], start, int(cells["quote_start"]), cells["stance"], cells["stage"])


def _change(dataset: Dataset, changes: Changes, undo: Changes, following: str | None, words: str) -> None:
    """Save a step, remember how to take it back, and go on to the next passage."""
    if _apply(dataset.package.folder, changes):
        st.session_state[UNDO] = (words, dataset.package.folder, undo)
        open_named(PASSAGE, following)


def _undo() -> None:
    _words, folder, changes = st.session_state.pop(UNDO)
    if _apply(folder, changes):
        open_named(PASSAGE, next(name for name, row in changes.items() if row))


def _apply(folder: Path, changes: Changes) -> bool:
    """Whether the rows could be changed; what keeps them from it is told."""
    try:
        change_reports(folder, changes)
    except DatasetError as error:
        keep_outcome(faults=str(error).splitlines())
        return False
    return True
