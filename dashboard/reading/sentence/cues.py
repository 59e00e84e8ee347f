"""Who says what in one sentence: each verb of saying with its speaker, and on which side of it the words said stand."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.accounts import find_driven, read_opening_subject, read_unsaid
from dashboard.reading.sentence.circumstances import skip_circumstances
from dashboard.reading.sentence.inverted import ENDS, LEAVES_OFF, QUOTE_MARKS, read_inverted
from dashboard.reading.sentence.relatives import find_relative_head, is_in_aside
from dashboard.reading.sentence.saying_verbs import is_beside_news, is_passive, is_verb
from dashboard.reading.sentence.sources import Cue, is_speaker, read_cited
from dashboard.reading.sentence.subjects import find_subject_before, is_bare_name
from dashboard.reading.sentence.words_at import BESIDE_NUMBER, word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import DASHES, QUOTES, Subject, TokenSpan, cut_at_verb
from dashboard.reading.text.phrases_after import find_phrase_after
from dashboard.reading.text.wordlist import WordList, is_name

UNSAID: Final = frozenset({"if", "unless", "whatever", "whichever"})  # behind these nothing has been said


def find_cues(tokens: WordList, dates: Container[int], grammar: Grammar, first: int = 0) -> tuple[Cue, ...]:
    """The cues of a sentence in its order; `dates` are the tokens of dates, `first` is the one behind its dateline."""
    triggers = grammar.triggers
    positions = [i for i, word in enumerate(tokens.lower) if word in triggers and i >= first]
    verbs = frozenset(i for i in positions if tokens.lower[i] in grammar.saying and is_verb(tokens, i, grammar))
    cues: list[Cue] = []
    floor = first
    for position in positions:
        if position in verbs:
            cue = _read_verb(tokens, position, floor, dates, verbs, cues, grammar)
        else:
            cue = read_unsaid(tokens, position, (first, floor), dates, verbs, cues, grammar)
        if cue:
            cues.append(cue)
            is_seen = cue.is_source and word_at(tokens, position - 1) in grammar.obtained  # "seen by AFP"
            is_quoted = cue.saying and cue.saying.does == "cite" and word_at(tokens, position + 1) == "by"
            is_aside = word_at(tokens, position - 1) == "," and cue.saying and cue.saying.does == "accuse"
            is_aside = is_aside or is_in_aside(tokens, position)
            if not (cue.is_cited or is_seen or is_quoted or is_aside or (cue.saying and cue.saying.does == "speak")):
                floor = max(floor, position + 1)
    return tuple(cues)


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
    cited = read_cited(tokens, verb, floor, dates, verbs, cues, grammar) if saying.does == "cite" else None
    if cited:
        return cited
    if saying.form in ("past", "participle") and is_passive(tokens, verb, dates, grammar):
        return _read_passive(tokens, verb, floor, saying, dates, verbs, cues, grammar)
    return read_inverted(tokens, verb, saying, dates, verbs, grammar) or _read_active(
        tokens, verb, floor, saying, dates, verbs, cues, grammar
    )


def _read_active(
    tokens: WordList,
    verb: int,
    floor: int,
    saying: Saying,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """The cue of a verb behind its speaker; "saying" and "but denied" take the speaker of the verb before."""
    before = word_at(tokens, verb - 1)
    if (before == "as" and cues) or (saying.verb == "tell" and _tells_to(tokens, verb, dates, grammar)):
        return None  # "was quoted as saying": read at "quoted"
    subject = find_relative_head(tokens, verb, floor, dates, verbs, grammar) or find_subject_before(
        tokens, verb, floor, dates, verbs, grammar
    )
    has_auxiliary = before == "as" or before in grammar.be
    if saying.form == "ing" and not has_auxiliary and not _has_own_subject(tokens, verb, subject):
        subject = _inherit_subject(tokens, verb, cues, dates, verbs, grammar)
    subject = subject or find_driven(tokens, verb, floor, dates, verbs, grammar)
    if subject is None and before in ("but", "and", "nor"):
        joint = cues[-1].subject if cues else read_opening_subject(tokens, floor, verb, dates, verbs, grammar)
        last = skip_circumstances(tokens, verb + 1, saying, dates, grammar)
        return Cue(verb, saying, joint, verb, last, before=False, after=True) if joint else None
    if subject and saying.does == "promise" and not grammar.reports.isdisjoint(tokens.lower[slice(*subject.name)]):
        return None  # "the number of troops pledged"
    if subject and (_is_thing(tokens, subject.name, grammar) or not _was_there(tokens, subject.name, saying, grammar)):
        return None
    if subject and (word_at(tokens, subject.name[0] - 1) in UNSAID or tokens.lower[subject.name[0]] in UNSAID):
        return None  # "whatever Chad says", "if the world insisted on a force, 300 men would do"
    subject = _find_described_before(tokens, subject, cues) if subject else None
    if subject and saying.stance == "denies":
        subject = _drop_charge(tokens, subject, grammar)
    return _place(tokens, verb, saying, subject, dates, grammar) if subject else None


def _find_described_before(tokens: WordList, subject: Subject, cues: list[Cue]) -> Subject:
    """ "According to Ana Ruiz, | an aide to the general |, who said": Ana Ruiz, whom these words describe."""
    before = cues[-1] if cues and cues[-1].is_source else None
    if before is None or before.subject is None or tokens.lower[subject.name[0]] not in ("a", "an", "the", "its"):
        return subject
    name = before.subject.name
    is_beside = name[1] == subject.name[0] - 1 and tokens.lower[name[1]] == "," and is_bare_name(tokens, name)
    is_closed = tokens.lower[subject.name[1] : subject.name[1] + 2] == [",", "who"]
    return before.subject if is_beside and is_closed else subject


def _tells_to(tokens: WordList, verb: int, dates: Container[int], grammar: Grammar) -> bool:
    """ "Chad is telling its diplomats | to | lobby for a force": an order, and no news."""
    name = find_phrase_after(tokens, verb + 1, dates, (), grammar)
    return word_at(tokens, verb - 1) in grammar.be and name[0] < name[1] and word_at(tokens, name[1]) == "to"


def _is_thing(tokens: WordList, name: TokenSpan, grammar: Grammar) -> bool:
    """ "The mobilisation of 300 men | suggests", "nobody | can say": what is done says nothing, nor does nobody."""
    is_nobody = word_at(tokens, name[0] - 1) == "neither" or tokens.lower[name[0]] in ("neither", "no", "none")
    if is_nobody or (name[1] - name[0] == 1 and tokens.lower[name[0]] in grammar.nobody):
        return True
    within = grammar.inner_prepositions | grammar.modifiers
    inner = (i for i in range(name[0] + 1, name[1]) if tokens.lower[i] in within)
    head = next(inner, name[1]) - 1
    return tokens.lower[head] in grammar.things and not (is_name(tokens.words[head]) and head > name[0])


def _was_there(tokens: WordList, name: TokenSpan, saying: Saying, grammar: Grammar) -> bool:
    """Whether who "saw" troops is a bystander: "a resident", not "the minister"; who found out, one who can speak."""
    if saying.does == "find":
        first = name[0] + (tokens.lower[name[0]] in grammar.determiners)
        return is_speaker(tokens, (first, name[1]), grammar)
    return saying.does != "witness" or not grammar.bystanders.isdisjoint(tokens.lower[slice(*name)])


def _drop_charge(tokens: WordList, subject: Subject, grammar: Grammar) -> Subject:
    """ "..., a charge | Chad | denies": without the word that stands for what is denied."""
    start, end = subject.name
    noun = start + (tokens.lower[start] in grammar.determiners)
    is_charge = noun + 1 < end and is_beside_news(tokens, noun + 1, grammar)
    return Subject((noun + 1, end), subject.described) if is_charge else subject


def _has_own_subject(tokens: WordList, verb: int, subject: Subject | None) -> bool:
    """ "With the army saying": its own; "..., saying": that of the main verb."""
    return (
        subject is not None
        and subject.described is None
        and subject.name[1] == verb
        and word_at(tokens, subject.name[0] - 1) == "with"
    )


def _inherit_subject(
    tokens: WordList, verb: int, cues: list[Cue], dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Subject | None:
    for cue in reversed(cues):
        if cue.subject and cue.saying:
            return cue.subject
    start = _skip_opening_clause(tokens, verb, dates, grammar)
    small = QUOTES | {",", "but", "yet", "and"}
    while start < verb and (start in dates or tokens.lower[start] in small):
        start += 1
    name = cut_at_verb(tokens, find_phrase_after(tokens, start, dates, verbs, grammar), grammar)
    return Subject(name) if name[1] > name[0] and start != verb else None


def _skip_opening_clause(tokens: WordList, verb: int, dates: Container[int], grammar: Grammar) -> int:
    """ "Calling it an emergency, | the minister ordered 300 men there": where the sentence's own subject begins."""
    if any(word[0].isalpha() for word in tokens.lower[:verb]):
        return 0
    for position in range(verb + 1, min(verb + 25, len(tokens.lower) - 1)):
        if tokens.lower[position] == "," and position not in dates:
            start = position + 1 + (tokens.lower[position + 1] in QUOTES)
            name = find_phrase_after(tokens, start, dates, (), grammar)
            return start if name[1] > name[0] and is_speaker(tokens, name, grammar) else verb
    return verb


