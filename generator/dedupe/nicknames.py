"""Short forms of given names, which indexes write for the name."""

from __future__ import annotations

_FORMS = """
    robert bob bobby rob | william bill billy will liam | richard dick rick | elizabeth betty beth liz lisa
    elsie | edward ned ted eddie | margaret peggy maggie meg greta | henry harry hank | john jack | james jim
    jimmy | charles chuck charlie | lawrence larry | michael mike mick | anthony tony | theodore ted theo |
    francis frank | katherine kate kathy kitty | dorothy dolly | mary molly polly | sarah sally | helen nell
    ellen | martha patty | albert bert al | herbert bert | hubert bert | gilbert bert | alexander sasha sandy
    alex xander | antonio toni tonio | jose pepe | francisco paco pancho | guadalupe lupe | ignacio nacho |
    johannes hans jan | joseph joe sepp beppe | giuseppe beppe | augustus gus | gustav gus | christopher kit
    chris | stephen steve | eugene gene | leonard len leo | ronald ron | donald don | daniel dan | samuel sam |
    thomas tom | patricia pat tricia patty | rebecca becky | deborah debbie | susan sue | victoria vicky tori |
    barbara babs | abraham abe bram | benjamin ben | william wm willem wilhelm | charles chas carlos karl carl |
    thomas tomas | david dave davy | peter pete pyotr petr pedro | john jon johannes johan juan joao jan | james
    jas jaime | andrew andy drew andreas andrei andre | nicholas nick nicolas niko nikolai | margaret marge
    margie | jennifer jen jenny | michael misha mikhail mickey | mikhail misha | dmitri dima mitya | vladimir
    volodya vova | maria masha marie mary | friedrich fritz | heinrich heinz | giovanni gianni | luigi gigi |
    manuel manolo | francisco fran | jeffrey jeff | george georg jorge geo jurgen | joseph jose josef | stephen
    steven stefan | katherine katya karin catherine cathy | richard rich ricky | anthony antonio anton |
    frederick fred frederic | samuel sammy | gerald gerry gerard
"""


def _groups() -> dict[str, frozenset[int]]:
    """Which groups of forms a name stands in, by name."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_FORMS.split("|")):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _formal() -> dict[str, frozenset[str]]:
    """First letters that a given name may have in other indexes, by name."""
    found: dict[str, set[str]] = {}
    for group in _FORMS.split("|"):
        names = group.split()
        for name in names:
            found.setdefault(name, set()).update(other[0] for other in names)
    return {name: frozenset(letters - {name[0]}) for name, letters in found.items() if letters != {name[0]}}


OTHER_INITIALS = _formal()
GROUPS = _groups()
