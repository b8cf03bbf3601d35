"""Which mathematics in a record may go into a LaTeX file as it is.

Titles come from anywhere. What stands between dollar signs is kept only if it can do nothing but print, and if every
LaTeX with amsmath and amssymb knows it; otherwise it is text, shown as written.
"""

from __future__ import annotations

import re

_PLAIN = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho
    sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega times
    div pm mp cdot ast star circ bullet cap cup vee wedge oplus otimes odot setminus leq le geq ge neq ne approx equiv
    sim simeq cong propto ll gg subset supset subseteq supseteq in notin ni mid parallel perp prec succ preceq succeq
    models vdash rightarrow to leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow mapsto uparrow downarrow
    longrightarrow hookrightarrow infty partial nabla forall exists neg emptyset varnothing ell hbar Re Im aleph angle
    triangle prime dagger ddagger sum prod coprod int oint bigcup bigcap bigoplus bigotimes log ln exp min max sup inf
    lim arg sin cos tan det dim ker
    Pr gcd deg hom langle rangle
    lfloor rfloor lceil rceil lVert
    rVert lvert rvert Vert
    vert ldots cdots dots vdots
    ddots quad qquad top bot lesssim
    gtrsim
    checkmark square blacksquare lll ggg iff implies land lor
"""
_WITH_ARGUMENT = """
    mathbf mathbb mathcal mathrm mathit mathsf mathtt mathfrak boldsymbol text textbf textit textrm textsf texttt mbox
    operatorname sqrt hat widehat
    bar overline tilde widetilde vec dot ddot underline
"""
_KNOWN = frozenset(_PLAIN.split()) | frozenset(_WITH_ARGUMENT.split()) | {"frac"}
_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_ARGUMENT = r"(?:\{[^{}]*\}|\\[a-zA-Z]+|[^\\{}\s])"
_BROKEN = re.compile(
    rf"""
    \^\^  # other characters
    | (?<!\\)[%#&~]  # an alignment, a comment
    | \\[^a-zA-Z,;:! |_%&#]  # symbols after a backslash
    | [_^]\s*(?:$|[_^}}&'])  # nothing raised or lowered
    | _{_ARGUMENT}\s*_ | \^{_ARGUMENT}\s*[\^'] | '\s*\^  # two of one kind
    | \\(?:{"|".join(_WITH_ARGUMENT.split())})\s*(?:$|[^{{\[\w\s\\])  # a command without its argument
    | \\frac(?!  # a fraction without its two parts
        \s*\{{[^{{}}]*(?:\{{[^{{}}]*\}}[^{{}}]*)*\}}\s*\{{  # in braces
        | \s*\d\s*[\d{{a-z])  # or of one character each
    """,
    re.VERBOSE,
)


def harmless(mathematics: str) -> bool:
    """Whether a formula (without its dollars) is balanced, complete, and made of known commands only."""
    depth = 0
    for character in mathematics:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    if depth or not mathematics.isprintable() or _BROKEN.search(mathematics):
        return False
    return all(command in _KNOWN for command in _COMMAND.findall(mathematics))
