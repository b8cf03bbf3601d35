"""What a work does and found is told in any field: in the passive, by the paper, by the design of a study, in words."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

KNOWN = "Hedges shelter many birds. Little is known about old hedges."
TITLE = "Birds of old hedges"


@pytest.mark.parametrize(
    "done",
    [
        "Nests were collected from 41 hedges in Devon over three winters.",
        "In two field experiments, starlings chose between cut and uncut hedges.",
        "Across 12 surveys, wardens counted wrens at dawn and at dusk.",
        "This paper exploits a ban on cutting to identify the effect of height on nests.",
        "This statement, written by a panel of 12 ornithologists, makes nine recommendations on cutting.",
        "A key to the nests of 31 species is presented.",
        "Here, a trap for voles is reported that spares dormice.",
        "It is shown that hedges older than a century hold twice the species of young ones.",
        "We ringed 1,200 wrens in Devon and followed them for three years.",
        "Ring counts and radar were combined to follow wrens at night.",
        "A three-year field experiment at two sites compared cut with uncut hedges.",
        "Three ringing studies with 1,760 wrens explored how far they move.",
        "It is tested here whether wrens prefer old thorns.",
        "The authors analyse 611 nests recorded by wardens.",
        "The present article conceptualises hedges as corridors of wrens.",
        "Using old maps of 72 parishes, the length of lost hedges is quantified.",
        "The hedges of 1540 are reconstructed on the basis of tithe maps.",
        "The trap developed in this research spares dormice.",
        "A new dataset of 612 hedges allows us to examine the timing of their loss.",
        "In this article, the planting of hedges is formulated as a linear program.",
        "Criteria are put forward by which old hedges can be told from young ones.",
        "The growth of hawthorn was studied at a scale of 1:20 in pots.",
    ],
)
def test_what_was_done_is_gist_and_proposal_whoever_is_its_subject(done: str) -> None:
    abstract = f"{KNOWN} {done} Farmers may find this of use."
    assert gist(abstract, TITLE) == done
    assert proposal(abstract, TITLE) == done.rstrip(".")


@pytest.mark.parametrize(
    "known",
    [
        "In a recent study, Smith counted nests in Kent.",
        "Hedges were planted in the eighteenth century.",
        "Policy implications are presented.",
        "Recommendations for managers are presented.",
        "Directions to be taken in Devon are presented.",
        "Results from both counties are presented.",
        "We hypothesize that wrens like thorns.",
        "This paper suggests that wrens like thorns.",
        "A recent survey of hedges compared Kent with Devon.",
        "Using tractors, hedges are commonly cut in winter.",
        "This line of research relies on wardens.",
        "The current paper takes a different view.",
        "An analysis stratified by study size showed fewer wrens.",
    ],
)
def test_what_others_did_or_what_only_adds_is_no_proposal(known: str) -> None:
    assert proposal(f"{KNOWN} {known}", TITLE) == ""


@pytest.mark.parametrize(
    "gathered",
    [
        "Soil samples were collected from 42 fields in Iowa over three years.",
        "Stocks were measured in 42 fields of clay.",
    ],
)
def test_where_data_were_only_gathered_the_finding_is_the_gist(gathered: str) -> None:
    found = "Stocks were 12% higher under no-till than under ploughing."
    abstract = f"Tillage moves soil. {gathered} {found}"
    assert gist(abstract, "Carbon and tillage") == found
    assert proposal(abstract, "Carbon and tillage") == ""


def test_a_paper_that_counts_its_aims_is_told_by_the_first_of_them() -> None:
    abstract = f"{KNOWN} The purpose of this paper is twofold. First, it reviews counts of nests. Second, it asks why they fell."
    assert gist(abstract, TITLE) == "It reviews counts of nests."


@pytest.mark.parametrize(
    "found",
    [
        "Wrens in old hedges weighed less than those in young ones and remained longer.",
        "Hens in tall hedges led their broods farther and were better fed.",
        "A case study in Kent shows that wardens miss a third of the nests.",
        "Ringing reveals far more moves than counts do.",
        "The essay argues that hedges were built to keep people out.",
        "It argues that hedges were built to keep people out.",
        "Cutting shortened the season by 12 days.",
        "The area under the curve was 0.91.",
    ],
)
def test_findings_in_words_are_results(found: str) -> None:
    abstract = f"{KNOWN} We compared hedges in Devon. {found} Hedges deserve care."
    assert headline_result(abstract) == found


@pytest.mark.parametrize(
    "stated",
    [
        "Half of the wrens left the hedge in March.",
        "Thorns, rather than berries, decide where wrens nest.",
        "Wardens were fond of height and hardly of width.",
        "Twelve hedges held no nest at all.",
    ],
)
def test_what_a_study_states_next_is_its_result_where_nothing_says_so_in_words(stated: str) -> None:
    assert headline_result(f"{KNOWN} We interviewed wardens in Devon. {stated} We discuss what this means.") == stated


@pytest.mark.parametrize(
    "said",
    [
        "Half of the rings should be made of steel.",
        "The ring holds 12 digits and a letter.",
        "The result extends to 40 robins.",
        "The number of nests was calculated from 12 counts.",
        "Two such hedges remain.",
        "Gaps in 12 regions are suggested.",
    ],
)
def test_what_is_wished_held_computed_or_pointed_at_is_no_statement(said: str) -> None:
    assert headline_result(f"{KNOWN} We interviewed wardens in Devon. {said}") == ""


def test_what_follows_the_thing_that_a_work_makes_describes_it() -> None:
    assert (
        headline_result(f"{KNOWN} We propose a ring for wrens. The ring, rather than the wren, carries two lights.")
        == ""
    )


@pytest.mark.parametrize(
    "other",
    [
        "Previous work shows that wardens miss nests.",
        "Odds ratios were calculated to compare 2.5 km of old hedges.",
        "The effect is limited to Devon.",
        "We discuss how nest boxes could be used by wardens.",
    ],
)
def test_what_is_known_computed_or_limits_a_finding_is_no_result(other: str) -> None:
    assert headline_result(f"{KNOWN} We compared hedges in Devon. {other}") == ""


def test_a_finding_that_is_reported_goes_before_one_in_words() -> None:
    reported = "We find that old hedges hold more species."
    abstract = f"{KNOWN} {reported} Wrens were seldom seen and remained longer than robins."
    assert headline_result(abstract) == reported


def test_the_second_act_of_a_sentence_keeps_its_subject_in_a_gist() -> None:
    abstract = (
        "Traps are old. In this paper, we reassess these traps for mice and propose a new snare for moles of wire."
    )
    assert gist(abstract, "Snares") in (
        "We … propose a new snare for moles of wire.",
        "In this paper, we reassess these traps for mice and propose a new snare for moles of wire.",
    )
    unnamed = "Much was tried. In this paper, we reassess these approaches and propose a snare for moles made of wire."
    assert gist(unnamed, "Snares") == "We … propose a snare for moles made of wire."


def test_a_thing_without_anything_said_of_it_is_no_proposal() -> None:
    abstract = 'Can wrens count? In this paper, we present "Wren Sums", a new dataset for addressing this question.'
    assert proposal(abstract, "Wren Sums") == ""


def test_what_is_proposed_to_change_something_is_told_without_the_change() -> None:
    abstract = (
        "Hedges have no map. In this paper we aim to change that, proposing a survey of hedges from the air in spring."
    )
    assert proposal(abstract, "Maps") == "Proposing a survey of hedges from the air in spring"


def test_what_is_unlike_between_two_things_is_named_where_it_stands() -> None:
    said = "We propose slow cutting to address this mismatch between the age of a hedge and the age of its nests."
    assert proposal(f"{KNOWN} {said}", TITLE) == said.rstrip(".")


def test_a_clause_does_not_end_in_what_it_only_begins_to_claim() -> None:
    said = (
        "Our work combines ringing with radar and is, to our knowledge, the first to follow wrens ofthe hedge at night."
    )
    assert proposal(f"{KNOWN} {said}", TITLE) == "Our work combines ringing with radar"


def test_a_question_of_the_sentence_before_is_left_out_wherever_it_is_asked() -> None:
    abstract = "Do wrens count? We investigate this question in a quiet garden by offering mealworms in ones and twos."
    assert gist(abstract, "Wrens") == "Offering mealworms in ones and twos."


def test_what_holds_of_an_earlier_finding_too_is_no_result() -> None:
    assert headline_result(f"{KNOWN} We show that the same result holds for every warden.") == ""


@pytest.mark.parametrize("lead", ["For example,", "In one experiment,"])
def test_one_of_several_trials_is_no_proposal_where_the_work_is_told(lead: str) -> None:
    told = "We study whether wrens can count up to nine."
    assert proposal(f"{KNOWN} {told} {lead} we train wrens on rows of nine beads.", TITLE) == told.rstrip(".")


def test_what_drives_others_is_no_result() -> None:
    assert (
        headline_result(f"{KNOWN} We review hedges. These advances are driven by the increasing use of machines.") == ""
    )


def test_a_purpose_between_two_cases_told_before_is_left_out() -> None:
    done = "We introduce Nest Count, a way to count nests in spring."
    abstract = f"Nests may be old or new. To distinguish between the two cases, we{done[2:]}"
    assert gist(abstract, "Nests") == done


def test_a_purpose_without_a_comma_is_left_out_before_what_is_made() -> None:
    abstract = "Nests fall. To address these losses we present NestNet, a net of wire that holds nests in storms."
    assert gist(abstract, "NestNet") == "We present NestNet, a net of wire that holds nests in storms."


def test_the_study_that_the_title_announces_goes_before_what_it_adds() -> None:
    done = "We perform a comprehensive study of thorns in hedges of eleven counties."
    abstract = f"{KNOWN} {done} Furthermore, we introduce a simple variant of the trap, Trap2."
    assert gist(abstract, "Shall we cut hedges? A comprehensive study") == done


def test_what_only_names_the_work_is_not_what_it_does() -> None:
    done = "Our work combines ringing with radar."
    abstract = f"{KNOWN} {done} Since wrens are small, we therefore name our approach “Ring what you can’t see”."
    assert gist(abstract, "Ring what you can’t see") == done


def test_what_points_away_between_two_parts_of_a_sentence_is_left_out_with_an_ellipsis() -> None:
    abstract = (
        "Hedges turned into walls. This survey gives an overview of this transition, beginning with hedges of thorn."
    )
    assert gist(abstract, "Hedges and walls") == "This survey gives an overview … beginning with hedges of thorn."


def test_where_nothing_but_the_title_is_left_the_finding_is_the_gist() -> None:
    found = "Wrens count better than robins by 12%."
    abstract = (
        f'Can wrens count? In this paper, we present "Wren Sums", a new dataset for addressing this question. {found}'
    )
    assert gist(abstract, "Wren Sums: a dataset") == found
