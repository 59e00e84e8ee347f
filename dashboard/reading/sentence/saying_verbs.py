"""Which words of a sentence are verbs of saying."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from dashboard.reading.sentence.narrow_verbs import fits_its_sort
from dashboard.reading.sentence.words_at import word_at
from dashboard.reading.text.grammar import Grammar, Saying
from dashboard.reading.text.phrases import QUOTES
from dashboard.reading.text.wordlist import WordList, is_name

NARROW: Final = frozenset({"strict", "show", "decline", "give", "revise", "credit", "witness", "find", "number"})
CLAUSE_REACH: Final = 20  # words of "who have sent men into the hills"
DEED_REACH: Final = 5  # words of "the deadly suicide attack"
ASIDE: Final = 6  # words of "for their part" and its commas
GOING_ON_ADVERBS: Final = frozenset({"now", "also", "still", "currently", "already", "officially", "publicly"})
BARE_SUBJECTS: Final = frozenset({"we", "i", "they", "you", "to", "not", "officials"})


def is_verb(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether a form that can be a noun or an adjective too ("reports", "estimated") is a verb here."""
    saying = grammar.saying[tokens.lower[position]]
    before = word_at(tokens, position - 1)
    after = word_at(tokens, position + 1)
    if saying.does in NARROW and not fits_its_sort(tokens, position, saying, grammar):
        return False
    named = position + 1 + (after == "the")
    is_naming = saying.verb == "call" and word_at(tokens, named) != "" and is_name(tokens.words[named])
    is_naming = is_naming and (before == "," or _says_later(tokens, named, grammar))
    if _is_other_word(tokens, position, saying, grammar) or _is_told_of_speaker(tokens, position, saying) or is_naming:
        return False
    if saying.form == "s" and (tokens.lower[position] in grammar.reports or saying.verb in grammar.nouns_too):
        return _is_finite(tokens, position, grammar) and after not in ("of", "by", "about", "from", "and")
    if saying.form == "base":
        return _has_plural_subject(tokens, position, grammar)
    if saying.form == "past":
        is_relative = before == "that" and saying.does == "cite"  # "media that cited"
        is_joint = before == "both" and position > 1 and is_name(tokens.words[position - 2])  # "Lima and Quito both"
        return (is_relative or is_joint or before not in grammar.determiners) and not before.endswith("'s")
    return saying.form != "ing" or before not in grammar.determiners


