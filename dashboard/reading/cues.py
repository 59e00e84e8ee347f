"""Who says what in one sentence: each verb of saying with its speaker, and on which side of it the words said stand."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from dashboard.reading.grammar import Grammar, Saying
from dashboard.reading.phrases import DASHES, QUOTES, Subject, find_phrase_after, find_subject_before, is_bare_name
from dashboard.reading.wordlist import WordList, is_name

BARE_SUBJECTS: Final = frozenset({"we", "i", "they", "you", "to", "not", "officials"})
QUOTE_MARKS: Final = QUOTES | {"'"}  # a single mark only where it cannot be an apostrophe
ENDS: Final = frozenset({".", "!", "?", ";", "|", "•"})


@dataclass(frozen=True, slots=True)
class Cue:
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


def find_cues(tokens: WordList, dates: Container[int], grammar: Grammar) -> tuple[Cue, ...]:
    """The cues of a sentence in its order; `dates` are the tokens that belong to dates."""
    cues: list[Cue] = []
    verbs = frozenset(
        i for i, word in enumerate(tokens.lower) if word in grammar.saying and _is_verb(tokens, i, grammar)
    )
    floor = 0
    for position, word in enumerate(tokens.lower):
        cue = None
        if position in verbs:
            cue = _read_verb(tokens, position, floor, dates, verbs, cues, grammar)
        elif word == "to" and position and tokens.lower[position - 1] == "according":
            cue = _read_source(tokens, position - 1, position + 1, dates, verbs, grammar)
        elif word == "of" and position > 1 and tokens.lower[position - 2 : position] == ["the", "words"]:
            cue = _read_source(tokens, position - 3, position + 1, dates, verbs, grammar)
        elif word in ("by", "from") and _names_source(tokens, position, grammar):
            cue = _read_source(tokens, position, position + 1, dates, verbs, grammar)
        elif word in grammar.evidence and position not in verbs:
            cue = _read_evidence(tokens, position, floor, dates, verbs, grammar)
        if cue:
            cues.append(cue)
            if not (cue.is_cited or (cue.saying and cue.saying.does == "speak")):
                floor = max(floor, position + 1)
    return tuple(cues)


def _is_verb(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether a form that can be a noun or an adjective too ("reports", "estimated") is a verb here."""
    saying = grammar.saying[tokens.lower[position]]
    before = _word(tokens, position - 1)
    after = _word(tokens, position + 1)
    if saying.does == "strict" and not (
        after in ("that", ":", ",", ".") or after in QUOTES or before in QUOTES or before == ","
    ):
        return False
    if saying.does == "show":
        return before in grammar.reports and saying.form in ("past", "s", "base")
    if saying.verb == "think" and after == "tank":
        return False
    if saying.does == "strict" and saying.form == "base" and before in grammar.future:
        return False  # "would add “hundreds” more"
    if saying.does == "decline":
        return after == "to" and (
            _word(tokens, position + 2) in grammar.saying or _word(tokens, position + 2) in ("comment", "discuss")
        )
    if saying.verb == "brief" and after in ("on", "about") and before not in grammar.auxiliaries:
        return False  # "a diplomat briefed on the matter"
    if saying.verb == "put" and not any(word in ("at", "as") for word in tokens.lower[position + 1 : position + 12]):
        return False
    if saying.form == "s" and tokens.lower[position] in grammar.reports:
        return _is_finite(tokens, position, grammar) and after not in ("of", "by", "about", "from", "and")
    if saying.form == "base":
        return _has_plural_subject(tokens, position, grammar)
    if saying.form == "past":
        return before not in grammar.determiners and not before.endswith("'s")
    return saying.form != "ing" or before not in grammar.determiners


def _word(tokens: WordList, position: int) -> str:
    return tokens.lower[position] if 0 <= position < len(tokens.lower) else ""


