"""Reports without a number, and what a speaker does with a figure: invented sentences, one line each."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.reader import read_article
from dashboard.reading.statements.finding import find_hedge, find_statements, resolve_stance
from dashboard.vocabulary import load_vocabulary
from tests.reading.sentence_cases import find_words, load_cases, make_context


@pytest.mark.parametrize("case", load_cases("statements"))
def test_statements_are_those_a_person_finds(case: dict[str, Any]) -> None:
    """Stance and stage of each, in the order of the text; nothing where nothing is reported."""
    found = find_statements(make_context(case["text"]), {})
    assert [f"{statement.stance} {statement.stage}" for statement in found] == case["reports"]


@pytest.mark.parametrize("case", load_cases("hedges"))
def test_hedge_is_the_speakers_own_word(case: dict[str, Any]) -> None:
    """The words as printed, from the part of the sentence that holds the figure."""
    context = make_context(case["text"])
    assert find_hedge(context, *find_words(context, case["words"])) == case.get("hedge", "")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chad denied that 900 men had crossed.", "denies"),
        ("Chad rejected claims that it had sent 900 men.", "denies"),
        ("There is no evidence that 900 men crossed, Paris said.", "does_not_confirm"),
        ("Paris could not confirm that 900 men had crossed.", "does_not_confirm"),
        ("Paris said 900 men had crossed, which Chad denied.", "asserts"),
        ("Chad denied the attack and said 900 men had crossed.", "asserts"),
        ("Chad ruled out sending 900 men.", "denies"),
        ("Chad has dismissed 900 officers.", "asserts"),
        ("Chad dismissed a report that 900 men had crossed.", "denies"),
        ("It is untrue that 900 men deserted, the general said.", "denies"),
        ("It is true that 900 men deserted, the general said.", "asserts"),
        ("Six men crossed, he said, not 900.", "denies"),
        ("Not only 900 men crossed, he said.", "asserts"),
        ("The general called the figure of 900 dead soldiers ridiculous.", "denies"),
        ("The general called 900 soldiers to the front and said the talk of a mutiny was ridiculous.", "asserts"),
        ("Asked about reports of 900 soldiers in Gao, the general declined to comment.", "does_not_confirm"),
        ("Asked about the mutiny, the general said 900 soldiers had left.", "asserts"),
        ("Chad ruled out pulling its 900 men out of Togo.", "asserts"),
        ("Chad ruled out joining the war, although 900 of its men guard the port.", "asserts"),
        ("Chad did not rule out sending 900 men.", "does_not_confirm"),
        ("The court ruled that 900 men had been wrongly sent.", "asserts"),
        ("Paris said there was no sign of a pullback and that 900 men had crossed.", "asserts"),
        ("Paris said there was no sign of a pullback or that 900 men had crossed.", "does_not_confirm"),
        ("Some 900 men crossed, Paris said, but could not confirm who sent them.", "asserts"),
    ],
)
def test_stance_of_a_figure(text: str, stance: str) -> None:
    """A denial or a refusal holds a figure only where the figure is what it denies."""
    context = make_context(text)
    assert resolve_stance(context, *find_words(context, "900")) == stance


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Luanda says it has no soldiers there.", "Angola"),
        ("Malawi's minister denied on Monday that Tanzania had sent soldiers to Mzuzu.", "Tanzania"),
        ("The foreign ministry in Asmara denied that any troops had crossed into Ethiopia.", "Eritrea"),
        ("“We have not sent any troops to Benin,” the Togolese prime minister said.", "Togo"),
        ("Zambian officials said: “We deny the movement of our forces on the Malawian border.”", "Zambia"),
        ("Peruvian soldiers are in Arica, the Chilean army said. Lima denied the reports.", "Peru"),
        ("Chad has 400 soldiers in Togo. The Pentagon declined to comment on the numbers.", "Chad"),
        ("Ghana lost 40 soldiers in Togo. Lima neither confirmed nor denied the figure.", "Ghana"),
        ("Ghana has 40 soldiers in Togo. Lima denied that Peruvian soldiers were there.", "Peru"),
        ("Peruvian soldiers are in Arica, the Chilean army said. The British embassy called them false.", "Peru"),
        ("“We have no information on these claims of Thai troops,” the UN spokesman said.", "Thailand"),
        ("“There are no foreign troops on our soil,” the Libyan prime minister said.", ""),
        ("The Zambian government said it had sent a battalion to Solwezi, which Angolan troops had left.", "Zambia"),
        ("The Omani army has not confirmed that any of its troops have reached the town.", "Oman"),
        ("A spokeswoman for Peru's defence ministry denied that troops had been moved to the Chilean border.", "Peru"),
        (
            "Danish soldiers are in Togo, a paper wrote. Russia's minister denied that any troops had been sent.",
            "Russia",
        ),
        ("Danish soldiers are in Togo, a paper wrote. Qatar denies sending any fighters.", "Qatar"),
        ("Danish troops are in Togo. Some 900 Malians fight there too, the UN said; Bamako denied it.", "Mali"),
        ("In Lima, the deputy minister denied that any reinforcements had been sent to the island.", "Peru"),
        ("Danish troops are in Togo. Lima has acknowledged sending military advisers.", "Peru"),
        ("Danish troops are in Togo. Lima accused Fiji of sending military advisers.", "Fiji"),
        ("Lima denies having soldiers in Togo and accuses Lome of arming Danish fighters.", "Peru"),
        ("Danish troops are in Togo. The bloc had no evidence that soldiers from Lima were there.", "Peru"),
        ("Danish troops are in Togo. The mayor denied that any soldiers had come from Peru.", "Peru"),
        ("Danish troops are in Togo. The mayor denied that any soldiers had come for Peru's feast.", "Denmark"),
        ("Danish troops are in Togo. Peru's home ministry denied a report that its own soldiers had crossed.", "Peru"),
        ("Danish troops are in Togo. Peru's home ministry denied a report that the soldiers had crossed.", "Denmark"),
        ("Peru accuses Iran of sending Revolutionary Guards to Togo.", "Islamic Revolutionary Guard Corps"),
        ("Danish troops are in Togo. The junta denied hiring mercenaries from the Wagner group.", "Wagner"),
        ("Danish troops are in Togo. Tehran denies having any military personnel in the north.", "Iran"),
        ("Chad has 400 soldiers in Togo. Danish soldiers are at home. Lome would not comment on that.", "Chad"),
        ("Chad has 400 soldiers in Togo. Ghana has not said whether it lost any soldiers.", "Ghana"),
        ("Chad has 400 soldiers in Togo. Most of them have been sent north, Lome says.", "Chad"),
        ("Danish troops are in Togo. He denied that Mali had been asked to send troops.", "Mali"),
        ("Chad's government has denied reports that Togo had deployed special forces to the city.", "Togo"),
    ],
)
def test_force_of_a_statement(text: str, force: str) -> None:
    """Whose troops the last statement is about: those named, else the speaker's own."""
    statements = [report for report in read_article(text) if report.figure_start is None]
    assert statements[-1].force == force


