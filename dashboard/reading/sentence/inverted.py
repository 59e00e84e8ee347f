"""A verb of saying with its speaker behind it: "..., said Colonel Kone"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.circumstances import skip_circumstances
from dashboard.reading.sentence.sources import Cue, has_role, is_paper_told, is_speaker
from dashboard.reading.sentence.subjects import find_subject_before, is_bare_name, is_title
from dashboard.reading.sentence.words_at import is_number, word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import DASHES, QUOTES, TIMES, Subject, TokenSpan
from dashboard.reading.text.phrases_after import find_phrase_after
from dashboard.reading.text.wordlist import WordList

QUOTE_MARKS: Final = QUOTES | {"'"}  # a single mark only where it cannot be an apostrophe


# Behind "..., the general said" these open words about how he said it, not what he said.
LEAVES_OFF: Final = frozenset(
    {"citing", "quoting", "adding", "without", "after", "as", "while", "but", "when", "before"}
)


FRONT: Final = 6  # words of "in the hills alone"
CLAUSE: Final = 14  # words of "who has visited the base"
ENDS: Final = frozenset({".", "!", "?", ";", "|", "•"})


def read_inverted(
    tokens: WordList, verb: int, saying: Saying, dates: Container[int], verbs: Container[int], grammar: Grammar
) -> Cue | None:
    """ "..., said Colonel Kone, an army spokesman": the speaker behind the verb."""
    before = word_at(tokens, verb - 1)
    if saying.does == "tell" or saying.verb in ("tell", "put", "count", "estimate"):
        return None
    if saying.form not in ("past", "s", "base") or not (
        before == "," or before in QUOTE_MARKS or before in DASHES or before in "?!"
    ):
        return None
    if verb + 1 >= len(tokens.words) or (before == "," and _is_set_off(tokens, verb, dates, verbs, grammar)):
        return None
    name = find_phrase_after(tokens, verb + 1, dates, verbs, grammar)
    is_deed = name[0] < name[1] and tokens.words[name[0]].islower() and tokens.lower[name[0]].endswith("ing")
    is_told = name[0] < name[1] and (is_speaker(tokens, name, grammar) or is_paper_told(tokens, name, grammar))
    if is_deed or not is_told:  # "denies | sending any fighters"
        return None
    after = word_at(tokens, name[1])
    after = "." if after == "," and is_paper_told(tokens, name, grammar) else after  # "says the report, which was sent"
    subject = Subject(name, None)
    if after == ",":
        subject = _read_described(tokens, name, find_phrase_after(tokens, name[1] + 1, dates, verbs, grammar), grammar)
    elif not (_is_closed(after, grammar) or name[1] in dates):
        return None
    end = max(subject.name[1], subject.described[1] if subject.described else 0)
    last = skip_circumstances(tokens, end, saying, dates, grammar)
    goes_on = word_at(tokens, last) == "," and _goes_on(tokens, last + 1, grammar)
    goes_on = goes_on or _interrupts(tokens, verb, last, dates, grammar)
    opens = after == ":" or after in QUOTES or goes_on  # "Chad, said its minister, | would keep 300 men"
    return Cue(verb, saying, subject, verb, last, before=bool(before), after=opens)


def _read_described(tokens: WordList, name: TokenSpan, extra: TokenSpan, grammar: Grammar) -> Subject:
    """ "Said Ana Kone, | an army spokeswoman", "said | the army's spokeswoman |, Ana Kone": the name and its title."""
    is_role = tokens.lower[name[1] - 1] in grammar.roles
    if is_bare_name(tokens, extra) and (is_role or is_title(tokens, name, extra, grammar)):
        return Subject(extra, name)
    return Subject(name, extra if extra[1] > extra[0] and has_role(tokens, extra, grammar) else None)


def _is_closed(after: str, grammar: Grammar) -> bool:
    """Whether the word behind a name ends it there: a mark, a preposition, or one that opens a clause."""
    is_mark = not after or after in ENDS or after in QUOTES or after in (")", ":")
    is_small = after in grammar.prepositions or after in ("who", "during", "following")
    return is_mark or is_small or after in LEAVES_OFF


def _interrupts(tokens: WordList, verb: int, last: int, dates: Container[int], grammar: Grammar) -> bool:
    """ "In practice, | says a diplomat who was there, | barely 900 are left": put in behind no more than a place."""
    if word_at(tokens, last) == "who":
        last = next((i for i in range(last, min(last + CLAUSE, len(tokens.lower))) if tokens.lower[i] == ","), last)
    if word_at(tokens, last) != "," or word_at(tokens, verb - 1) != ",":
        return False
    first = verb - 1
    while first > 0 and tokens.lower[first - 1] not in (":", ";", ",") and tokens.lower[first - 1] not in QUOTES:
        first -= 1
    front = tokens.lower[first : verb - 1]
    is_place = front[:1] != [] and (front[0] in grammar.prepositions | grammar.determiners | TIMES or first in dates)
    is_clause = any(word in grammar.auxiliaries or word in grammar.plain_verbs or word.endswith("ed") for word in front)
    is_start = first == 0 or tokens.lower[first - 1] != ","
    return (
        is_place and is_start and len(front) <= FRONT and not (is_clause or any(is_number(w, grammar) for w in front))
    )


def _goes_on(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "300 came in May, said Kone, | and brought the force to 900": whether what was said goes on with its verb."""
    if word_at(tokens, position) in grammar.auxiliaries:
        return True
    if word_at(tokens, position) not in ("and", "but"):
        return False
    verb, after = word_at(tokens, position + 1), word_at(tokens, position + 2)
    if verb in grammar.auxiliaries or verb in grammar.plain_verbs or verb.endswith("ed"):
        return verb not in grammar.saying or grammar.saying[verb].does == "revise"
    small = (grammar.determiners, grammar.pronouns, grammar.prepositions, grammar.openers, grammar.adverbs)
    is_word = verb.isalpha() and tokens.words[position + 1].islower() and not any(verb in words for words in small)
    return is_word and verb not in grammar.roles | grammar.numbers and after in grammar.determiners


def _is_set_off(tokens: WordList, verb: int, dates: Container[int], verbs: Container[int], grammar: Grammar) -> bool:
    """ "The governor of Gao, Idris Kone, | says": title and name stand before the verb, so nobody behind it speaks."""
    subject = find_subject_before(tokens, verb, 0, dates, verbs, grammar)
    if subject is None or subject.described is None:
        return False
    one, other = subject.name, subject.described
    is_doing = tokens.lower[other[0]].endswith("ing") and tokens.words[other[0]].islower()
    if tokens.lower[other[0]] in ("who", "in") or (is_doing and has_role(tokens, one, grammar)):
        return True  # "the officer, who declined to be named, | said", "the UN, in a letter, | said"
    return is_bare_name(tokens, one) and has_role(tokens, other, grammar) and not has_role(tokens, one, grammar)
