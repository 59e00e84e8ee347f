"""Sources named without a verb of saying of their own: according to, citing, an estimate by, evidence of."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from dashboard.reading.sentence.saying_verbs import is_passive
from dashboard.reading.sentence.subjects import find_subject_before, is_bare_name
from dashboard.reading.sentence.words_at import skip_dates, word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import Subject
from dashboard.reading.text.phrases_after import find_phrase_after
from dashboard.reading.text.wordlist import WordList, is_name

RELEASED: Final = frozenset(
    {"released", "published", "given", "provided", "issued", "compiled", "shared", "collected", "analysed", "analyzed"}
)


class Cue(NamedTuple):
    """A verb of saying (or "according to") at the token `verb`, with who says it.

    `first` to `last` are the cue's own words, subject included; what is said stands `before` them, `after` them or
    both. `outer` is the patient of "they were briefed by the chief": one more step between claimant and article.
    """

    verb: int
    saying: Saying | None
    subject: Subject | None
    first: int
    last: int
    before: bool
    after: bool
    is_source: bool = False
    is_cited: bool = False


def is_speaker(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    if tokens.lower[name[0]][0].isdigit():
        return False
    return any(is_name(tokens.words[i]) for i in range(*name)) or has_role(tokens, name, grammar)


def is_paper_told(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    """ "According to | the cable |", "says | the report |": a paper told of before."""
    words = [word for word in tokens.lower[slice(*name)] if word not in grammar.told_kinds]
    return len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in grammar.papers_told


def has_role(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    return any(tokens.lower[i].removesuffix("'s") in grammar.roles for i in range(*name))


def read_cited(
    tokens: WordList,
    verb: int,
    floor: int,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """ "Citing two diplomats", "quoted the minister as saying": the one who is cited is the speaker."""
    if is_passive(tokens, verb, dates, grammar):
        return None
    name = find_phrase_after(tokens, verb + 1, dates, verbs, grammar)
    if name[1] == name[0] or word_at(tokens, verb + 1) == "no" or not _can_be_cited(tokens, name, grammar):
        return None
    as_saying = word_at(tokens, name[1]) == "as"
    is_owned = is_name(tokens.words[name[0]]) or tokens.lower[name[1] - 2] in grammar.roles  # "citing army figures"
    if not as_saying and tokens.lower[name[1] - 1] in grammar.evidence and not is_owned:
        return None
    trails = as_saying and word_at(tokens, name[1] + 2) in ("", ".")  # "..., AFP quoted him as saying."
    saying = grammar.saying[tokens.lower[verb]]
    has_outer = saying.form != "ing" and word_at(tokens, verb - 1) not in ("that", "who", "which")
    outer = find_subject_before(tokens, verb, floor, dates, verbs, grammar) if has_outer else None
    if outer:
        cues.append(Cue(verb, saying, outer, outer.name[0], verb + 1, before=trails, after=not trails))
    return Cue(
        verb,
        None,
        Subject(name),
        verb,
        name[1] + (2 if as_saying else 0),
        before=trails or not as_saying,
        after=True,
        is_source=True,
        is_cited=True,
    )


def _can_be_cited(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    """ "Military sources", "a planning document": not "intercepted radio messages"."""
    inner = (i for i in range(name[0] + 1, name[1]) if tokens.lower[i] in grammar.inner_prepositions)
    head = tokens.lower[next(inner, name[1]) - 1]
    if any(is_name(tokens.words[i]) for i in range(*name)) or head in grammar.roles:
        return is_speaker(tokens, name, grammar)
    return head in grammar.cited_papers or (head in grammar.evidence and tokens.lower[name[1] - 2] in grammar.roles)


def names_source(tokens: WordList, position: int, dates: Container[int], grammar: Grammar) -> bool:
    """Whether "by" or "from" stands behind what somebody says: "an estimate by", "figures released on Friday by"."""
    last = position - 1
    while last > 0 and (last in dates or (tokens.lower[last] == "on" and last + 1 in dates)):
        last -= 1
    before = word_at(tokens, last)
    if before in grammar.reports:
        return True
    if tokens.lower[position] == "from" and before in ("come", "comes", "came", "stem", "stems"):
        return not grammar.reports.isdisjoint(tokens.lower[max(0, position - 12) : position])
    if tokens.lower[position] == "by" and (before in grammar.obtained or before in RELEASED):
        return any(
            word in grammar.reports or word in grammar.evidence
            for word in tokens.lower[max(0, position - 6) : position]
        )
    return False


def read_source(
    tokens: WordList, first: int, start: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    name = find_phrase_after(tokens, _skip_papers(tokens, start, dates, grammar), dates, verbs, grammar)
    if name[1] == name[0] or not (
        _is_ownerless(tokens, name, grammar)
        or is_speaker(tokens, name, grammar)
        or is_paper_told(tokens, name, grammar)
    ):
        return None
    described = None
    if word_at(tokens, name[1]) == ",":
        extra = find_phrase_after(tokens, name[1] + 1, dates, verbs, grammar)
        is_closed = not word_at(tokens, extra[1])[:1].isalpha()  # not "according to X, five officers fled"
        is_closed = is_closed and not word_at(tokens, extra[0])[:1].isdigit()
        is_title = extra[1] > extra[0] and has_role(tokens, extra, grammar) and not is_name(tokens.words[extra[0]])
        if is_title and is_closed:
            described = extra
        elif is_closed and is_bare_name(tokens, extra) and tokens.lower[name[1] - 1] in grammar.roles:
            name, described = extra, name  # "according to its commander, Idris Kone"
    last = skip_dates(tokens, name[1], dates)
    return Cue(first, None, Subject(name, described), first, last, before=True, after=True, is_source=True)


def _is_ownerless(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    """ "According to | a leaked document | seen by AFP": a paper, nobody says whose."""
    return tokens.lower[name[0]] in ("a", "an", "one") and tokens.lower[name[1] - 1] in grammar.ownerless_papers


def _skip_papers(tokens: WordList, start: int, dates: Container[int], grammar: Grammar) -> int:
    """Past "figures released by" in "according to figures released by | the army"."""
    for position in range(start, min(start + 6, len(tokens.lower))):
        word = tokens.lower[position]
        if word in grammar.obtained or position in dates or position + 1 in dates:
            break  # "a UN memo seen by Reuters": the memo's
        if word in ("from", "by") and any(paper in grammar.reports for paper in tokens.lower[start:position]):
            return position + 1
        if not word[0].isalpha() or (is_name(tokens.words[position]) and position > start + 1):
            break
    return start


def read_evidence(
    tokens: WordList, position: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    """ "Paris has evidence that", "Kyiv published a video": somebody shows rather than says."""
    for verb in range(position - 1, max(floor, position - 5) - 1, -1):
        word = tokens.lower[verb]
        if word in grammar.showing:
            subject = find_subject_before(tokens, _skip_plan(tokens, verb), floor, dates, verbs, grammar)
            is_own = subject is not None and tokens.lower[subject.name[0]] in ("his", "her", "their", "its")
            is_own = is_own and not (subject and subject.name[0] == 0 and has_role(tokens, subject.name, grammar))
            if subject and not is_own:
                return Cue(
                    verb,
                    None,
                    subject,
                    subject.name[0],
                    skip_dates(tokens, position + 1, dates),
                    before=False,
                    after=True,
                )
            return None
        if not word[0].isalnum() or (word in grammar.openers and word != "even"):
            return None  # "gave an | even | higher figure"
    return None


def _skip_plan(tokens: WordList, verb: int) -> int:
    """ "The US | plans to release": back over the plan to show it."""
    if word_at(tokens, verb - 1) == "to":
        return verb - 2 if verb >= 2 else verb
    return verb
