"""The data dictionary: every column of a table as the declaration means it, for the screen and the README."""

from __future__ import annotations

import pandas as pd

from dashboard.dataset.package import Field, Table
from dashboard.views.html import draw_tag, escape


def build_dictionary(table: Table) -> pd.DataFrame:
    """One row per column of the table, in order: its name, type, meaning, values, and what empty means."""
    return pd.DataFrame(
        {
            "Column": [field.name for field in table.fields],
            "Type": [field.type for field in table.fields],
            "Meaning": [field.description for field in table.fields],
            "Values": [_describe_values(field) for field in table.fields],
            "Empty means": ["never empty" if field.required else field.missing for field in table.fields],
        }
    )


def draw_dictionary(table: Table) -> str:
    """The same as safe HTML."""
    dictionary = build_dictionary(table)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in dictionary.columns)
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(row[0])}</code></th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in dictionary.itertuples(index=False)
    )
    return draw_tag("table", f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>", class_="dictionary")


def write_dictionary(table: Table) -> str:
    """The same as a Markdown table, for the README."""
    rows = build_dictionary(table).itertuples(index=False)
    lines = [f"| `{row[0]}` | {row[1]} | {row[2]} | {row[3]} | {row[4]} |" for row in rows]
    return "\n".join(["| Column | Type | Meaning | Values | Empty means |", "| --- | --- | --- | --- | --- |", *lines])


def _describe_values(field: Field) -> str:
    if field.enum:
        return ", ".join(field.enum)
    if field.minimum is not None:
        return f"{field.minimum} or more"
    return "unique" if field.unique else ""
