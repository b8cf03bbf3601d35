"""Words that name no subject: as a theme's label they would say nothing, and they do not bring works together."""

from __future__ import annotations

# What publications call themselves and their parts, and verbs that titles are full of ("What do models know?").
_OF_PUBLICATIONS = """
    abstract abstracts article articles aspect aspects book case chapter chapters comparison comprehensive concept
    conference current discussion editorial
    evidence field fields future idea ideas introduction issue issues journal lecture literature manual note notes
    opportunities overview part perspective
    perspectives preface proceedings progress question questions reply report reports research review reviews revisited
    role section simple special
    survey surveys systematic technical thesis topic trends tutorial view volume workshop
    amount amounts characteristic characteristics common consist consists guideline guidelines portion practice
    practices range ranges reveal reveals unique
    become becomes behave benefit benefits bring build builds depend depends explain explains explore exploring happen
    help helps know knows know-how
    centuries century consequence consequences eighteenth nineteenth prevalence randomised randomized trial trials
    twentieth
    attitude attitudes cost costs lesson lessons measuring predictors
    barrier barriers facilitator facilitators determinants landscape mapping revisit revisiting rethinking reconsidered
    reconsidering investigation investigations investigating empirical longitudinal cross-sectional enquiry inquiry
    pressure pressures reflections reflection experiences experience implications insights pathways assessing assessment
    evaluating evaluation examining exploration improve improves improving improvement promise pitfalls myth myths
    like look matter matters mean means need needs say says think thinks understand understanding want wants
"""
# Words that are part of many subjects but are none on their own.
_VAGUE = """
    ability abilities algorithm algorithms class classes complex content context data design development distribution
    distributions effect effects efficient
    efficiency factor factors feature features function functions group groups human humans information input inputs
    internal knowledge language languages
    learn learns learned learning level levels model models modeling network networks outcome outcomes output outputs
    patient patients people population
    process processes processing quality queries query representation representations response responses risk sample
    samples scale scales sequence sequences
    set sets size space spaces structure structures system systems test tests text texts time train training treatment
    unified user users value values
"""

OF_PUBLICATIONS = frozenset(_OF_PUBLICATIONS.split())
VAGUE_WORDS = frozenset(_VAGUE.split())
