"""Closed sets of words that the rules of commitments turn on, each a fact of usage."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OBLIGATION = _words("must should ought")
FUTURE = _words("will would 'll wo shall 'd ’ll")
POSSIBLE = _words("could might may can ca")
HEDGES = _words("could might may possibly perhaps maybe potentially reportedly likely probably apparently conceivably")
SELF = _words("i we")
READY = _words("ready prepared willing open happy glad able")
CONFLICT = _words("SANCTION MOBILIZE COERCE ASSAULT THREATEN")
FRIENDLY = _words("AGREE SUPPORT COOPERATE AID CONCEDE RETREAT CONSULT")

# Nouns for harm that is foretold, and for what an actor does in answer.
HARM = _words(
    """
    consequence price catastrophe disaster war conflict escalation deterioration severing rupture collapse crisis confrontation
    bloodshed bloodbath failure chaos destruction cost hell doom ruin tragedy instability explosion conflagration flood famine
    holocaust annihilation casualty suffering spiral repercussion damage loss risk danger peril threat
    """
)
ANSWER = _words("retaliation response reprisal revenge countermeasure answer action measure counterattack sanction strike attack force target")
HARMING = _words(
    """
    retaliate respond strike attack destroy crush punish hit bomb invade retake suspend expel cut sever react target annihilate
    blockade close shut deploy answer counter avenge shell raze level shoot fire kill seize capture occupy annex sink intercept
    block halt freeze sanction embargo boycott recall withhold impose tighten escalate mobilise mobilize storm march overrun
    arrest detain prosecute deport ban bar oust topple confront repel obliterate wipe abandon quit exit scrap terminate revoke
    downgrade break act blow sink harm hurt prosecute injure
    """
)
SUFFERING = _words("suffer pay regret perish burn face bear reap rue atone")
DREADED = _words("war bloodshed escalation storm famine catastrophe hell chaos conflagration disaster anarchy")
GROWING = _words("become spread follow ensue erupt break come begin result escalate start engulf")
LOSSES = _words("support aid assistance backing protection help sympathy patience trust confidence friendship recognition membership")
FRAIL = _words("refugee civilian people child woman man village city town home life population family thousand million hostage")
SAVED = _words("war invasion attack strike aggression bombing bloodshed annexation")
PLAIN = _words("doubt winner loser victor problem need reason sign casualty evidence time hurry secret surprise shortage rain alternative choice")
HELPING = _words(
    """
    help support assist withdraw release lift ease lend send provide resume join cooperate continue return restore open talk
    negotiate discuss meet consider accept honour honor respect guarantee ensure fund free extend sign ratify implement comply
    reduce supply deliver give grant host mediate reopen recognise recognize pull rebuild train donate contribute stand protect
    attend dismantle disarm destroy freeze observe uphold share exchange hand pay allow let admit welcome facilitate finance
    """
)
GRANTING = _words("allow permit let tolerate accept recognize recognise countenance acquiesce condone brook")
IDLE = _words("sit stand hesitate remain tolerate watch stay flinch wait")
JOINT = _words("help contribute pave build reduce ease open serve facilitate lead allow enable")

# What one can ask another for; event nouns are added from the coded events.
DEMANDABLE = _words(
    """
    guarantee assurance end halt stop withdrawal release return removal lifting cessation ceasefire truce concession apology
    compensation reparation explanation clarification answer access inspection investigation inquiry talk negotiation dialogue
    meeting summit session recognition independence autonomy extradition handover surrender resignation respect restraint freeze
    moratorium suspension dismantling disarmament demilitarisation demilitarization commitment pledge promise renunciation
    implementation compliance ratification right decision action step solution settlement agreement deal treaty resolution
    reversal restoration resumption reopening protection aid help assistance support cooperation change reform proof evidence
    sanction intervention mediation deployment pullback pullout retreat de-escalation evacuation repatriation corridor pause
    prisoner hostage membership payment money weapon arm rescinding abolition cancellation revision ban limit observance equality
    loan relief funding election referendum vote share seat ruling inquiry reduction cut measure intervention membership embargo boycott expulsion punishment
    """
)
REFUSABLE = _words(
    """
    proposal offer demand ultimatum call request appeal plan idea invitation talk negotiation dialogue mediation ceasefire truce
    deal agreement settlement compromise resolution draft initiative suggestion overture concession term condition withdrawal
    solution approach notion prospect possibility option bid effort attempt referendum partition interference intervention
    presence deployment membership expansion enlargement sanction inspection inspector formula extension pressure change
    annexation force unification summit meeting pact treaty bill amendment invasion use reform role mission troop advice text
    conference mandate jurisdiction ruling supply request plea delivery sale aid help
    """
)
CLAIMS = _words(
    """
    accusation allegation claim report charge criticism suggestion rumour rumor assertion insinuation characterisation
    characterization version argument statement account notion label description blame responsibility comment media involvement
    """
)
SPEAKING = _words(
    """
    comment say speak answer give name identify disclose elaborate confirm specify provide reveal go detail
    be predict speculate apologise apologize believe take acknowledge
    """
)
COURTESY = _words("condolence congratulation greeting thanks apology prayer sympathy view opinion explanation assessment evidence detail insight comment hint glimpse clue")

# Words that take an infinitive and leave it as true as themselves.
RAISING = _words(
    """
    continue begin start come go have decide seem appear force compel choose manage proceed use move rush join be get lead
    persist oblige likely expect say unite oblige bind feel
    """
)
CANCELLING = _words("refuse decline deny fail avoid stop refrain cease forget neglect without instead")

# Texts that bind or ask by being adopted.
INSTRUMENTS = _words(
    """
    bill resolution draft law decree legislation act measure amendment motion plan order statute directive ordinance edict
    communique declaration text proposal ultimatum note letter package compromise formula agreement accord treaty deal statement document
    """
)
PRESENTING = _words("present introduce circulate table propose submit sponsor draft co-sponsor adopt pass approve issue unveil sign enact back publish")
PROVIDING = _words("provide impose authorize authorise call demand require ask allow permit ban bar prohibit oblige compel force order mandate urge set envisage envision foresee freeze cut condemn have make punish suspend endorse empower")