@pytest.mark.parametrize("words", [word for row in load_vocabulary().read("hedges")["hedge"] for word in row["words"]])
def test_every_hedge_is_read_whole(words: str) -> None:
    """Each entry of the vocabulary, and not a shorter one inside it."""
    context = make_context(f"Paris: {words} 900 men crossed.")
    assert find_hedge(context, *find_words(context, "900")) == words


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The Beninese army, which has moved 600 soldiers north, has not confirmed that its troops have crossed.", 2),
        ("The rebels say 400 Kenyan soldiers crossed the river, but Nairobi denied that it had sent troops.", 2),
        ("The party claims that 9,000 men have been offered to Luanda; the army has dismissed that as fiction.", 1),
        ("Nairobi denied that it had sent 400 soldiers.", 1),
        ("Nairobi denies having soldiers in Togo, where the rebels count 400 soldiers.", 2),
        ("Chad, which lost 40 soldiers in May, has flown in reinforcements to Mao, the army said.", 2),
        ("Chad, which lost 40 soldiers in May, has only a handful of instructors in Mao, the army said.", 1),
        ("The rebels count 400 dead soldiers, a claim for which there was no confirmation.", 1),
        ("The rebels count 400 dead soldiers; the army has not confirmed any losses.", 2),
        ("The army said 400 men had crossed and declined to say how many would follow.", 1),
    ],
)
def test_statement_beside_a_figure(text: str, stances: int) -> None:
    """A sentence with a figure can deny something else; the figure it denies is no second report."""
    assert len(read_article(text)) == stances