def _is_finite(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether "claims" and its like stand behind a subject and before something claimed."""
    before, after = _word(tokens, position - 1), _word(tokens, position + 1)
    if position == 0 or before.endswith("'s") or after in grammar.auxiliaries or after in grammar.saying:
        return False
    return is_name(tokens.words[position - 1]) or before == ")" or before in grammar.roles or before in grammar.pronouns


def _has_plural_subject(tokens: WordList, position: int, grammar: Grammar) -> bool:
    before = _word(tokens, position - 1)
    back = position - 1
    while back > 0 and before in grammar.adverbs and before not in BARE_SUBJECTS:
        back -= 1
        before = _word(tokens, back)
    if (
        before in BARE_SUBJECTS
        or before in grammar.future
        or before in ("did", "does", "do", "didn't", "doesn't", "don't")
    ):
        return True
    if tokens.lower[position] in grammar.nouns_too:
        return before in grammar.roles and before.endswith("s")
    return before.isalpha() and before not in grammar.determiners and before not in grammar.prepositions


def _read_verb(
    tokens: WordList,
    verb: int,
    floor: int,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    saying = grammar.saying[tokens.lower[verb]]
    if saying.does == "cite":
        cited = _read_cited(tokens, verb, floor, dates, verbs, cues, grammar)
        if cited:
            return cited
    if saying.form in ("past", "participle") and _is_passive(tokens, verb, dates, grammar):
        return _read_passive(tokens, verb, floor, saying, dates, verbs, grammar)
    inverted = _read_inverted(tokens, verb, saying, dates, verbs, grammar)
    if inverted:
        return inverted
    subject = find_subject_before(tokens, verb, floor, dates, verbs, grammar)
    if saying.form == "ing" and _word(tokens, verb - 1) != "as" and not _has_own_subject(tokens, verb, subject):
        subject = _inherit_subject(tokens, verb, cues, dates, verbs, grammar)
    if _word(tokens, verb - 1) == "as" and cues:
        return None  # "was quoted as saying": read at "quoted"
    if subject is None and _word(tokens, verb - 1) in ("but", "and", "nor"):
        subject = cues[-1].subject if cues else None
        return (
            Cue(
                verb,
                saying,
                subject,
                verb,
                _skip_circumstances(tokens, verb + 1, saying, dates, grammar),
                before=False,
                after=True,
            )
            if subject
            else None
        )
    if subject is None:
        return None
    return _place(tokens, verb, saying, subject, dates, grammar)


def _has_own_subject(tokens: WordList, verb: int, subject: Subject | None) -> bool:
    """ "With the army saying": its own; "..., saying": that of the main verb."""
    return (
        subject is not None
        and subject.described is None
        and subject.name[1] == verb
        and _word(tokens, subject.name[0] - 1) == "with"
    )


def _inherit_subject(
    tokens: WordList, verb: int, cues: list[Cue], dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    for cue in reversed(cues):
        if cue.subject and cue.saying:
            return cue.subject
    start = 0
    while start < verb and (start in dates or tokens.lower[start] in QUOTES or tokens.lower[start] == ","):
        start += 1
    name = find_phrase_after(tokens, start, dates, verbs, grammar)
    return Subject(name) if name[1] > name[0] else None


def _place(
    tokens: WordList, verb: int, saying: Saying, subject: Subject, dates: Container[int], grammar: Grammar
) -> Cue:
    """The cue of a verb behind its subject: is what is said before it, after it, or around it?"""
    first = min(subject.name[0], subject.described[0] if subject.described else subject.name[0])
    first = min(first, verb)
    last = verb + 1 if saying.does == "decline" else _skip_circumstances(tokens, verb + 1, saying, dates, grammar)
    follows = _word(tokens, last)
    opens_quote = (follows in (",", ":") and _word(tokens, last + 1) in QUOTES) or follows in QUOTES or follows == ":"
    ends = not follows or follows in ENDS or follows in (",", ")", "(") or follows in DASHES
    back = first - 1
    while back > 0 and (back in dates or tokens.lower[back] in ("on", "in", "(")):
        back -= 1
    separated = first > 0 and (
        _word(tokens, back) in (",", "?", "!") or _word(tokens, back) in QUOTE_MARKS or _word(tokens, back) in DASHES
    )
    before = separated and ends and saying.form != "ing"
    return Cue(verb, saying, subject, first, last, before, not ends or opens_quote or follows == "," or not before)


def _skip_circumstances(
    tokens: WordList, position: int, saying: Saying, dates: Container[int], grammar: Grammar
) -> int:
    """Over whom, when and where somebody was told: "told reporters in Geneva on Friday | that"."""
    size = len(tokens.words)
    limit = min(size, position + 24)
    if saying.verb in ("tell", "inform", "brief", "remind", "assure", "notify"):
        position = _skip_addressee(tokens, position, limit, dates, grammar)
    while position < limit:
        word = tokens.lower[position]
        if position in dates or word in ("later", "also", "today", "yesterday"):
            position += 1
        elif word in (
            "in",
            "at",
            "during",
            "on",
            "after",
            "to",
            "from",
            "via",
            "through",
            "late",
            "early",
        ) and _is_circumstance(tokens, position, dates, grammar):
            position += 1
            while position < limit and (
                tokens.lower[position] in grammar.inner_prepositions
                or (position not in dates
                and _is_plain(tokens, position, grammar))
            ):
                position += 1
        else:
            break
    return position


def _skip_addressee(tokens: WordList, position: int, limit: int, dates: Container[int], grammar: Grammar) -> int:
    end = position
    while (
        end < limit
        and end not in dates
        and _is_plain(tokens, end, grammar)
        and tokens.lower[end] not in ("in", "at", "on", "during")
    ):
        end += 1
        if tokens.lower[end - 1] in grammar.addressees and _word(tokens, end) not in (
            "committee",
            "meeting",
            "session",
            "hearing",
            "of",
            "and",
            "'",
        ):
            while end < limit and is_name(tokens.words[end]) and end not in dates:
                end += 1
            return end
    if (
        end == limit
        or _word(tokens, end) in ("that", ",", ":", ".", "in", "at", "on", "during", "")
        or end in dates
        or tokens.lower[end] in QUOTES
    ):
        return end
    return position + 1 if position < limit else position


def _is_plain(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """A word that can stand inside "in an interview with state television": no verb, no mark, no number."""
    word = tokens.lower[position]
    if position and tokens.lower[position - 1] in grammar.determiners and word in grammar.saying:
        return True  # "after the briefing"
    if not word[0].isalpha() or word in ("that", "it", "there", "he", "she", "they", "we"):
        return False
    if word in grammar.nouns_too and _word(tokens, position + 1) != "that":
        return True  # "told state television"
    return (
        (word not in grammar.auxiliaries
        and word not in grammar.openers
        and word not in grammar.saying)
        or word in ("with", "after", "following", "statement")
    )


def _is_circumstance(tokens: WordList, position: int, dates: Container[int], grammar: Grammar) -> bool:
    """Whether a preposition after a verb of saying opens a place, an occasion or a date rather than what is said."""
    if position + 1 in dates:
        return True
    return position + 1 < len(tokens.words) and tokens.lower[position + 1] not in grammar.pronouns


def _is_passive(tokens: WordList, verb: int, dates: Container[int], grammar: Grammar) -> bool:
    back = verb - 1
    while back >= 0 and verb - back < 6 and (tokens.lower[back] in grammar.adverbs or back in dates):
        back -= 1
    return _word(tokens, back) in grammar.be or _word(tokens, verb + 1) == "by"


def _read_passive(
    tokens: WordList,
    verb: int,
    floor: int,
    saying: Saying,
    dates: Container[int],
    verbs: Container[int],
    grammar: Grammar,
) -> Cue | None:
    """ "They were briefed by the chief that", "as confirmed by the army", "the general was quoted as saying"."""
    by = next((i for i in range(verb + 1, min(verb + 5, len(tokens.words))) if tokens.lower[i] == "by"), None)
    if by is not None and all(i in dates or tokens.lower[i] in grammar.adverbs for i in range(verb + 1, by)):
        name = find_phrase_after(tokens, by + 1, dates, verbs, grammar)
        if name[1] > name[0]:
            last = _skip_circumstances(tokens, name[1], saying, dates, grammar)
            return Cue(verb, saying, Subject(name), verb, last, before=True, after=True)
    if saying.does == "cite" or saying.verb in ("tell", "brief", "inform"):
        subject = find_subject_before(tokens, verb, floor, dates, verbs, grammar)
        return _place(tokens, verb, saying, subject, dates, grammar) if subject else None
    return None


def _read_inverted(
    tokens: WordList, verb: int, saying: Saying, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    """ "..., said Colonel Kone, an army spokesman": the speaker behind the verb."""
    before = _word(tokens, verb - 1)
    if saying.does == "tell" or saying.verb == "tell":
        return None
    if saying.form not in ("past", "s", "base") or not (
        before == "," or before in QUOTE_MARKS or before in DASHES or before in "?!"
    ):
        return None
    if verb + 1 >= len(tokens.words):
        return None
    name = find_phrase_after(tokens, verb + 1, dates, verbs, grammar)
    if name[0] == name[1] or not _is_speaker(tokens, name, grammar):
        return None
    after = _word(tokens, name[1])
    described = None
    if after == ",":
        extra = find_phrase_after(tokens, name[1] + 1, dates, verbs, grammar)
        if is_bare_name(tokens, extra) and tokens.lower[name[1] - 1] in grammar.roles:
            name, described = extra, name
        elif extra[1] > extra[0] and _has_role(tokens, extra, grammar):
            described = extra
    elif after and not (
        after in ENDS
        or after in QUOTES
        or name[1] in dates
        or after in grammar.prepositions
        or after in ("who", "as", "after", "while", "when", ")", "before", "during", "following", ":")
    ):
        return None
    last = _skip_circumstances(tokens, max(name[1], described[1] if described else 0), saying, dates, grammar)
    opens = after == ":" or after in QUOTES
    return Cue(verb, saying, Subject(name, described), verb, last, before=bool(before), after=opens)


def _is_speaker(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    if tokens.lower[name[0]][0].isdigit():
        return False
    return any(is_name(tokens.words[i]) for i in range(*name)) or _has_role(tokens, name, grammar)


def _has_role(tokens: WordList, name: tuple[int, int], grammar: Grammar) -> bool:
    return any(tokens.lower[i].removesuffix("'s") in grammar.roles for i in range(*name))


def _read_cited(
    tokens: WordList,
    verb: int,
    floor: int,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """ "Citing two diplomats", "quoted the minister as saying": the one who is cited is the speaker."""
    if _is_passive(tokens, verb, dates, grammar):
        return None
    name = find_phrase_after(tokens, verb + 1, dates, verbs, grammar)
    if name[1] == name[0] or not _is_speaker(tokens, name, grammar):
        return None
    as_saying = _word(tokens, name[1]) == "as"
    if not as_saying and tokens.lower[name[1] - 1] in grammar.evidence and not is_name(tokens.words[name[0]]):
        return None
    outer = find_subject_before(tokens, verb, floor, dates, verbs, grammar) if tokens.lower[verb] != "citing" else None
    if outer:
        cues.append(
            Cue(verb, grammar.saying[tokens.lower[verb]], outer, outer.name[0], verb + 1, before=False, after=True)
        )
    return Cue(
        verb,
        None,
        Subject(name),
        verb,
        name[1] + (2 if as_saying else 0),
        before=not as_saying,
        after=True,
        is_source=True,
        is_cited=True,
    )


def _names_source(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether "by" or "from" stands behind what somebody says: "an estimate by", "figures released by"."""
    if position == 0:
        return False
    before = tokens.lower[position - 1]
    if before in grammar.reports:
        return True
    if tokens.lower[position] == "by" and before in (
        "released",
        "published",
        "given",
        "provided",
        "issued",
        "compiled",
        "obtained",
        "shared",
        "seen",
        "made",
    ):
        return any(
            word in grammar.reports or word in grammar.evidence
            for word in tokens.lower[max(0, position - 6) : position]
        )
    return False


def _read_source(
    tokens: WordList, first: int, start: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    name = find_phrase_after(tokens, _skip_papers(tokens, start, grammar), dates, verbs, grammar)
    if name[1] == name[0] or not _is_speaker(tokens, name, grammar):
        return None
    described = None
    if _word(tokens, name[1]) == ",":
        extra = find_phrase_after(tokens, name[1] + 1, dates, verbs, grammar)
        if extra[1] > extra[0] and _has_role(tokens, extra, grammar) and not is_name(tokens.words[extra[0]]):
            described = extra
    last = _skip_dates(tokens, name[1], dates)
    return Cue(first, None, Subject(name, described), first, last, before=True, after=True, is_source=True)


def _skip_papers(tokens: WordList, start: int, grammar: Grammar) -> int:
    """Past "figures released by" in "according to figures released by | the army"."""
    for position in range(start, min(start + 6, len(tokens.lower))):
        word = tokens.lower[position]
        if word in ("from", "by") and any(paper in grammar.reports for paper in tokens.lower[start:position]):
            return position + 1
        if not word[0].isalpha() or (is_name(tokens.words[position]) and position > start + 1):
            break
    return start


def _read_evidence(
    tokens: WordList, position: int, floor: int, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    """ "Paris has evidence that", "Kyiv published a video": somebody shows rather than says."""
    for verb in range(position - 1, max(floor, position - 5) - 1, -1):
        word = tokens.lower[verb]
        if word in grammar.showing:
            subject = find_subject_before(tokens, _skip_plan(tokens, verb, grammar), floor, dates, verbs, grammar)
            if subject and tokens.lower[subject.name[0]] not in ("his", "her", "their", "its"):
                return Cue(
                    verb,
                    None,
                    subject,
                    subject.name[0],
                    _skip_dates(tokens, position + 1, dates),
                    before=False,
                    after=True,
                )
            return None
        if not word[0].isalnum() or word in grammar.openers:
            return None
    return None


def _skip_dates(tokens: WordList, position: int, dates: Container[int]) -> int:
    while position < len(tokens.words) and position in dates:
        position += 1
    return position


def _skip_plan(tokens: WordList, verb: int, grammar: Grammar) -> int:
    """ "The US | plans to release": back over the plan to show it."""
    if _word(tokens, verb - 1) == "to":
        return verb - 2 if verb >= 2 else verb
    return verb
