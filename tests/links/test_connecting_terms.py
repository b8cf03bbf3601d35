from __future__ import annotations

from generator.links import related
from generator.links.connecting_terms import ConnectingTerms
from generator.links.nearest import nearby
from generator.links.terms import named, ordinary_words, readable
from generator.works import Work
from tests.links.works import work


def connecting(*works: Work) -> list[str]:
    return ConnectingTerms(works, nearby(works)).terms(0, 1)


def test_phrases_come_before_words() -> None:
    one = work("a", "Wound healing", "Diabetic ulcers delay wound healing. Diabetic patients with an ulcer smoke.")
    two = work("b", "Healing of wounds", "An ulcer in diabetic patients who smoke slows wound healing.")
    words = connecting(one, two)
    assert words[0] in ("wound healing", "diabetic patient")
    phrases = [" " in word for word in words]
    assert phrases == sorted(phrases, reverse=True)


def test_a_word_in_other_company_connects_nothing() -> None:
    one = work("a", "Survey responses", "A survey asks households about income and rent. The survey is repeated.")
    two = work("b", "A survey of engines", "This survey reviews turbines, valves and pistons.")
    assert connecting(one, two) == []
    assert related([one, two], {}) == {}


def test_a_phrase_that_many_works_use_gives_way_to_a_rarer_one() -> None:
    many = [work(f"m{n:02}", "Blood pressure", f"Blood pressure of cohort{n} falls.") for n in range(60)]
    one = work("a", "Salt substitutes", "Salt substitutes lower blood pressure.")
    two = work("b", "Trial of salt substitutes", "Blood pressure falls with salt substitutes.")
    assert connecting(one, two, *many)[0] == "salt substitute"


def test_a_name_with_a_digit_needs_no_company() -> None:
    one = work("a", "Receptors", "ACE2 binds spikes.")
    two = work("b", "Hypertension", "Inhibitors raise ACE2.")
    assert connecting(one, two) == ["ace2"]


def test_what_both_works_come_back_to_leaves_out_what_they_mention_once() -> None:
    one = work("a", "Draft tokens", "Draft tokens are checked at once. A longer draft costs latency on servers.")
    two = work("b", "Checking a draft", "We check draft tokens by a longer model. Servers hide latency of a draft.")
    assert connecting(one, two) == ["draft token"]


def test_where_nothing_is_repeated_one_term_connects() -> None:
    one = work("a", "Rivers", "Silt from hills settles in deltas and feeds rice.")
    two = work("b", "Plains", "Rice needs silt, which deltas catch below the hills.")
    assert len(connecting(one, two)) == 1


def test_a_phrase_is_not_shown_with_a_capital_in_its_middle() -> None:
    ordinary = ordinary_words(["Learning language is learning."] + ["We use language for learning."] * 3)
    names = named("Reinforcement Learning (RL) of Large Language Models is for Bayesian Inference.", ordinary)
    assert readable("Reinforcement Learning", names) == "reinforcement learning"
    assert readable("Natural Language", names) == "natural language"
    assert readable("Approximate Bayesian", names) == "approximate Bayesian"