def _says_later(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "A militia called the Eagles | says": behind a name stands the verb."""
    while word_at(tokens, position) != "" and is_name(tokens.words[position]):
        position += 1
    return word_at(tokens, position) in grammar.saying or word_at(tokens, position) in grammar.auxiliaries


def _is_other_word(tokens: WordList, position: int, saying: Saying, grammar: Grammar) -> bool:
    """ "Think tank", "expected to arrive", "a diplomat briefed on the matter", "put down their arms": not said."""
    before, word, after = (word_at(tokens, position + shift) for shift in (-1, 0, 1))
    if f"{before} {word}" in grammar.not_said or f"{word} {after}" in grammar.not_said:
        return True
    if after == "to" and saying.form in ("past", "participle") and word in grammar.passive_before_to:
        return not _is_relative(tokens, position, grammar)
    if saying.verb == "claim" and grammar.auxiliaries.isdisjoint(tokens.lower[position + 1 : position + 6]):
        is_taken = not grammar.taken.isdisjoint(tokens.lower[position + 1 : position + 6])
        return is_taken or _claims_deed(tokens, position, grammar)
    if before[:1].isdigit() and word in grammar.passive_before_to:
        return after.isalpha() and after != "that" and after not in grammar.determiners  # "15 suspected rebels"
    if saying.verb == "brief":
        return after in ("on", "about") and before not in grammar.auxiliaries
    is_ruled = saying.verb == "rule" and after != "out"  # "the court ruled that"
    return is_ruled or (saying.verb == "put" and not _puts_at(tokens, position, grammar))


def _claims_deed(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Claimed (responsibility for) an attack | that killed 400", "an attack claimed by X": a deed, not the number."""
    if word_at(tokens, position + 1) == "by":
        before = tokens.lower[max(0, position - 6) : position]
        return not grammar.deeds.isdisjoint(before[-1:] if before[-1:] != [","] else before)
    noun = next((i for i in range(position + 1, position + DEED_REACH) if word_at(tokens, i) in grammar.deeds), 0)
    if not noun or any(word[0].isdigit() or word == "that" for word in tokens.lower[position + 1 : noun]):
        return False
    behind = word_at(tokens, noun + 1)
    return behind in grammar.prepositions or behind in grammar.openers or behind in (",", ".", "and", "")


def _is_relative(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "A militia which | UN experts | estimated to have 300 men": what somebody estimates, no passive."""
    opener = next((i for i in range(position - 1, max(0, position - 8), -1) if tokens.lower[i] in ("which", "whom")), 0)
    between = tokens.lower[opener + 1 : position]
    return opener > 0 and between != [] and grammar.auxiliaries.isdisjoint(between) and "," not in between


def _is_told_of_speaker(tokens: WordList, position: int, saying: Saying) -> bool:
    """ "Who | insisted | on anonymity", "whom the president | dismissed |, said": of the speaker, no words of his."""
    if word_at(tokens, position - 1) == "who" and saying.verb in ("insist", "speak", "claim"):
        return "anonymity" in tokens.lower[position + 1 : position + 6] or _claims_office(tokens, position)
    if saying.does == "tell" or saying.verb == "tell":
        is_told = tokens.lower[max(0, position - 2) : position] in (["who", "was"], ["who", "were"])
        return is_told and word_at(tokens, position + 1) == "by"
    clause = tokens.lower[max(0, position - 10) : position]
    if "whom" not in clause or "," in clause[clause.index("whom") :]:
        return False
    after = word_at(tokens, position + 1)
    return after in (",", "on", "in", "last", "from") and "," in tokens.lower[position + 1 : position + 6]


def _claims_office(tokens: WordList, position: int) -> bool:
    """ "A man who | claimed | to speak for the rebels": so he is called, and what he says comes later."""
    return word_at(tokens, position + 1) == "to" and word_at(tokens, position + 2) in ("speak", "represent", "be")


def _puts_at(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """ "Put it at 300", and farther off "put the number of volunteers who fought beside the rebels at 300"."""
    measured = grammar.reports | grammar.measured
    reach = position + (12 if measured.isdisjoint(tokens.lower[position + 1 : position + 5]) else 35)
    return any(word in ("at", "as") for word in tokens.lower[position + 1 : reach])


def _is_finite(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether "claims" and its like stand behind a subject and before something claimed."""
    before, after = word_at(tokens, position - 1), word_at(tokens, position + 1)
    if position == 1 and before.endswith(("ed", "ing")):
        return False  # "Unconfirmed | reports | spoke of 300 dead"
    if position == 0 or before.endswith("'s") or after in grammar.saying:
        return False
    if before in grammar.roles and _is_of_other(tokens, position - 2, grammar):
        return False  # "denied rebel | claims | that", "despite army | claims | that"
    if after in grammar.auxiliaries:
        return is_name(tokens.words[position - 1]) and _is_relative(tokens, position, grammar)
    if after in (",", ".", "") and not any(word == "," or word in QUOTES for word in tokens.lower[:position]):
        return False  # "dismissed the rebel claims, ...", "sent 300 men to Zulia and Tachira states."
    return (
        is_name(tokens.words[position - 1])
        or before in (")", ",", "which")
        or before in grammar.roles
        or before in grammar.pronouns
        or (before in GOING_ON_ADVERBS and position > 1 and _can_say(tokens, position - 2, grammar))
        or (after in grammar.pronouns and after not in ("them", "him", "who"))
        or (after == "that" and "who" in tokens.lower[max(0, position - 12) : position])  # "who was there claims"
    )


def _is_of_other(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether what stands before "rebel claims" makes a thing of them: "denied", "despite", "about"."""
    word = word_at(tokens, position)
    is_verb = word in grammar.saying and grammar.saying[word].stance != "asserts"
    return is_verb or word in grammar.prepositions or word in ("despite", "amid", "following")


def _can_say(tokens: WordList, position: int, grammar: Grammar) -> bool:
    return is_name(tokens.words[position]) or tokens.lower[position] in grammar.roles | grammar.pronouns


def _has_plural_subject(tokens: WordList, position: int, grammar: Grammar) -> bool:
    before = word_at(tokens, position - 1)
    back = position - 1
    while back > 0 and before in grammar.adverbs and before not in BARE_SUBJECTS:
        back -= 1
        before = word_at(tokens, back)
    if (
        before in BARE_SUBJECTS
        or before in grammar.future
        or before in ("did", "does", "do", "didn't", "doesn't", "don't")
    ):
        return True
    if tokens.lower[position] in grammar.nouns_too:
        return _find_head(tokens, position, grammar).endswith("s")
    if before == ",":
        is_closing = any(word in ("who", "which") for word in tokens.lower[max(0, position - CLAUSE_REACH) : position])
        is_closing = is_closing or _closes_aside(tokens, position - 1, grammar)
        return is_closing or grammar.saying[tokens.lower[position]].verb == "say"  # "the rebels, known as ..., say"
    return before.isalpha() and before not in grammar.determiners and before not in grammar.prepositions


def _closes_aside(tokens: WordList, comma: int, grammar: Grammar) -> bool:
    """ "The rebels|, for their part, | speak of 300": a few words between several speakers and their verb."""
    for opening in range(comma - 2, max(0, comma - ASIDE), -1):
        if tokens.lower[opening] == ",":
            noun = tokens.lower[opening - 1]
            return noun in grammar.roles and noun.endswith("s") and tokens.lower[opening + 1] in grammar.prepositions
    return False


def _find_head(tokens: WordList, position: int, grammar: Grammar) -> str:
    """The noun for speakers before a verb: "officials" in "officials | fear", "officials in Lima | fear"."""
    first = position
    while first > 0 and is_name(tokens.words[first - 1]):
        first -= 1
    is_placed = 1 < first < position and tokens.lower[first - 1] in ("in", "at", "near")
    is_placed = is_placed and word_at(tokens, position + 1) == "that"
    head = word_at(tokens, first - 2 if is_placed else position - 1)
    return head if head in grammar.roles else ""


def is_beside_news(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether what begins here is said of the news before it: ", which | Chad denies", ", a claim | denied by Chad"."""
    noun = position - 1
    mark = noun - (2 if word_at(tokens, noun - 1) in grammar.determiners else 1)
    return word_at(tokens, noun) in grammar.charges and word_at(tokens, mark) == ","


def is_passive(tokens: WordList, verb: int, dates: Container[int], grammar: Grammar) -> bool:
    back = verb - 1
    while back >= 0 and verb - back < 6 and (tokens.lower[back] in grammar.adverbs or back in dates):
        back -= 1
    is_by = word_at(tokens, verb + 1) == "by" and word_at(tokens, verb + 2) not in grammar.by_means
    return word_at(tokens, back) in grammar.be or is_by
