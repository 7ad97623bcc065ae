"""Cases of reports that add up, made from a seed: an event or a demand told twice in other words, and one that is near.

Each case has three reports: the first, the same told in another sentence by another outlet a day later, and one of
another day, place, party or figure in the sentence of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from detente.scoring.adding import AddingCase, marked_case

STATES = {  # adjective, capital, towns
    "Turkey": ("Turkish", "Ankara", ("Adana", "Mersin")), "Iraq": ("Iraqi", "Baghdad", ("Mosul", "Kirkuk")), "Israel": ("Israeli", "Jerusalem", ("Haifa", "Ashdod")),
    "Syria": ("Syrian", "Damascus", ("Aleppo", "Homs")), "Russia": ("Russian", "Moscow", ("Belgorod", "Rostov")), "Ukraine": ("Ukrainian", "Kyiv", ("Kharkiv", "Odesa")),
    "Armenia": ("Armenian", "Yerevan", ("Gyumri", "Goris")), "Pakistan": ("Pakistani", "Islamabad", ("Lahore", "Quetta")), "India": ("Indian", "New Delhi", ("Amritsar", "Srinagar")),
    "Ethiopia": ("Ethiopian", "Addis Ababa", ("Mekelle", "Gondar")), "Sudan": ("Sudanese", "Khartoum", ("Kassala", "Port Sudan")), "Egypt": ("Egyptian", "Cairo", ("Suez", "Aswan")),
}  # fmt: skip
CITIES = ("Geneva", "Vienna", "Oslo", "Doha", "Istanbul", "Helsinki")
OUTLETS = ("Morning Post", "World Wire", "Daily Courier", "Evening Star", "National Herald", "City Gazette")
NAMES = ("Karim", "Duarte", "Okafor", "Lindgren", "Haddad", "Moreau")
EVENTS: dict[str, tuple[str, ...]] = {
    "bomb": ("{one} {{X:bombed}} {town} on {day}, killing {count} people.", "{one}'s air force {{X:struck}} {town} on {day}.", "{town} was {{X:bombed}} by {one} on {day}."),
    "seize": ("{one} {{X:seized}} a {adjective} tanker on {day}.", "A {adjective} tanker was {{X:seized}} by {one} on {day}.", "On {day} {one} {{X:captured}} a {adjective} tanker."),
    "expel": ("{one} {{X:expelled}} {count} {adjective} diplomats on {day}.", "On {day} {count} {adjective} diplomats were {{X:expelled}} by {one}."),
    "recall": ("{one} {{X:recalled}} its ambassador from {capital} on {day}.", "{one} on {day} {{X:withdrew}} its ambassador from {capital}."),
    "talks": ("{one} and {two} {{X:held talks}} in {city} on {day}.", "Negotiators from {two} and {one} {{X:met}} in {city} on {day}."),
    "sanction": ("{one} {{X:imposed sanctions}} on {two} on {day}.", "Sanctions were {{X:imposed}} on {two} by {one} on {day}.", "On {day} {one} {{X:sanctioned}} {two}."),
    "arrest": ("{one} {{X:arrested}} {count} {adjective} citizens on {day}.", "On {day} {count} {adjective} citizens were {{X:detained}} by {one}."),
    "aid": ("{one} {{X:sent}} medicine to {two} on {day}.", "On {day} {one} {{X:delivered}} medicine to {two}."),
}  # fmt: skip
ASKING = ("{one} demanded that {two} {{x:{act}}}.", "{one} called on {two} to {{x:{act}}}.", "{two} must {{x:{act}}}, {mine} Foreign Minister {name} said.", "{one} again urged {two} to {{x:{act}}}.")
ACTS: tuple[tuple[str, ...], ...] = (
    ("release the sailors", "free the sailors", "set the sailors free"),
    ("withdraw its troops from the border", "pull back its troops from the border", "pull its forces back from the border"),
    ("close the camp", "shut the camp", "shut down the camp"),
    ("lift the blockade of the port", "end the blockade of the port", "stop the blockade of the port"),
    ("hand over the suspects", "extradite the suspects"),
    ("return the boats", "give back the boats", "hand back the boats"),
    ("stop the drilling in the gulf", "halt the drilling in the gulf", "end drilling in the gulf"),
    ("pay compensation to the families", "compensate the families"),
)
KINDS = ("other day", "other place", "other party", "other recipient", "next day")
ASKED = ("other object", "other party", "other recipient")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells."""

    one: str
    two: str
    town: str
    city: str
    day: date
    count: int


