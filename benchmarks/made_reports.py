"""Reports made from a seed, with the family that each belongs to: stories and their variants, and filled forms.

A story gets variants as agencies, sites and scanners make them: cut, edited, with paragraphs added, with a
toll that rose, misread letter by letter. A form is filled in anew for another day, number and state: its
fillings read alike and are different reports. So do two papers that quote the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

STATES = "France Italy Norway Kenya Brazil Japan Jordan Chile Poland Ghana Vietnam Morocco Sweden Peru Oman Latvia".split()
CITIES = "Lyon Turin Bergen Mombasa Recife Osaka Aqaba Arica Gdansk Tema Hue Agadir Malmo Cusco Salalah Riga".split()
NAMES = "Adler Bosch Castro Duarte Ekman Farouk Grieg Haddad Ivanova Jansen Kimura Lopez Mbeki Nasser Okafor Petrov".split()
ADJECTIVES = (
    "northern ageing joint disputed armed coastal emergency foreign secret frozen rural naval customs medical senior regional civilian interim private federal daily fragile"
    " costly hasty public hostile partial formal quiet open long-delayed wounded stranded bilateral maritime nuclear electoral winter domestic rival unarmed chartered local"
).split()
NOUNS = (
    "convoy harbour pipeline crossing tariff summit patrol village ceasefire embassy tanker airport refinery parliament observer hospital railway minister ambassador school"
    " garrison bridge truce envoy ferry mosque factory port court bank treaty inspector militia barrage drone shelter ministry convoy election fishery prison border quarry"
    " newspaper satellite warehouse budget lawyer commander checkpoint cathedral dam embargo vaccine reactor island strait valley province union company bakery tribunal"
).split()
VERBS = (
    "confirmed denied welcomed condemned postponed reviewed questioned described rejected announced recalled blocked inspected reopened shelled evacuated praised warned"
    " surrounded boarded searched cancelled funded rebuilt seized crossed monitored abandoned insured refused closed visited audited fined released delayed photographed"
).split()
PLACED = "near beside behind beyond above below outside inside along against across under over opposite".split()
WHEN = "on Monday|on Thursday|late on Friday|last week|before dawn|overnight|at noon|hours earlier|this month|in spring|after midnight|twice".split("|")
FORMS = (
    (
    "PRESS RELEASE. {city}, {day} {month}. The Ministry of Defence informs the public that on {day} {month} its air defence units tracked {number} aircraft of {state} that "
    "approached the national airspace. Fighter aircraft were scrambled in accordance with standing procedures. No incident was recorded. The Ministry of Defence calls on all sides "
    "to respect international law and will go on to inform the public in a timely manner."
    ),
    (
    "DAILY REPORT of the monitoring mission, {day} {month}. The mission recorded {number} violations of the ceasefire in the {state} sector, compared with {other} on the previous day. "
    "Most of the violations occurred near {city}. The mission continued to monitor the withdrawal of weapons and to facilitate repairs to civilian infrastructure. "
    "The freedom of movement of the mission was restricted on several occasions."
    ),
    (
    "The Foreign Minister received the Ambassador of {state}, {name}, on {day} {month} in {city}. They discussed relations between the two countries and regional developments. "
    "The Minister thanked the Ambassador for the constructive cooperation. Both sides stressed the need for dialogue and agreed to stay in contact. "
    "The Ambassador invited the Minister to visit {state} at a convenient date."
    ),
)
MONTHS = "January February March April May June July August September October November December".split()
CONFUSED = {"l": "1", "o": "0", "e": "c", "s": "5", "i": "l", "n": "ri", "m": "rn", "h": "b", "g": "9"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report that was made, and the family it should be placed in."""

    id: str
    published: str
    outlet: str | None
    title: str | None
    text: str
    story: str
    variant: str = "original"


def reports(count: int, seed: int = 1, texts: Sequence[str] = ()) -> list[Made]:
    """About so many reports in canonical order; with ``texts``, the stories are those instead of made ones."""
    random = Random(seed)  # noqa: S311
    made: list[Made] = []
    stories = iter(texts)
    filled: set[str] = set()
    while len(made) < count:
        kind = random.random()
        name = f"{len(made):06}"
        if kind < 0.25:
            made.extend(_fillings(random, name, filled))
        else:
            text = next(stories, None) if texts else story(random)
            if text is None:
                break
            made.extend(_versions(random, name, text))
    made.sort(key=lambda each: (each.published, each.id))
    return made[:count] if not texts else made


def story(random: Random) -> str:
    """A story of 6 to 24 sentences in paragraphs."""
    place, name = random.randrange(len(STATES)), random.choice(NAMES)
    lines = [f"{CITIES[place].upper()} (Reuters) - {_sentence(random, place, name)}"]
    lines += [_sentence(random, place, name) for _ in range(random.randint(5, 23))]
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


