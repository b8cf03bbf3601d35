"""Sentences that speak of a gap or a belief first; what is done is their rest, from the group `doing` on."""

from __future__ import annotations

import re

# "This work addresses this gap by studying how …": what it does is the rest.
BY_DOING = re.compile(
    r"""
    ^.{0,60}\b(?:address|fill|bridge|clos|tackl|solv|challeng|answer|overcom                      # "This work fills
      |investigat|explor|examin|approach)\w*\s+
    (?:this|these|that|those|the)\s+(?:[\w-]+\s+){0,2}?                                         # this important
    (?:gap|issue|problem|question|challenge|limitation|assumption|need|shortcoming|hypothesi)s?\s+  # gap
    (?:in\s(?:[\w-]+\s){1,5}?)?by\s+                                                            # in Europe by
    (?P<doing>(?!showing|demonstrating|proving|using)\w+ing\b)                                   # studying"
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "We propose to bridge this gap with synthetic pretraining: …": what is proposed is the rest.
WITH_THING = re.compile(
    r"""
    ^.{0,60}\b(?:address|fill|bridg|clos|tackl|solv|overcom|mitigat|meet|alleviat)\w*\s+      # "We propose to bridge
    (?:this|these|that|those)\s+(?:[\w-]+\s+){0,2}?                                         # this important
    (?:gap|issue|problem|challenge|limitation|need|shortcoming|bottleneck)s?\s+              # gap
    (?:with|through|via)\s+(?P<doing>(?!(?:the|an?)\s+(?:help|use|aid|lens)\b)\w)           # with X, which …"
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "We aim to change that, proposing a model": what is proposed is the rest.
AND_PROPOSING = re.compile(
    r"""
    ^.{0,60}?\b(?:aim|seek|try|want|attempt|hope)\s+to\s+\w+\s+                  # "We aim to change
    (?:this|that|these)\b[^,;:]{0,40},\s+(?:by\s+)?                              # that,
    (?P<doing>(?:proposing|introducing|presenting|developing|offering)\b)       # proposing"
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "We make the following contributions: 1) We trained …": what is counted says nothing.
CONTRIBUTIONS = re.compile(
    r"""
    ^[^:]{0,80}\b(?:the\s+following|two|three|four|five|several)\s+(?:\w+\s+){0,2}contributions?:\s+  # announced
    \(?(?:1|i|a)[).]\s+(?P<doing>)                                                                    # the first
    """,
    re.IGNORECASE | re.VERBOSE,
)
BY_SHOWING = re.compile(
    r"""
    ^.{0,60}\b(?:challenge|question|address)\w*\s+(?:this|these|that|those)\s+[\w-]+\s+     # "We question this belief
    by\s+(?:showing|demonstrating|proving)\s+that\s+(?P<doing>\w)                           # by showing that …"
    """,
    re.IGNORECASE | re.VERBOSE,
)