def made_cases(count: int, seed: int) -> Iterator[AddingCase]:
    """So many cases; the same seed gives the same."""
    random = Random(seed)  # noqa: S311
    for number in range(count):
        yield _asked(random, number) if number % 3 == 2 else _happened(random, number)


def _happened(random: Random, number: int) -> AddingCase:
    name = random.choice(sorted(EVENTS))
    first = _told(random)
    kind = random.choice([each for each in KINDS if _differs(each, name)])
    other = _varied(random, first, kind)
    forms = random.sample(EVENTS[name], 2)
    lag = timedelta(days=1)
    reports = [
        (first.day, _sentence(forms[0], first, "A")),
        (first.day + lag, _sentence(forms[1], replace(first, count=first.count + random.choice((0, 2))), "A")),
        (other.day + random.choice((lag, timedelta())), _sentence(random.choice(forms), other, "B")),
    ]
    return _case(random, f"{name} {number}", kind, reports)


def _differs(kind: str, name: str) -> bool:
    """Whether what the kind changes is told of the event; one may be bombed each day, but not recalled."""
    if kind == "other place":
        return name in {"bomb", "talks"}
    return name == "bomb" if kind == "next day" else True


def _asked(random: Random, number: int) -> AddingCase:
    acts = random.choice(ACTS)
    first = _told(random)
    kind = random.choice(ASKED)
    other = first if kind == "other object" else _varied(random, first, kind)
    others = random.choice([each for each in ACTS if each is not acts]) if kind == "other object" else acts
    forms = random.sample(ASKING, 3)
    said = [(first, random.choice(acts), "a"), (first, random.choice(acts), "a"), (other, random.choice(others), "b")]
    reports = [
        (first.day + timedelta(days=at), _sentence(form, told, label, act=act, name=random.choice(NAMES)))
        for at, (form, (told, act, label)) in enumerate(zip(forms, said, strict=True))
    ]
    return _case(random, f"demand {number}", kind, reports)


def _told(random: Random) -> _Told:
    one, two = random.sample(sorted(STATES), 2)
    day = date(2034, 1, 2) + timedelta(days=random.randrange(300))
    return _Told(one, two, random.choice(STATES[two][2]), random.choice(CITIES), day, random.randint(3, 40))


def _varied(random: Random, told: _Told, kind: str) -> _Told:
    if kind in {"other day", "next day"}:
        return replace(told, day=told.day + timedelta(days=1 if kind == "next day" else random.randint(3, 5)))
    if kind == "other place":
        town = next(each for each in STATES[told.two][2] if each != told.town)
        return replace(told, town=town, city=random.choice([each for each in CITIES if each != told.city]))
    third = random.choice([each for each in sorted(STATES) if each not in {told.one, told.two}])
    return replace(told, one=third) if kind == "other party" else replace(told, two=third, town=random.choice(STATES[third][2]))


def _sentence(form: str, told: _Told, label: str, **more: str) -> str:
    adjective, capital, _ = STATES[told.two]
    values = {
        "one": told.one, "two": told.two, "town": told.town, "city": told.city, "day": f"{told.day:%A}", "count": told.count, "adjective": adjective,
        "capital": capital, "mine": STATES[told.one][0], **more,
    }  # fmt: skip
    filled = form.format(**values)
    return filled.replace("{X:", f"{{{label}:").replace("{x:", f"{{{label}:")


def _case(random: Random, name: str, kind: str, reports: list[tuple[date, str]]) -> AddingCase:
    outlets = random.sample(OUTLETS, len(reports))
    return marked_case(name, kind, [(day.isoformat(), outlet, text) for (day, text), outlet in zip(reports, outlets, strict=True)])
