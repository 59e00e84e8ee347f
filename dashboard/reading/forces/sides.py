"""On whose side those stand whom a figure counts: a state's or a group's, and against whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dashboard.reading.figures.elements import COUNTED
from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.forces.acting import names_event
from dashboard.reading.forces.naming import JOINING, find_before, is_agent, is_killing, is_target
from dashboard.reading.forces.owners import modifies
from dashboard.reading.forces.words import ForceTables, Named
from dashboard.reading.text.tokens import NUMBER, Tokens
from dashboard.records import LIST_SEPARATOR, Measure

_OPENERS: Final = frozenset({"after", "when", "while", "before", "since", "because", "until"})
_INCLUDING: Final = frozenset({"including", "include", "includes", "included", "among"})
OWN: Final = 6  # words from "his own army" to the number
HELD: Final = 5  # words from a noun to who holds them prisoner
NEAR: Final = 2  # words from a loss to whom it was to: "four men | to"
MOSTLY: Final = 3  # times as often as any other: whom an article is about


def find_foes(one: Quantity, named: list[Named], tables: ForceTables) -> set[str]:
    """The forces that kill, wound or fight those who are counted."""
    if is_opposed(one, tables):
        return set(find_before(one.tokens, one.place, named, tables).split(LIST_SEPARATOR))
    kills = is_killing(one.tokens, one.place, tables)
    if one.tokens.word(one.lead.start - 1) in tables.losing:
        return {force.name for force in named if _wins(one, force)}
    if one.measure is Measure.TROOPS and not kills and not is_held(one, tables):
        return set()
    foes = {force.name for force in named if is_agent(one.tokens, force, tables)}
    if kills:
        free = [
            force for force in named if not (is_target(one.tokens, force, tables) or _is_apart(one, force))
        ]  # "Chad sent men after | rebels killed nine of its troops"
        killers = find_before(one.tokens, one.place, free, tables)
        foes.update(killers.split(LIST_SEPARATOR) if killers else _find_doing(one, free, tables))
    return foes


def _find_doing(one: Quantity, free: list[Named], tables: ForceTables) -> list[str]:
    """Who kills or holds them by his own verb, "the SDF is holding 90", or says that he did."""
    words = one.tokens.words
    kill = next((at for at in range(one.place - 1, 1, -1) if words[at] in tables.killing), 0)
    subject = [force for force in free if force.end <= kill and tables.auxiliaries.issuperset(words[force.end : kill])]
    return [subject[-1].name] if kill and subject else _find_claiming(one, free, tables)


def _find_claiming(one: Quantity, free: list[Named], tables: ForceTables) -> list[str]:
    """Who says that he killed them himself: "| JNIM | claimed on the radio to have killed 90"."""
    words = one.tokens.words
    kill = next((at for at in range(one.place - 1, 1, -1) if words[at] in tables.killing), 0)
    claims = words[kill - 2 : kill] == ["to", "have"] or words[kill - 2 : kill - 1] in (["it"], ["they"])
    before = [force for force in free if force.end < kill]
    is_subject = bool(before) and not {";", ":", ","} & {*words[before[-1].end : kill]}
    return [before[-1].name] if kill and claims and is_subject else []


def is_held(one: Quantity, tables: ForceTables) -> bool:
    """Whether those counted are prisoners of who is named next: "900 fighters are | held by | the army"."""
    behind = one.tokens.words[one.head.end : one.head.end + HELD]
    return "by" in behind and not tables.keeping.isdisjoint(behind[: behind.index("by")])


def _wins(one: Quantity, force: Named) -> bool:
    """Whether those counted were lost to a force: "losing four men to fighters of a | Chadian | group"."""
    return "to" in one.tokens.words[max(one.head.end, one.place + 1) : force.start][:NEAR]


def _is_apart(one: Quantity, force: Named) -> bool:
    """Whether a clause of somebody else begins between a force and the figure."""
    return not _OPENERS.isdisjoint(one.tokens.words[force.end : one.place])


def is_killer(one: Quantity, tables: ForceTables) -> bool:
    """Whether the speaker killed those who are counted: "the army said it had killed 30 soldiers"."""
    words = one.tokens.words[max(0, one.place - 9) : one.place]
    kill = next((at for at in range(len(words) - 1, -1, -1) if words[at] in tables.killing), None)
    before = [word for word in words[:kill] if word not in tables.auxiliaries][-1:] if kill else []
    return not (tables.pronouns | tables.speakers).isdisjoint(before)


def is_mourner(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country tells of its own dead: "Laos has reported three dead soldiers"; not "that three are dead"."""
    after = tokens.words[force.end : force.end + 4]
    return not tables.mourning.isdisjoint(after) and "that" not in after


