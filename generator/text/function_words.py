"""Words of other languages that say nothing about a subject, and scripts whose words cannot be separated."""

from __future__ import annotations

import re

# The commonest function words of languages that put spaces between words, for a corpus that holds some of them.
_ELSEWHERE = """
    der die das den dem des ein eine einer eines einem einen und oder mit von vom zu zum zur im ist sind wird werden wir
    auf für als auch bei aus durch nach über le la les du un une et ou dans pour par sur avec est sont nous que qui ce
    cette ces aux au en el los las del una y con por para se es son como su sus lo al o os da do das dos em um uma com
    na no nas nos e il
    gli di che per nel della dei delle
    het een van voor met op te zijn och att av för på med som
    и в во на с со к ко по о об от до для из за не что как это мы при его их или та і й у з та що як
"""

ELSEWHERE = frozenset(_ELSEWHERE.split())
# A script without spaces: its words cannot be seen, only runs of characters.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")
PARTICLES = frozenset("的了和与及在是对之のはをがにでともへや")

# English: what may open a phrase before its noun, what stands before such a phrase, and these with the other commonest.
DETERMINERS = frozenset(
    """
    a an the this these those our their its his her my your each every all any both such some no which another either
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for with from to into onto under over between among as than per via during without within across
    through against toward towards upon about before after
    """.split()
)
_OTHERS = """
    and or but not nor so if is are was were be been being has have had do does did can could may might will would
    should must we they it he she you them us him that who whose whom what where when while how why because although
    though whether since however thus then there here also only more most less very using both up out
"""
ENGLISH = DETERMINERS | PREPOSITIONS | frozenset(_OTHERS.split())
_NORDIC = """
    og och er är det den denne denna de der som en et ett af av til till med på ved vid hos om ikke inte blev bliver
    hvor hvordan hur fra från efter ikke også också eller men vi
"""
# Of the other languages, what is no function word of English; by these a text in another one is told.
FOREIGN = (ELSEWHERE | frozenset(_NORDIC.split())) - ENGLISH
