"""Pieces of HTML in which every word of the data is text: nothing in it is ever read as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from dashboard.views.wording import is_missing

ALLOWED_ADDRESSES: Final = ("https://", "http://")
PUNCTUATION: Final = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~$:&=@]")


def escape(value: object) -> str:
    """The value as text, safe inside an element and inside a quoted attribute; "" for a missing one.

    >>> escape('<b> & "x"')
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return "" if is_missing(value) else html.escape(str(value), quote=True)


def escape_markdown(value: object, width: int = 80) -> str:
    """The value as text where Streamlit reads Markdown (titles, warnings, captions), cut where it is long.

    An image in it would be asked for, a directive would colour it: what could mean anything to Markdown is escaped.

    >>> print(escape_markdown("![x](http://host/) :red[y]"))
    \\!\\[x\\]\\(http\\://host/\\) \\:red\\[y\\]
    """
    text = " ".join(str(value).split())
    short = text if len(text) <= width else text[: width - 1] + "…"
    return PUNCTUATION.sub(r"\\\g<0>", short)


def draw_tag(name: str, content: str, **attributes: object) -> str:
    """An element around content that is HTML already; attributes are escaped, `class_` stands for class.

    >>> draw_tag("p", escape("a < b"), class_="note")
    '<p class="note">a &lt; b</p>'
    """
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def draw_text(name: str, text: object, **attributes: object) -> str:
    """An element around text; "" where the text is missing, so that nothing empty is drawn.

    >>> draw_text("p", None), draw_text("b", "<i>")
    ('', '<b>&lt;i&gt;</b>')
    """
    return draw_tag(name, escape(text), **attributes) if not is_missing(text) else ""


def draw_link(address: object, words: str) -> str:
    """A link to a public address, or "" where there is none or it is not http(s)."""
    if is_missing(address) or not str(address).lower().startswith(ALLOWED_ADDRESSES):
        return ""
    return draw_text("a", words, href=address, target="_blank", rel="noopener noreferrer")


def draw_terms(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of terms with their meanings, which are HTML already; pairs without a meaning are left out."""
    rows = "".join(draw_tag("div", f"<dt>{escape(term)}</dt><dd>{meaning}</dd>") for term, meaning in pairs if meaning)
    return f"<dl>{rows}</dl>" if rows else ""
