"""LaTeX's commands without arguments that stand for a character."""

from __future__ import annotations

from functools import lru_cache

# What LaTeX, AMS-LaTeX, mathtools, gensymb and siunitx define, and pylatexenc does not know ("The Comprehensive LaTeX
# Symbol List").
_OTHERS = dict(
    pair.split("=", 1)
    for pair in """
    imath=ı jmath=ȷ Re=ℜ Im=ℑ bot=⊥ triangle=△ neg=¬ clubsuit=♣ diamondsuit=♢ heartsuit=♡ spadesuit=♠ lor=∨ land=∧
    ddagger=‡ models=⊨ ne=≠ gets=← iff=⟺ implies=⟹ impliedby=⟸ leadsto=⇝ bigsqcup=⨆ bigodot=⨀ biguplus=⨄ lbrack=[
    rbrack=] backslash=\\ colon=: coloneqq=≔ coloneq=≔ eqqcolon=≕ vcentcolon=: thicksim=∼ thickapprox=≈ lll=⋘ ggg=⋙
    ncong=≇ nsim=≁ vDash=⊨ Box=□ bigstar=★ checkmark=✓ Finv=Ⅎ Game=⅁ Bbbk=𝕜 circledR=® maltese=✠ lhd=⊲ rhd=⊳
    unlhd=⊴ unrhd=⊵ doublebarwedge=⩞ centerdot=⋅ restriction=↾ degree=° celsius=℃ micro=µ ohm=Ω euro=€ pounds=£ S=§
    P=¶ ddag=‡ copyright=© lt=< gt=> amp=& slash=/ textbackslash=\\
    """.split()
)


@lru_cache(maxsize=1)
def symbols() -> dict[str, str]:
    """The character by the command's name without its backslash: those that pylatexenc knows, and others."""
    from pylatexenc.latex2text import get_default_latex_context_db

    found: dict[str, str] = {}
    database = get_default_latex_context_db()
    for category in database.categories():
        for name, spec in database.d[category]["macros"].items():
            shown = spec.simplify_repl
            if isinstance(shown, str) and shown and "%" not in shown and not shown.isspace():
                found.setdefault(name, shown)
    # pylatexenc prints the typewriter's apostrophe for it
    return _OTHERS | found | {"prime": "′"}