def is_opposed(one: Quantity, tables: ForceTables) -> bool:
    """Whether those counted stand against who is named before: "sent 40,000 men against 20,000", "fights 900 men"."""
    is_noun = one.head.kind != "none"  # not "1,500, against 2,600 last year"
    return is_noun and one.lead.before in tables.facing


def is_included(one: Quantity, force: Named) -> bool:
    """Whether a force has only some of those counted: "put the attackers at 5,000, including 1,500 Chechens"."""
    between = one.tokens.words[one.place + 1 : force.start]
    including = next((at for at in range(len(between) - 1, -1, -1) if between[at] in _INCLUDING), None)
    return including is not None and "according" not in between[including:]


def counts_own(one: Quantity) -> bool:
    """Whether those are counted who are the subject's: "killed nine rebels and lost two of their own"."""
    return one.tokens.words[one.place + 1 : one.place + 2] == ["of"] and one.tokens.word(one.place + 3) == "own"


def is_share(one: Quantity, tables: ForceTables) -> bool:
    """Whether some of those just counted are: "of whom 40 are wounded", "the first of 89", "three of them"."""
    words = one.tokens.words
    if one.lead.before in ("including", "whom") or words[max(0, one.lead.start - 2) : one.lead.start] in _FIRST_OF:
        return True
    return words[one.place + 1 : one.place + 3] == ["of", "them"] and not is_killing(one.tokens, one.place, tables)


def is_loss(one: Quantity) -> bool:
    """Whether it is what a side paid: "killed 64 rebels for the loss of two", "at a cost of six dead"."""
    return one.tokens.words[max(0, one.lead.start - 2) : one.lead.start] in _PAID


def list_noun(one: Quantity) -> list[str]:
    """The words of a figure's noun."""
    return one.tokens.words[one.head.start : one.head.end]


def points_back(one: Quantity) -> bool:
    """Whether the noun of a figure is of those just counted: "sixteen of the soldiers", "including 300 officers"."""
    words = one.tokens.words[one.place + 1 : one.place + 3]
    before = one.tokens.words[max(0, one.lead.start - 1) : one.place]
    if "the" in before and not {"first", "last", "remaining", "other"}.isdisjoint(before):
        return True  # "the first 60 men would leave on Tuesday"
    return one.lead.before == "including" or words in (["of", "the"], ["of", "these"], ["of", "those"])


def list_phrase(one: Quantity) -> list[str]:
    """The words of a figure's whole noun phrase, without the number."""
    return one.tokens.words[one.place + 1 : one.head.end]


def is_of_many(one: Quantity, tables: ForceTables) -> bool:
    """Whether the troops are of several that are not named: "from 25 nations", "of its allies", "on both sides"."""
    words, end = one.tokens.words, max(one.head.end, one.place + 1)
    before = words[max(0, one.lead.start - 6) : one.lead.start]
    if not {"side", "sides"}.isdisjoint(before) and not {"each", "both", "either", NUMBER}.isdisjoint(before):
        return True
    if words[end : end + 8].count("side") and "each" in words[end : end + 8]:
        return True  # "900 men would leave from each side"
    if "sides" in words[end : end + 8]:
        return "both" in words[end : end + 8] or "all" in words[end : end + 8]
    for at in range(end, min(end + 14, len(words))):
        if words[at] in tables.many:
            return not {"from", "by"}.isdisjoint(words[end : at if at <= end + 7 else end + 2])
        if words[at] not in (NUMBER, ",") and not words[at][0].isalnum():
            return False
    return False


