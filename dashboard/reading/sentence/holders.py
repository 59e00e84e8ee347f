"""Which verbs of saying hold a figure: from the innermost, who stands behind it, outwards to the article."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dashboard.reading.sentence.compared import find_claimed, find_gapped
from dashboard.reading.sentence.sources import Cue
from dashboard.reading.text.grammar import Grammar
from dashboard.reading.text.wordlist import WordList

# Words that begin a clause of its own; a new speaker behind one of them speaks beside the first, not within his words.
CUTS: Final = frozenset(
    {"and", "but", "while", "whereas", "although", "though", "as", "after", ";", "when", "before", "because"}
)

AGAINST: Final = frozenset({"while", "whereas", "although", "though", "where", "unlike", "whilst"})
OPENING: Final = 8  # words of the place that a sentence opens with
VERBS: Final = frozenset({"has", "have", "had", "is", "are", "was", "were", "will"})
OWN: Final = (["the"], ["there"], ["in"], ["a"])  # behind "but", of a clause with a subject of its own
NEWS: Final = 4  # words of "denied | recent reports from"
CONCESSION: Final = 8  # words of "despite | having sent some"
WHOM_REACH: Final = 16  # words from "of whom" to the figure
FAR: Final = 200  # words between a figure and the one who says it, and verbs of saying about it; keeps the work linear


def find_holders(cues: tuple[Cue, ...], tokens: WordList, start: int, end: int, grammar: Grammar) -> list[Cue]:
    """The cues that hold the tokens `start:end`, innermost first."""
    claimed = [(cue, find_claimed(cue, tokens, grammar)) for cue in cues if cue.first < end + FAR]
    own = [cue for cue, number in claimed if number is not None and start <= number < end]
    gapped = find_gapped(cues, tokens, start, grammar) if not own else None
    if own or gapped:
        return own or [cue for cue in [gapped] if cue]
    others = [cue for cue, number in claimed if number is not None]
    cues = tuple(cue for cue in cues if not _is_denied_news(cue, cues, tokens) and cue not in others)
    leading = _find_leading(cues, tokens, start, end, grammar)
    leading = _drop_rejecting(leading, tokens)
    leading = [cue for cue in leading if not _is_commonly_thought(tokens, cue, start, grammar)]
    trailing = [
        cue
        for cue in cues
        if cue.before
        and cue.first >= end
        and not _is_cut_off(tokens, end, cue, leading, cues, grammar)
        and not _is_put_into_clause(tokens, end, cue)
    ]
    trailing = _drop_superseded(trailing)
    if trailing and _stands_alone(trailing[0], tokens):
        leading = [cue for cue in leading if not (cue.before and _stands_alone(cue, tokens))]
    if trailing and not _passes_on(trailing[0]):  # "said it was leaving, though it has 300 there, | diplomats say"
        leading = [cue for cue in leading if not _is_parted_by_though(tokens, cue, start)]
    inner_to_outer = list(reversed(leading))
    holders = inner_to_outer + [cue for cue in trailing if cue not in inner_to_outer]
    stated = [cue for cue in holders if not (cue.saying and cue.saying.does == "promise")]
    # "X, citing Y": Y stands behind it, whatever the order; whoever carries a message stands outside it
    is_told = any(not cue.is_cited and cue.first >= end for cue in trailing[:1])
    inner = [cue for cue in leading if is_told and cue.saying and cue.saying.verb in grammar.views]
    return sorted(  # `inner`: "Chad believes there are 300, AFP wrote, citing an official"
        stated or holders, key=lambda cue: (not cue.is_cited and cue not in inner, _is_carrier(cue, tokens, grammar))
    )


def _drop_rejecting(leading: list[Cue], tokens: WordList) -> list[Cue]:
    """ "Chad spoke of peace, | rejecting | Togolese claims that 300 ...": Chad does not pass on what it rejects."""
    for denial, claim in pairwise(leading):
        is_denial = denial.saying is not None and denial.saying.stance == "denies" and denial.saying.form == "ing"
        is_news = claim.saying is not None and tokens.lower[claim.verb] in ("claims", "reports")
        if is_denial and is_news and claim.first - denial.verb <= NEWS:
            return [cue for cue in leading if cue.subject != denial.subject]
    return leading


def _is_carrier(cue: Cue, tokens: WordList, grammar: Grammar) -> bool:
    """ "Claimed in a message relayed by | the agency |", "a cable seen by | AFP | shows": who only brings it."""
    by = cue.verb + (tokens.lower[cue.verb] != "by")
    return tokens.lower[by : by + 1] == ["by"] and tokens.lower[by - 1] in grammar.obtained


def _stands_alone(cue: Cue, tokens: WordList) -> bool:
    """ "According to the army": of two in one sentence each stands behind its own figures."""
    return cue.is_source and not cue.is_cited and tokens.lower[cue.verb] == "according"


def _find_leading(cues: tuple[Cue, ...], tokens: WordList, start: int, end: int, grammar: Grammar) -> list[Cue]:
    """The cues whose words begin before the figure, without those that a later speaker has put an end to."""
    leading: list[Cue] = []
    for cue in cues:
        if (cue.last > start and not start <= cue.verb < end) or _counts_speakers(tokens, cue, start):
            continue
        if not cue.after:
            if cue.before:
                leading = []
            continue
        if cue.saying and cue.saying.does == "speak" and not _speaks_of(tokens, cue):
            continue
        if _is_parted(tokens, max(cue.last, start - 60), start) or _is_conceded(tokens, cue, start):
            continue
        if _is_closed(tokens, cue, start, grammar) or _is_of_other(tokens, cue, cues, start):
            continue
        if (
            leading and _is_charge(leading[-1]) and cue.first < leading[-1].first
        ):  # "Chad, | accused by Libya of ..., | denies"
            leading = []
        if leading and not cue.is_source and _begins_beside(tokens, cue, leading[-1]):
            leading = []
        leading.append(cue)
    return leading


def _counts_speakers(tokens: WordList, cue: Cue, start: int) -> bool:
    """ "At least | 15 of the men | have posted pictures": those who are counted do not tell how many they are."""
    is_inside = cue.subject is not None and cue.subject.name[0] <= start < cue.subject.name[1]
    return is_inside and tokens.lower[start][:1].isdigit()


def _is_parted_by_though(tokens: WordList, cue: Cue, start: int) -> bool:
    between = tokens.lower[max(cue.last, start - 60) : start]
    if any(word == "," and after in ("though", "although") for word, after in pairwise(between)):
        return True
    return any(between[i : i + 2] == [",", "but"] and between[i + 2 : i + 3] in OWN for i in range(len(between)))


def _speaks_of(tokens: WordList, cue: Cue) -> bool:
    """ "Spoke | of", "spoke in August | of"."""
    return ["of"] in (tokens.lower[cue.verb + 1 : cue.verb + 2], tokens.lower[cue.last : cue.last + 1])


def _is_conceded(tokens: WordList, cue: Cue, start: int) -> bool:
    """ "Peru denies that it plans a war, despite | massing 900 men": what is told beside a denial is not denied."""
    is_denial = cue.saying is not None and cue.saying.stance != "asserts"
    return is_denial and "despite" in tokens.lower[max(cue.last, start - CONCESSION) : start]


def _is_parted(tokens: WordList, last: int, start: int) -> bool:
    """Whether a semicolon parts a figure from the verb: not one within the words quoted, "“we held out; | 300 died"."""
    between = tokens.lower[last:start]
    if ";" not in between:
        return False
    before = between[: between.index(";")]
    is_quoted = before.count("“") > before.count("”") or before.count('"') % 2
    return not (is_quoted and not any(word in ("”", '"') for word in between[between.index(";") :]))


def _is_commonly_thought(tokens: WordList, cue: Cue, start: int, grammar: Grammar) -> bool:
    """ "Chad vowed to expel the rebels, | of whom there are thought to be | 900": the article says so."""
    low = max(cue.last, start - WHOM_REACH)
    of = next((i for i in range(low, start - 1) if tokens.lower[i : i + 2] in (["of", "whom"], ["of", "which"])), None)
    if of is None or tokens.lower[of - 1] != ",":
        return False
    behind = tokens.lower[of + 2 : start]
    is_thought = any(word in grammar.passive_before_to and behind[i - 1] in grammar.be for i, word in enumerate(behind))
    return is_thought or behind[:1] == ["there"]


def _is_closed(tokens: WordList, cue: Cue, start: int, grammar: Grammar) -> bool:
    """ "Chad, which | pledged 900 men |, has sent 300": what is said in a clause of "which" ends with it."""
    is_opening = cue.first < OPENING and tokens.lower[0] in ("in", "at", "on", "across")
    if is_opening and tokens.lower[cue.first - 2 : cue.first] == [",", "where"]:
        is_list = tokens.lower[start - 1] == "and"  # "where Chad says it lost tanks, guns | and | 300 men"
        return not is_list and "," in tokens.lower[cue.last : min(start, cue.last + FAR)]  # "where Chad won, 300 men"
    opener = cue.verb - 1
    if cue.subject and cue.subject.name[1] <= cue.verb and tokens.lower[cue.subject.name[0] - 1] == "which":
        opener = cue.subject.name[0] - 1  # "the rebels, which | the army believes | to have 900 men, have lost 300"
    while opener > 1 and tokens.lower[opener] in ("has", "had", "have", "also", "once", "first", "last"):
        opener -= 1
    if tokens.lower[opener] not in ("which", "who") or tokens.lower[opener - 1] != ",":
        return False
    ends = (i for i in range(cue.last, min(start, cue.last + FAR)) if tokens.lower[i] == ",")
    return any(_goes_on(tokens, i + 1, grammar) for i in ends)


def _goes_on(tokens: WordList, position: int, grammar: Grammar) -> bool:
    """Whether the main verb stands behind a clause of "which": "has lost", "now | faces", "took"."""
    verb = position
    while verb < position + 2 and verb < len(tokens.lower) and tokens.lower[verb] in grammar.adverbs:
        verb += 1
    word = tokens.lower[verb] if verb < len(tokens.lower) else ""
    is_now = verb > position and word.isalpha() and word.endswith(("s", "ed"))
    return word in VERBS or word in grammar.plain_verbs or is_now


def _is_of_other(tokens: WordList, cue: Cue, cues: tuple[Cue, ...], start: int) -> bool:
    """ "Chad said its men would stay, and | Togo, which has 300 there, declined |": told of another who speaks."""
    for other in cues:
        if other.subject and cue.last < other.first < start < other.verb and not other.is_source:
            behind = tokens.lower[other.subject.name[1] : other.subject.name[1] + 2]
            return tokens.lower[other.first - 1] == "and" and behind in ([",", "which"], [",", "who"])
    return False


def _is_denied_news(cue: Cue, cues: tuple[Cue, ...], tokens: WordList) -> bool:
    """ "Chad denied reports | from residents | that": those whose news is denied do not pass on the denial."""
    if not cue.is_source or cue.is_cited or tokens.lower[cue.verb] not in ("by", "from"):
        return False
    denials = (other for other in cues if other.saying and other.saying.stance == "denies")
    return any(0 <= cue.first - denial.last <= NEWS for denial in denials)


def _is_charge(cue: Cue) -> bool:
    return cue.saying is not None and cue.saying.does == "accuse"


def _begins_beside(tokens: WordList, cue: Cue, outer: Cue) -> bool:
    """Whether a cue begins a clause of its own beside the words of the one before."""
    first = cue.first
    if cue.saying and cue.saying.stance == "denies" and not cue.before and "," in tokens.lower[first - 3 : first - 1]:
        return True  # "..., which Chad denies", "..., a charge denied by Chad"
    if cue.saying and cue.saying.form == "ing" and cue.subject == outer.subject:
        return False
    if (
        _is_set_against(tokens, cue, outer)
        or _opens_own(tokens, cue, outer)
        or (outer.is_source and tokens.lower[first - 1] == "whose")
    ):
        return True  # "a toll given by the UN, | whose spokesman | said"
    for position in range(first - 1, max(outer.last, first - 5) - 1, -1):
        word = tokens.lower[position]
        if word in CUTS:
            return not (word == "as" and position + 1 < len(tokens.lower) and tokens.lower[position + 1] == "saying")
        if word == "that":
            return False
    return cue.before and cue.after and cue.subject is not None and cue.first < cue.verb


def _is_set_against(tokens: WordList, cue: Cue, outer: Cue) -> bool:
    """ "While Chad says 40 died, | the rebels say | 90": the clause that a sentence opens with ends at its comma."""
    opens = outer.first <= 2 and not AGAINST.isdisjoint(tokens.lower[: outer.first])
    return opens and tokens.lower[cue.first - 1] == "," and not cue.is_source and cue.after


def _opens_own(tokens: WordList, cue: Cue, outer: Cue) -> bool:
    """ "Both gave numbers: | Chad said | 20 had died, | Niger spoke of | 50": each in a clause of his own."""
    mark = tokens.lower[cue.first - 1]
    if mark == ":":
        return outer.saying is None or outer.saying.stance == "denies"
    speaks = cue.saying is not None and cue.saying.does == "speak" and not cue.before
    return speaks and mark == "," and any(word[0].isdigit() for word in tokens.lower[outer.last : cue.first])


def _is_cut_off(
    tokens: WordList, end: int, cue: Cue, leading: list[Cue], cues: tuple[Cue, ...], grammar: Grammar
) -> bool:
    """Whether a clause with words of its own lies between the figure and the speaker behind it."""
    for other in cues:
        names_only = tokens.lower[other.first - 1] == "what"  # "after | what | Lima called a siege, Chad said"
        is_between = other is not cue and end <= other.first < cue.first and other.after and not other.before
        is_between = is_between and not (
            other.saying and other.saying.does == "promise"
        )  # "but Togo | offered | fewer"
        if is_between and not (names_only or _is_order(tokens, other, grammar)):
            return True
    if _stands_alone(cue, tokens) and any(
        _stands_alone(other, tokens)
        and end <= other.first
        and other.last < cue.first
        and any(word[0].isdigit() for word in tokens.lower[other.last : cue.first])
        for other in cues
    ):
        return True
    if not leading:
        return False
    between = tokens.lower[end : min(cue.first, end + FAR)]
    return any(word in ("while", "whereas", ";", "but") for word in between)


def _is_order(tokens: WordList, cue: Cue, grammar: Grammar) -> bool:
    """ "Since its rulers | told | the mission to go": nothing is said that a figure could be held by."""
    return tokens.lower[cue.verb] in grammar.orders and "to" in tokens.lower[cue.verb + 1 : cue.verb + 6]


def _is_put_into_clause(tokens: WordList, end: int, cue: Cue) -> bool:
    """ "900 men, a fifth of whom |, the officer said, | are ill": of those in the clause alone."""
    opener = tokens.lower[max(end, cue.first - 3) : cue.first]
    return opener in (["of", "whom", ","], ["of", "which", ","])


def _passes_on(cue: Cue) -> bool:
    """ "..., the army said ..., | AFP reported"."""
    return cue.saying is not None and cue.saying.verb == "report"


def _drop_superseded(trailing: list[Cue]) -> list[Cue]:
    """A later speaker behind a full quotation of his own does not hold what the first had said."""
    kept: list[Cue] = []
    for cue in trailing:
        if kept and not cue.is_source and cue.saying and not _passes_on(cue) and kept[-1].last < cue.first - 3:
            break
        kept.append(cue)
    return kept
