"""The other pages as Streamlit runs them: who reported it, the articles in full, about the data."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.loader import load_dataset

ROOT = Path(__file__).resolve().parents[2]


def open_page(name: str, **address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    page.switch_page(f"screens/{name}.py")
    for parameter, value in address.items():
        page.query_params[parameter] = value
    page.run()
    assert not page.exception
    return page


def read_html(page: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def read_text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def test_who_carried_whose_number_counts_the_unknown_as_unknown() -> None:
    page = open_page("outlets")
    assert page.title[0].value == "Who reported it"
    told = read_html(page)
    assert '<th scope="col">outlet not known (3 articles)</th>' in told
    assert "1 day after the first" in told


def test_shared_copy_is_shown_side_by_side() -> None:
    page = open_page("outlets")
    assert page.selectbox[0].options == [
        "Outlet not known · 22 Oct 2024 · a000",
        "ITV News · 23 Oct 2024 · a002",
        "Outlet not known · 23 Oct 2024 · a004",
    ]
    assert read_html(page).count("<mark>") >= 4


def test_as_of_a_day_only_its_articles_reported() -> None:
    page = open_page("outlets")
    assert "ITV News" in read_html(page)
    page.button(key="earlier").click().run()
    page.button(key="earlier").click().run()
    assert "ITV News" not in read_html(page)
    assert page.info[0].value.startswith("No two of these articles share copy")


@pytest.mark.parametrize("article", ["a000", "a001", "a002", "a003", "a004"])
def test_an_article_is_shown_whole_and_as_text(article: str) -> None:
    page = open_page("articles", article=article)
    shown = next(
        str(element.proto.body) for element in page.get("html") if "as-published article" in element.proto.body
    )
    without_letters = re.sub(r'<b class="letter"[^>]*>[A-Z]+</b>', "", shown)
    assert read_text(without_letters) == load_dataset().texts[article]


def test_a_passage_opens_its_record_and_lights_its_sentence() -> None:
    page = open_page("articles", article="a004", passage="a004-01724")
    told = read_html(page)
    assert '<p class="headline">up to 12,000</p>' in told
    assert 'id="passage-a004-01724"' in told


def test_an_unknown_article_is_told_and_the_first_is_shown() -> None:
    page = open_page("articles", article="a999")
    assert "The article “a999” is not among those shown" in page.warning[0].value
    assert page.selectbox(key="article").value == "a000"


def test_as_of_a_day_only_its_articles_are_there_to_read() -> None:
    page = open_page("articles", as_of="2024-10-22", article="a002")
    assert page.selectbox(key="article").options == ["Outlet not known · 22 Oct 2024 · a000"]
    assert "The article “a002” is not among those shown" in page.warning[0].value
    page.button(key="later").click().run()
    assert len(page.selectbox(key="article").options) == 4


def test_before_the_first_article_there_is_none_to_read() -> None:
    page = open_page("articles", as_of="2024-10-21")
    assert page.info[0].value == "Nothing had been published by 21 Oct 2024."
    assert not page.exception


def test_an_article_read_as_of_a_day_counts_the_reports_known_then() -> None:
    page = open_page("articles", as_of="2024-10-22", article="a000", passage="a000-00244")
    assert read_html(page).count('class="report"') == 1
    page = open_page("articles", article="a000", passage="a000-00244")
    assert read_html(page).count('class="report"') == 5


def test_about_the_data_explains_every_column() -> None:
    told = read_html(open_page("about"))
    package = load_dataset().package
    for table in package.tables.values():
        for field in table.fields:
            assert f"<code>{field.name}</code>" in told