def _place(
    tokens: WordList, verb: int, saying: Saying, subject: Subject, dates: Container[int], grammar: Grammar
) -> Cue:
    """The cue of a verb behind its subject: is what is said before it, after it, or around it?"""
    first = min(subject.name[0], subject.described[0] if subject.described else subject.name[0])
    first = min(first, verb)
    last = verb + 1 if saying.does == "decline" else skip_circumstances(tokens, verb + 1, saying, dates, grammar)
    if saying.does == "cite" and tokens.lower[last : last + 2] == ["as", "saying"]:
        last = skip_circumstances(tokens, last + 2, saying, dates, grammar)  # "was quoted | as saying Tuesday"
    follows = "" if _is_seen(tokens, last, grammar) else word_at(tokens, last)
    opens_quote = (follows in (",", ":") and word_at(tokens, last + 1) in QUOTES) or follows in QUOTES or follows == ":"
    is_left = follows in LEAVES_OFF and word_at(tokens, last + 1) not in ("many", "few", "much", "little")
    got = next((i for i in range(verb, last) if follows == "by" and tokens.lower[i] in grammar.obtained), last)
    is_got, last = got < last, got  # "said in a report | obtained on Friday by an agency"
    ends = is_got or not follows or follows in ENDS or follows in (",", ")", "(") or follows in DASHES or is_left
    back = first - 1
    while back > 0 and (back in dates or tokens.lower[back] in ("on", "in", "(")):
        back -= 1
    separated = first > 0 and (
        word_at(tokens, back) in (",", "?", "!")
        or word_at(tokens, back) in QUOTE_MARKS
        or word_at(tokens, back) in DASHES
    )
    before = separated and ends and (saying.form != "ing" or word_at(tokens, verb - 1) in grammar.be)
    return Cue(verb, saying, subject, first, last, before, not ends or opens_quote or follows == "," or not before)


