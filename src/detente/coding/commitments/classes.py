"""Closed classes of verbs and nouns that tell the force of a clause with a modal, for ``modality.py``."""

from __future__ import annotations

ACTS = frozenset("leave withdraw go stop end pay sign release return hand pull accept apologise apologize comply disarm resign halt lift quit surrender begin start open close join meet".split())  # what is asked of others
TOLD = frozenset("see know find say tell remember hear need get feel think hope mean win wait have describe explain report mention note recall read receive surprise expect".split())
ARRANGED = frozenset("hold discuss consider attend schedule expect affect base know call consult debate examine study mark celebrate chair follow accompany welcome elect need ask determine shape judge measure test".split())  # what is only arranged or foreseen
KEEPING = frozenset("escort guard respect honour honor salvage restore keep uphold complete carry return rebuild repair protect spare publish sign hand free admit treat register evacuate exchange meet".split())
SETTLING = frozenset({"settle", "accept", "stop"})
FELT = frozenset("be see know find forget miss like love feel think hope happen become die lose win fail succeed".split())
DULL = frozenset(
    """
    see know find say tell remember hear need want lose get feel think hope mean take come forget miss like love enjoy travel visit
    go arrive speak address attend meet leave learn turn become happen succeed prevail win fail celebrate mark gain benefit live
    die decline shrink grow shine evolve worsen improve begin start look appear seem wait have do make use bring describe outline explain report mention note recall read receive host decide study examine
    """.split()
)
PARTICLED = frozenset("turn take bring go get come".split())  # with a particle they say what is done: 'turn back', 'take over', 'go ahead'
HANDLED = frozenset("take use make bring do leave turn".split())  # with an object they do
IDLE_OBJECTS = frozenset("place time note year month week day hour while turn decision statement announcement speech sense difference mistake progress headline history bill face look".split())
PEOPLE = frozenset("people state country government nation side party everyone nobody they you he she citizen official leader neighbour neighbor".split())
STRONGHOLDS = frozenset("post position line city town fort base bridge pass hill height island front garrison territory".split())  # what is held is defended
UPROOTING = frozenset("drive displace kill uproot trap starve maim wound injure expel force lose endanger evict".split())
GRANTED = frozenset("set establish form create convene open build send dispatch deploy pay grant free release give offer supply lift keep proceed go repair hand".split())
JOINING = frozenset("join support back endorse participate follow host accept sign recognise recognize pay".split())
FALLING = frozenset("fail fall collapse lose perish".split())
ROOM = frozenset("room place question possibility prospect scope chance basis point".split())
BESTOWED = frozenset("receive get become join have enjoy".split())
SOUGHT = frozenset({"sanction", "penalty", "expulsion", "suspension", "embargo", "boycott", "force", "retaliation"})
YIELDING = frozenset("discuss contemplate renounce waive relinquish negotiate bargain yield bow bend compromise deal talk surrender agree capitulate trade retreat consent".split())
DECISIVE = frozenset("receive get meet see face encounter suffer find expect await have draw".split())
BEING = frozenset("party part member hostage base pad platform launchpad springboard sanctuary haven arena theatre corridor instrument tool pawn proxy satellite colony vassal".split())
SENDING = frozenset({"send", "deploy", "dispatch", "contribute", "commit"})
FIXED = frozenset("alter change reopen renegotiate postpone delay extend amend revise reverse undo modify cancel repeal waive".split())  # what 'cannot be' done to a thing that stands
PURSUING = frozenset({"seek", "want", "wish", "intend", "plan", "aim", "desire", "propose"})
ROUSING = frozenset({"evoke", "provoke", "trigger", "elicit", "draw", "invite", "prompt", "produce"})
WISHING = frozenset({"like", "love", "prefer", "hope", "wish", "want"})
UNSAID = frozenset("overemphasize overemphasise overstate expect repudiate dispute divorce separate doubt confuse mistake ignore forget overlook deny underestimate escape stress afford confirm comment exclude rule imagine understand know predict guarantee be believe wait recall remember stress emphasize speak say tell deny see happen explain".split())
ANSWERS = frozenset({"response", "reaction", "answer", "retaliation", "reprisal", "punishment", "retribution", "reply", "counterstrike", "counterattack", "countermeasure"})
ANNOUNCED = frozenset("begin start conclude close end focus concentrate dwell note mention refer elaborate limit confine turn speak address highlight underline recall stress emphasize emphasise".split())  # what a speaker says of the speech itself
RESOLVE = frozenset("resolve determination patience will strength readiness restraint capability capacity commitment resolution power".split())
PRICES = frozenset("price consequence cost result penalty punishment".split())
NEEDING = frozenset({"have", "need", "get"})
MEASURES = frozenset("drill exercise manoeuvre maneuver tariff duty levy ban embargo blockade sanction penalty fine restriction expulsion bombardment offensive strike patrol".split())
BOUND = frozenset("government side party country state two both rebel army neighbour neighbor".split())  # whom a reported 'had to' lays a duty on
WATCHING = frozenset({"peacekeeper", "observer", "monitor", "inspector", "mediator"})  # who parts others, and harms nobody by staying
FORCES = frozenset("frigate destroyer gunboat cruiser garrison artillery gunner battery patrol battalion division regiment unit reinforcement peacekeeper infantry carrier troop force fleet navy ship warship army jet missile bomber submarine battalion plane aircraft tank squadron military brigade soldier".split())