def _sentence(random: Random, place: int, name: str) -> str:
    """A sentence of a dozen to thirty words; few stories share three words of it in a row."""
    one, two, three, four = (f"the {random.choice(ADJECTIVES)} {random.choice(NOUNS)}" for _ in range(4))
    does, did = random.sample(VERBS, 2)
    where, there, when, count = random.choice(PLACED), random.choice(PLACED), random.choice(WHEN), random.randint(2, 400)
    shapes = (
        f"{one} in {CITIES[place]} {does} {two} {when} {where} {three}.",
        f"{when}, {one} {does} {two}, said {name}, who {did} {three} {where} {four}.",
        f"At least {count} people were hurt {when} as {one} {does} {two} {where} {three}.",
        f"{STATES[place]} {does} {one} {where} {two}; {three} {did} it {when}.",
        f"“We have {does} {one} {where} {two},” {name} said {when}, adding that {three} {did} {four}.",
        f"A document of {count} pages on {one}, seen by {two}, {does} {three} {there} {four} {when}.",
    )
    line = random.choice(shapes)
    return line[0].upper() + line[1:]


def _day(random: Random) -> str:
    return f"2021-{random.randint(1, 12):02}-{random.randint(1, 27):02}"


def _versions(random: Random, name: str, text: str) -> Iterator[Made]:
    day = _day(random)
    yield Made(id=f"{name}-0", published=day, outlet="The Courier", title="Report", text=text, story=name)
    makers = {"copy": _copied, "cut": _cut, "edited": _edited, "added": _added, "misread": _misread, "toll": _toll}
    for number in range(1, 1 + random.choice((0, 0, 1, 1, 2, 4))):
        variant = random.choice(sorted(makers))
        changed = makers[variant](random, text)
        later = day[:8] + f"{min(28, int(day[8:]) + random.randint(0, 1)):02}"
        outlet = random.choice(("The Courier", "Evening Post", "Harbour News", None))
        yield Made(id=f"{name}-{number}", published=later, outlet=outlet, title="Report", text=changed, story=name, variant=variant)


def _copied(random: Random, text: str) -> str:
    return f"By {random.choice(NAMES)}\n\n{text}\n\n(Reporting by {random.choice(NAMES)})"


def _cut(random: Random, text: str) -> str:
    parts = text.split("\n\n")
    return "\n\n".join(parts[: max(1, round(len(parts) * random.uniform(0.35, 0.8)))])


def _edited(random: Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(round(len(words) * random.uniform(0.02, 0.07))):
        at = random.randrange(len(words))
        words[at] = random.choice(("", "reportedly " + words[at], random.choice(("also", "now", "officials", "statement", "however"))))
    parts = " ".join(filter(None, words)).split("\n\n")
    if len(parts) > 2 and random.random() < 0.5:
        parts[1], parts[2] = parts[2], parts[1]
    return "\n\n".join(parts)


def _added(random: Random, text: str) -> str:
    parts = text.split("\n\n")
    for _ in range(max(1, round(len(parts) * random.uniform(0.2, 0.9)))):
        place = random.randrange(len(STATES))
        parts.insert(random.randint(1, len(parts)), " ".join(_sentence(random, place, random.choice(NAMES)) for _ in range(3)))
    return "\n\n".join(parts)


def _misread(random: Random, text: str) -> str:
    share = random.uniform(0.003, 0.025)  # of the letters: up to a word in eight
    return "".join(CONFUSED.get(c, c) if random.random() < share * 2 else c for c in text)


def _toll(random: Random, text: str) -> str:
    words = text.split(" ")
    counts = [at for at, word in enumerate(words) if word.isdigit() and len(word) < 4 and not set(words[at - 1 : at + 2]) & set(MONTHS)]
    for at in random.sample(counts, min(3, len(counts))):
        words[at] = str(int(words[at]) + random.randint(1, 9))
    return "UPDATE 2 - " + " ".join(words) + f"\n\n{_sentence(random, random.randrange(len(STATES)), random.choice(NAMES))}"


def _fillings(random: Random, name: str, used: set[str]) -> Iterator[Made]:
    form = random.randrange(len(FORMS))
    for number in range(random.randint(2, 6)):
        values = {
            "day": random.randint(1, 27), "month": random.choice(MONTHS), "number": random.randint(2, 90), "other": random.randint(2, 90),
            "state": random.choice(STATES), "city": random.choice(CITIES), "name": random.choice(NAMES),
        }  # fmt: skip
        text = FORMS[form].format(**values)
        if text in used:
            continue
        used.add(text)
        day = f"2021-{MONTHS.index(values['month']) + 1:02}-{values['day']:02}"
        yield Made(id=f"{name}-f{number}", published=day, outlet="Ministry", title=None, text=text, story=f"{name}-f{number}", variant="form")