def is_estimate(one: Quantity, tables: ForceTables) -> bool:
    """Whether the number is of those spoken of before: "puts it at 900", "gave the figure as 3,000"."""
    end = one.lead.start + (one.tokens.words[one.lead.start] == "as")
    words = one.tokens.words[max(0, end - 4) : end]
    if words[-1:] not in (["at"], ["as"]) or tables.estimating.isdisjoint(words):
        return False
    pointed = words[-3:-2] in (["the"], ["their"])  # "put their number at 900"
    return words[-2] in ("it", "them", "this") or (pointed and words[-2] in tables.tallies | {"figure"})


def is_noun_put(one: Quantity, named: list[Named], tables: ForceTables) -> bool:
    """Whether a noun of nobody's is put at the number: "an official put | regular fighters | at 900"."""
    words = one.tokens.words[: one.lead.start]
    if words[-1:] != ["at"]:
        return False
    put = next((at for at in range(len(words) - 2, max(0, len(words) - 8), -1) if words[at] in tables.estimating), 0)
    nouns = (tables.nouns.nouns.match(words, at) for at in range(put + 1, len(words) - 1)) if put else ()
    is_noun = any(found is not None and found[1].kind in (*COUNTED, "body") for found in nouns)
    return is_noun and not any(put < force.start for force in named if force.end <= one.place)


def is_of_subject(one: Quantity, tables: ForceTables) -> bool:
    """Whether "them" are losses that the sentence has just named: "Togo admitted | losses | but put them at 20"."""
    words = one.tokens.words[: max(0, one.lead.start - 2)]
    words = words[words.index(":") :] if ":" in words else words
    return one.tokens.word(one.lead.start - 2) in ("it", "them") and not tables.tallies.isdisjoint(words)


def says_own(one: Quantity, tables: ForceTables) -> bool:
    """Whether the speaker counts his own: "we lost six soldiers", "three of our men", "of his own army: 900"."""
    start = max(0, one.lead.start - 4)
    subject = one.tokens.words[start : one.lead.start]
    lost = any(
        word in tables.speakers and not one.tokens.raw[at].isupper() and not tables.senders.isdisjoint(subject)
        for at, word in enumerate(subject, start=start)
    )
    behind = one.tokens.words[one.place + 1 : one.place + 3]
    if behind in (["we", "had"], ["we", "have"], ["we", "sent"], ["we", "lost"]):
        return True  # "of the 900 we had there"
    before = one.tokens.words[max(0, one.lead.start - OWN) : one.lead.start]
    mine = (at for at, word in enumerate(before[:-1]) if word == "own" and before[at - 1] in tables.possessives)
    if any(before[at + 1] in tables.armies | tables.tallies and before[-1] in (":", "at", "of") for at in mine):
        return True  # "gave a number for his own army: 900"
    own = zip(list_phrase(one), one.tokens.raw[one.place + 1 : one.head.end], strict=True)
    return lost or any(word in tables.speakers and not raw.isupper() for word, raw in own)  # not "400 US soldiers"


def find_leading(one: Quantity, tables: ForceTables) -> str:
    """Who leads those counted, where the noun phrase says it: "60,000 NATO-led troops"; a country leads a coalition."""
    before = one.tokens.raw[max(0, one.lead.start - 4) : one.lead.start] if one.lead.before == "of" else []
    for raw in (*before, *one.tokens.raw[one.place + 1 : one.head.end]):  # "a French-led mission of 800"
        leader, _, led = raw.partition("-")
        found = tables.words.match([leader], 0) if led == "led" else None
        if found:
            name = found[1][0]
            return name if tables.kinds[name] == "alliance" else f"{leader}-led coalition"
    return ""


