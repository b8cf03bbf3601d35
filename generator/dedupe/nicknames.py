"""Short forms of given names, which indexes write for the name."""

from __future__ import annotations

_FORMS = """
    robert bob bobby rob | william bill billy will liam | richard dick rick | elizabeth betty beth liz lisa elsie |
    edward ned ted eddie | margaret peggy maggie meg greta | henry harry hank | john jack | james jim jimmy | charles
    chuck charlie | lawrence larry | michael mike mick | anthony tony | theodore ted theo | francis frank | dorothy
    dolly | mary molly polly | sarah sally | helen nell ellen | martha patty | albert bert al | herbert bert | hubert
    bert | gilbert bert | alexander sasha sandy alex xander | antonio toni tonio | jose pepe | francisco paco pancho |
    guadalupe lupe | ignacio nacho | johannes hans jan | joseph joe sepp beppe | giuseppe beppe | augustus gus |
    gustav gus | christopher kit chris | stephen steve | eugene gene | leonard len leo | donald don | samuel sam |
    thomas tom | patricia pat tricia patty | rebecca becky | deborah debbie | susan sue | victoria vicky tori |
    barbara babs | abraham abe bram | benjamin ben | william wm willem wilhelm | charles chas carlos karl carl |
    thomas tomas | david dave davy | peter pete pyotr petr pedro | john jon johannes johan juan joao jan | james jas
    jaime | andrew andy drew andreas andrei andre | nicholas nick nicolas niko nikolai | margaret marge margie |
    jennifer jen jenny | michael misha mikhail mickey | mikhail misha | dmitri dima mitya | vladimir volodya vova |
    maria masha marie mary | friedrich fritz | heinrich heinz | giovanni gianni | luigi gigi | manuel manolo |
    francisco fran | jeffrey jeff | george georg jorge geo jurgen | joseph jose josef | stephen steven stefan |
    katherine katya karin catherine cathy | richard rich ricky | anthony antonio anton | frederick fred frederic |
    samuel sammy | gerald gerry gerard | katherine katharine kathryn catherine cathryn kate katie kathy cathy kitty
    kay | daniel dan danny daniil danila | zachary zachariah zack zach zac zak | eugene eugen eugenio evgeny evgeni
    evgenii evgeniy yevgeny yevgeni yevgeniy | eugenia evgenia evgeniya yevgenia zhenya | konstantinos constantinos
    konstantin constantin constantine kostas costas kostis kostya | nikolaos nicholas nikolas nikos niko | jacqueline
    jacquelyn jackie jacqui | nathaniel nathanael nathan nate nat | kenneth ken | gabriel gabriela gabrielle gabe gaby
    | abigail abby abbie gail | cynthia cindy | timothy tim | ronald ron ronnie | veronica ronnie | jonathan jon john
    jonny | james jamie jim | caroline carolyn carol carrie | charlotte lottie charlie | christina christine tina |
    alexandra sandra sasha sandy | alfred alf fred | edwin ed eddie ned | edmund ed eddie ned ted | eduardo eddie lalo
    | eleanor ellie nell nora | philip phil pip | geoffrey jeffrey geoff jeff | harold harry hal | jacob jake jack |
    jeremy jerry | jerome jerry | gerald jerry gerry | terence terrence terrance terry | theresa teresa terry tess
    tessa | josephine josie jo | joanna johanna jo hanna | judith judy jude | rudolf rudolph rudy rudi | tobias toby |
    susan suzanne susanna susie suzie suzy | angela angie | lawrence laurence larry laurie lorenzo | lewis louis lou
    louie | lucille lucy | matilda tilly | melissa mel missy | oliver ollie | roger rodger | rosemary rosalind rose
    rosie | virginia ginny ginger | wilhelmina mina | harriet hattie | walter walt wally | isabella isabel bella belle
    izzy | penelope penny | marjorie margie marge | michael mike mickey mikey | georgios george giorgos yorgos yiorgos
    | ioannis john yannis yiannis giannis | dimitrios dimitris dimitri | athanasios thanasis thanos | vasileios
    vassilios vassilis vasilis basil | panagiotis panos | emmanouil emmanuel manolis manos | spyridon spyros |
    eleftherios lefteris | theodoros theodore thodoris | aikaterini katerina catherine katherine | evangelos vangelis
    | anastasios tasos | charalampos haris babis | efstathios stathis | michail michael michalis | alexandros
    alexander alekos | ekaterina yekaterina katerina katya catherine | elena yelena lena helen helena | elizabeth
    elizaveta liza | tatiana tatyana tanya | natalia natalya natasha | anastasia nastya | svetlana sveta | pavel paul
    pasha | yuri iouri iurii juri | yulia iulia julia julie | ilya ilia | igor ihor | ivan vanya | grigory gregory
    grigori grisha | alexei alexey aleksei alyosha | sergei sergey serge seryozha | efim yefim | egor yegor | enrique
    henry quique | guillermo william memo | roberto robert beto | rafael rafa | jesus chuy
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
