"""The words that name a speaker as they are written down for a claimant: without papers, brackets and articles."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading.tables.names import ARTICLES, Names
from dashboard.reading.text.wordlist import drop_possessive, is_name


def cut_own_name(words: Sequence[str], names: Names) -> Sequence[str]:
    """ "Anna Lund of the Nordic Institute" is Anna Lund; "the mayor of Gao" and "Acting Secretary of State" stay."""
    for position in range(2, min(6, len(words))):
        if words[position - 1].lower() in names.role_words:
            return words
        if words[position].lower() in ("of", "from", "at", "with") and all(
            is_name(word) or word == "." for word in words[:position]
        ):
            return words if words[0].lower() in ARTICLES else words[:position]
    return words


def drop_brackets(words: Sequence[str]) -> Sequence[str]:
    """ "Karen Border Force (KBF)" without its initials in brackets."""
    if "(" not in words or ")" not in words or words[0] == "(":
        return words
    first, last = list(words).index("("), list(words).index(")")
    return [*words[:first], *words[last + 1 :]] if first < last else words


def drop_paper(words: Sequence[str], names: Names) -> Sequence[str]:
    """ "The army's statement", "army figures", "a statement from the army": the army."""
    lower = [word.replace("’", "'").lower() for word in words]
    owner = next((i for i in (-2, -3) if len(words) >= -i and lower[i].endswith("'s")), 0)
    is_paper = lower[-1:] != [] and lower[-1] in names.papers | names.own_papers
    if owner and is_paper and (owner == -2 or lower[-1] != "intelligence"):  # "the army's (Monday) statement"
        return [*words[:owner], drop_possessive(words[owner].replace("’", "'"))]
    is_office = len(words) > 1 and (lower[-2] in names.offices or (lower[-2] == "intelligence" and len(words) > 2))
    if is_office and lower[-1] in names.papers - {"intelligence"}:
        first = next(
            (
                i
                for i, word in enumerate(lower)
                if not (word in ARTICLES or word in names.paper_kinds or word.isdigit())
            ),
            0,
        )
        return words[first if first < len(words) - 1 else 0 : -1]
    for position in range(1, len(words) - 1):
        noun = words[position - 1] if lower[position] == "of" else lower[position - 1]  # "Defence Intelligence of Chad"
        if lower[position] in ("from", "by", "of") and noun in names.papers:
            return words[position + 1 :]
    return words


def drop_article(words: Sequence[str]) -> str:
    """The words as printed, joined, without "the" before them and "'s" behind them."""
    kept = list(words[1:] if words and words[0].lower() == "the" and len(words) > 1 else words)
    text = " ".join(kept)
    for before, after in ((" ' ", "' "), (" ,", ","), ("( ", "("), (" )", ")"), (" - ", "-"), (" .", ".")):
        text = text.replace(before, after)
    return text.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’").rstrip()