def find_respective(one: Quantity, named: list[Named]) -> str:
    """Whose, by its place in two lists: "Togo and Mali have sent 200 and 150 soldiers respectively"."""
    words = one.tokens.words
    if "respectively" not in words[one.place :]:
        return ""
    numbers = [at for at, word in enumerate(words) if word == NUMBER]
    before = [force.name for force in named if force.end <= numbers[0]]
    return before[-len(numbers) :][numbers.index(one.place)] if len(before) >= len(numbers) > 1 else ""


def count_mentions(
    sentences: Iterable[tuple[Tokens, list[Named]]], wanted: set[str], tables: ForceTables
) -> Counter[str]:
    """How often sentences name each of the wanted forces; one whose troops are named counts twice."""
    counts: Counter[str] = Counter()
    for tokens, named in sentences:
        for force in named:
            if force.name in wanted:
                counts[force.name] += 2 if modifies(tokens, force, tables) else 1
    return counts


def find_commonest(counts: Counter[str], foes: set[str], ending: str, least: int, times: float = MOSTLY) -> str:
    """The one far more often named than any other, "" when there is none."""
    first, second = ([one for one in counts.most_common(4) if one[0] not in foes and one[0].endswith(ending)] + _NONE)[
        :2
    ]
    return first[0] if first[1] >= max(times * second[1], least) else ""


_PAID: Final = (["loss", "of"], ["cost", "of"], ["price", "of"])
_FIRST_OF: Final = (["first", "of"], ["last", "of"])
_NONE: Final = [("", 0), ("", 0)]


def guess(tokens: Tokens, named: list[Named], measure: Measure, tables: ForceTables) -> str:
    """Who is named first and not as a place: "France said 2,000 would go"; soldiers die for their country."""
    places = tables.before_place | {"from"}
    named = [force for force in named if tokens.word(force.start - 1) not in ("is", "are", "were", "was")]
    named = [force for force in named if tokens.word(force.start - 1) not in tables.assuring]  # "promised London"
    named = _drop_neighbours(tokens, named, tables)
    named = [force for force in named if tokens.word(force.end) not in tables.grounds]  # "on the Chinese border"
    named = [force for force in named if tokens.word(force.start - 2) not in tables.grounds]  # "its border with Peru"
    named = [force for force in named if not _is_in_land(tokens, force, tables)]
    named = [force for force in named if not names_event(tokens, force, tables)]  # "the Iraq meltdown"
    free = [force.name for force in named if tokens.word(force.start - 1) not in places and force.form != "leader"]
    if free:
        return free[0]
    countries = {force.name for force in named if tables.kinds.get(force.name) == "country"}
    return countries.pop() if measure is not Measure.TROOPS and len(countries) == 1 else ""


def _is_in_land(tokens: Tokens, force: Named, tables: ForceTables) -> bool:
    """Whether a country is only where something is, behind "the": "in the Russian Far East", "to the United States"."""
    places = tables.before_place | {"of"}  # "in the far south of the DRC"
    is_land = tokens.word(force.start - 1) == "the" and tokens.word(force.start - 2) in places
    return is_land and not modifies(tokens, force, tables)


def _drop_neighbours(tokens: Tokens, named: list[Named], tables: ForceTables) -> list[Named]:
    """The forces without those that a country only borders: "which borders | Peru as well as Chile |"."""
    kept: list[Named] = []
    ended = -1
    for force in named:
        is_listed = ended >= 0 and tokens.words[ended : force.start] in JOINING
        if tokens.word(force.start - 1) in tables.grounds or is_listed:
            ended = force.end
        else:
            kept.append(force)
    return kept


def is_set_in(tokens: Tokens, force: Named) -> bool:
    """Whether a country is where a sentence is set: "in Nigeria's Borno State", "in northern Burkina Faso"."""
    before = tokens.words[max(0, force.start - 2) : force.start]
    return "in" in before and force.form in ("name", "adjective", "seat")