def _is_seen(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Wrote in a letter | that the agency has seen": so what was written stands before it."""
    if word_at(tokens, position) not in ("that", "which"):
        return False
    end = next((i for i in range(position, len(tokens.lower)) if tokens.lower[i] in ENDS or tokens.lower[i] == ","), 0)
    return end - position <= 10 and word_at(tokens, end - 1) in grammar.obtained | {"read"}


def _read_passive(
    tokens: WordList,
    verb: int,
    floor: int,
    saying: Saying,
    dates: Container[int],
    verbs: Container[int],
    cues: list[Cue],
    grammar: Grammar,
) -> Cue | None:
    """ "They were briefed by the chief that", "as confirmed by the army", "the general was quoted as saying"."""
    by = next((i for i in range(verb + 1, min(verb + 11, len(tokens.words))) if tokens.lower[i] == "by"), None)
    if by is not None and all(_stands_between(tokens, i, dates, grammar) for i in range(verb + 1, by)):
        name = find_phrase_after(tokens, by + 1, dates, verbs, grammar)
        if saying.does == "accuse" and "of" in tokens.lower[slice(*name)]:
            name = name[0], tokens.lower.index("of", name[0])  # "accused by Chad | of sending"
        if name[1] > name[0]:
            last = skip_circumstances(tokens, name[1], saying, dates, grammar)
            subject = find_subject_before(tokens, verb, floor, dates, verbs, grammar)
            dated = name[1] + (word_at(tokens, name[1]) == "on")
            while dated in dates:
                dated += 1  # "Kone was quoted by AFP | on Friday | as saying"
            if subject and tokens.lower[dated : dated + 2] == ["as", "saying"]:
                cues.append(Cue(verb, None, subject, verb, dated + 2, before=False, after=True, is_cited=True))
            is_beside = saying.stance == "denies" and is_beside_news(tokens, verb, grammar)
            first = by if any(word[0].isdigit() for word in tokens.lower[verb + 1 : by]) else verb  # "put at 300 by"
            return Cue(first, saying, Subject(name), first, last, before=not is_beside, after=True)
    if saying.does == "cite" or saying.verb in ("tell", "brief", "inform"):
        subject = find_subject_before(tokens, verb, floor, dates, verbs, grammar)
        is_deaf = subject is None or word_at(tokens, subject.name[1] - 1) in grammar.hearers
        is_order = _is_ordered(tokens, verb)
        return None if is_deaf or is_order or not subject else _place(tokens, verb, saying, subject, dates, grammar)
    return None


def _is_ordered(tokens: WordList, verb: int) -> bool:
    """ "The governor was told | to bring back 300 men": an order, and no news."""
    return tokens.lower[verb] == "told" and word_at(tokens, verb + 1) == "to"


def _stands_between(tokens: WordList, position: int, dates: Container[int], grammar: Grammar) -> bool:
    """ "Estimated | on Friday at “about 300” | by the army": dates, adverbs and the number."""
    word = tokens.lower[position]
    is_counted = tokens.lower[position - 1][0].isdigit() and word.isalpha()
    is_range = word == "between" or (word == "and" and tokens.lower[position - 1][0].isdigit())
    is_small = position in dates or word in grammar.adverbs or word in BESIDE_NUMBER
    return is_small or is_range or word[0].isdigit() or is_counted
