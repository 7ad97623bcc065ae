"""From the parts of a time expression to its TIMEX3 value, in its context."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from detente.resolve.times.calendar import (
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    duration,
    number_of,
    shift,
    valid,
    week,
    weekday,
)
from detente.resolve.times.context import Context, Found, Parts, day_of
from detente.resolve.times.references import bare_part, month_end, now, recent, that_day, the_day, the_time

STORY_STEP = 8  # months back from December that mean the next January rather than the last



def value_of(form: str, parts: Parts, context: Context) -> Found:
    """Type, value and anchor of an expression, or None where the words are no time after all."""
    return HANDLERS[form](parts, context)


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _iso(p: Parts, c: Context) -> Found:
    value = valid(int(p["y"]), int(p["m"]), int(p["d"]))
    return ("DATE", value, None) if value else None


def _date(p: Parts, c: Context) -> Found:
    month, day = _month(p["m"]), _day_number(p["d"])
    if p["y"]:
        value = valid(int(p["y"]), month, day)
        return ("DATE", value, None) if value else None
    if not valid(2000, month, day):
        return None
    year = _year_for(month, day, c)
    return ("DATE", f"{year}-{month:02d}-{day:02d}", "published" if not c.story else "text")


def _day_of_month(p: Parts, c: Context) -> Found:
    """'On the 15th': of the month last named, else the nearest in the direction of the clause."""
    day, anchor = _day_number(p["d"]), (c.mentioned if c.story else None) or c.published or c.near("month")
    if anchor is None:
        return "DATE", f"XXXX-XX-{day:02d}", None
    month = anchor.year * 12 + anchor.month - 1
    if not (c.story and c.mentioned):
        month += (day < anchor.day) if c.direction > 0 else -(day > anchor.day)
    value = valid(month // 12, month % 12 + 1, day)
    return ("DATE", value, "published") if value else None


def _year_for(month: int, day: int, c: Context) -> str:
    """The year of a day or month without one: of the text in a narrative, else the nearest in direction."""
    anchor = c.near("year")
    if anchor is None:
        return "XXXX"
    if c.story and c.mentioned:
        return f"{anchor.year + (month <= anchor.month - STORY_STEP):04d}"
    gap = (month - anchor.month) * 31 + (day - anchor.day)
    if c.direction > 0:
        return f"{anchor.year + (gap < 0):04d}"
    if c.direction < 0:
        return f"{anchor.year - (gap > 0):04d}"
    return f"{anchor.year + (gap < -186) - (gap > 186):04d}"


def _month_year(p: Parts, c: Context) -> Found:
    return "DATE", f"{p['y']}-{_month(p['m']):02d}", None


def _of_year(p: Parts, c: Context) -> Found:
    """'14 September last year', 'June of this year'."""
    month, anchor = _month(p["m"]), c.near("year")
    year = f"{anchor.year + {'last': -1, 'next': 1}.get(p['rel'], 0):04d}" if anchor else "XXXX"
    if not p["d"]:
        return "DATE", f"{year}-{month:02d}", "published"
    day = _day_number(p["d"])
    return ("DATE", f"{year}-{month:02d}-{day:02d}", "published") if valid(int(year) if anchor else 2000, month, day) else None


def _slash(p: Parts, c: Context) -> Found:
    month, day, year = int(p["m"]), int(p["d"]), int(p["y"])
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    value = valid(year, month, day) or valid(year, day, month)
    return ("DATE", value, None) if value else None


def _bc(p: Parts, c: Context) -> Found:
    month = f"-{_month(p['m']):02d}" if p["m"] else ""
    return "DATE", f"BC{int(p['y']):04d}{month}", None


def _last_day(p: Parts, c: Context) -> Found:
    number = WEEKDAYS[p["w"].lower()]
    if c.anchor is None:
        return _with_part(f"XXXX-WXX-{number}", p, None)
    forward = p["rel"].lower() in {"next", "coming", "this coming", "the following", "the next"}
    if p["rel"].lower() == "this":
        day = weekday(c.anchor, number, 1 if c.direction > 0 else -1)
    else:
        day = weekday(c.anchor + timedelta(days=1 if forward else -1), number, 1 if forward else -1)
    return _with_part(day.isoformat(), p, "published")


def _weekday(p: Parts, c: Context) -> Found:
    number = WEEKDAYS[p["w"].lower()]
    if p.group().split()[-1].lower() == f"{p['w'].lower()}s":
        return "SET", f"XXXX-WXX-{number}", None
    if c.anchor is None:
        return _with_part(f"XXXX-WXX-{number}", p, None)
    if p["ago"]:
        monday = c.anchor - timedelta(days=c.anchor.isoweekday() - 1)
        step = -7 if p["ago"] == "last week" else 7
        return "DATE", (monday + timedelta(days=step + number - 1)).isoformat(), "published"
    return _with_part(weekday(c.anchor, number, c.direction).isoformat(), p, "published")


def _with_part(value: str, p: Parts, anchor: str | None) -> Found:
    part = p.groupdict().get("part")
    if part:
        return "TIME", f"{value}T{PARTS[part.lower()]}", anchor
    return "DATE", value, anchor


def _last_month(p: Parts, c: Context) -> Found:
    month = _month(p["m"])
    anchor = c.near("month")
    if anchor is None:
        return "DATE", f"XXXX-{month:02d}", None
    rel = p["rel"].lower()
    if rel in {"next", "coming", "the following"}:
        year = anchor.year + (month <= anchor.month)
    elif rel == "this":
        year = anchor.year
    else:
        year = anchor.year - (month >= anchor.month)
    return "DATE", f"{year:04d}-{month:02d}", "published"


def _month_only(p: Parts, c: Context) -> Found:
    month = _month(p["m"])
    anchor = c.near("year")
    return "DATE", f"{_year_for(month, 15 if anchor is None else anchor.day, c)}-{month:02d}", "published"


def _last_season(p: Parts, c: Context) -> Found:
    season = SEASONS[p["s"].lower()]
    anchor = c.near("month")
    if anchor is None:
        return "DATE", f"XXXX-{season}", None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(p["rel"].lower(), 0)
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if step < 0 and anchor.month > starts + 2:
        step = 0
    if step > 0 and anchor.month < starts:
        step = 0
    return "DATE", f"{anchor.year + step:04d}-{season}", "published"


def _season(p: Parts, c: Context) -> Found:
    anchor = c.near("year")
    year = p.groupdict().get("y") or (f"{anchor.year:04d}" if anchor else "XXXX")
    return "DATE", f"{year}-{SEASONS[p['s'].lower()]}", None


def _today(p: Parts, c: Context) -> Found:
    word = p["t"].lower().replace("-", "")  # 'to-day', as papers wrote until the fifties
    steps = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    if c.published is None:
        return "DATE", (c.within if c.within and word == "today" else None) or "XXXX-XX-XX", None
    day = (c.published + timedelta(days=steps.get(word, 0))).isoformat()
    if word == "tonight":
        return "TIME", f"{day}TNI", "published"
    return _with_part(day, p, "published")


def _this_part(p: Parts, c: Context) -> Found:
    if c.published is None:
        return "TIME", f"XXXX-XX-XXT{PARTS[p['part'].lower()]}", None
    day = c.published - timedelta(days=1 if p["rel"].lower() == "last" else 0)
    return "TIME", f"{day.isoformat()}T{PARTS[p['part'].lower()]}", "published"


def _ago(p: Parts, c: Context) -> Found:
    amount, unit, way = number_of(p["n"]), p["u"].lower(), p["way"].lower()
    back = way in {"ago", "earlier", "before"}
    if way in {"before", "after"}:
        return "DURATION", duration(amount, unit), None
    anchor = (c.published if way in {"ago", "from now", "hence"} and not c.story else c.anchor) or c.near(unit)
    if amount is None:
        return "DATE", "PAST_REF" if back else "FUTURE_REF", None
    if anchor is None:
        return "DURATION", duration(amount, unit), None
    if unit in {"hour", "minute", "second"}:
        return "TIME", anchor.isoformat(), "published"
    value = shift(anchor, -amount if back else amount, unit)
    return ("DATE", value, "published") if value else None


def _past_n(p: Parts, c: Context) -> Found:
    return "DURATION", duration(number_of(p["n"]), p["u"].lower()), None


def _relative(p: Parts, c: Context) -> Found:
    unit, rel = p["u"].lower(), p["rel"].lower()
    if rel in {"same", "that", "following"} or (rel in {"previous", "next"} and unit == "day"):
        return that_day(p, c)
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}.get(rel, 0)
    anchor = (c.published if not c.story else c.anchor) or c.near(unit)
    if unit == "day":
        return "DURATION", "P1D", None
    if anchor is None:
        return "DATE", {"week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX"), None
    value = shift(anchor, step, unit)
    if value and unit == "weekend":
        value = f"{shift(anchor, -1 if step == 0 and c.direction <= 0 and anchor.isoweekday() < 6 else step, 'week')}-WE"
    return ("DATE", value, "published") if value else None


def _end_of(p: Parts, c: Context) -> Found:
    anchor = c.near(p["u"].lower())
    value = shift(anchor, 0, p["u"].lower()) if anchor else None
    return ("DATE", value, "published") if value else None


def _part_of_year(p: Parts, c: Context) -> Found:
    year = p["y"]
    if not year:
        anchor = c.near("year")
        if anchor is None:
            return None
        step = {"last year": -1, "next year": 1}.get((p["t"] or "").lower(), 0)
        year = f"{anchor.year + step:04d}"
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[p["q"].lower()]
    return "DATE", f"{year}-{'Q' if p['k'].lower() == 'quarter' else 'H'}{number}", None


def _decade(p: Parts, c: Context) -> Found:
    return "DATE", p["y"], None


def _decade_word(p: Parts, c: Context) -> Found:
    tens = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    return "DATE", f"19{tens.index(p['w'].lower()) + 2}", None


def _century(p: Parts, c: Context) -> Found:
    word = p["o"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return ("DATE", f"{number - 1:02d}", None) if 1 <= number <= 30 else None


def _clock(p: Parts, c: Context) -> Found:
    found = re.match(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*([ap])?", p["c"], re.IGNORECASE)
    if found is None:
        return None
    hours = int(p["c"][:2]) if re.match(r"\d{4}\D", p["c"]) else int(found[1])
    minutes = p["c"][2:4] if re.match(r"\d{4}\D", p["c"]) else (found[2] or "00")
    if found[4]:
        hours = hours % 12 + (12 if found[4].lower() == "p" else 0)
    if hours > 24 or int(minutes) > 59:
        return None
    day = _clock_day((p["t"] or "").lower(), c)
    zone = "Z" if re.search(r"GMT|UTC", p["c"]) else ""
    return "TIME", f"{day}T{hours:02d}:{minutes}{zone}", "published"


def _clock_day(word: str, c: Context) -> str:
    if c.published is None:
        return "XXXX-XX-XX"
    if word in WEEKDAYS:
        return weekday(c.published, WEEKDAYS[word], c.direction).isoformat()
    day = c.mentioned or c.published
    return {"today": c.published, "yesterday": c.published - timedelta(days=1)}.get(word, day).isoformat()


def _noon(p: Parts, c: Context) -> Found:
    day = _clock_day((p["w"] or "").lower(), c)
    return "TIME", f"{day}T{'00:00' if p['c'].lower() == 'midnight' else '12:00'}", "published"


def _every(p: Parts, c: Context) -> Found:
    unit = p["u"].lower()
    if unit in WEEKDAYS:
        return "SET", f"XXXX-WXX-{WEEKDAYS[unit]}", None
    amount = 2 if (p["n"] or "").lower() == "other" else number_of(p["n"] or "one")
    return "SET", duration(amount, unit if unit in UNITS else "day"), None


def _set(p: Parts, c: Context) -> Found:
    words = {"daily": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "nightly": "P1D"}
    words |= {"monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y"}
    return "SET", words[p["s"].lower()], None


def _duration(p: Parts, c: Context) -> Found:
    unit = {"centurie": "century"}.get(p["u"].lower(), p["u"].lower())
    return "DURATION", duration(number_of(p["n"]), unit), None


def _whole(p: Parts, c: Context) -> Found:
    return "DURATION", duration(1, p["u"].lower()), None


def _year(p: Parts, c: Context) -> Found:
    return "DATE", p["y"], None


def _year_tail(p: Parts, c: Context) -> Found:
    """The second year of '1915-17'."""
    return "DATE", p["y"][:2] + p["d"], None


def _bare_season(p: Parts, c: Context) -> Found:
    return "DATE", f"XXXX-{SEASONS[p['s'].lower()]}", None


def _age(p: Parts, c: Context) -> Found:
    return "DURATION", duration(number_of(p["n"]), "year"), None


HOLIDAYS = {
    "christmas eve": (12, 24), "christmas": (12, 25), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year's": (1, 1), "may day": (5, 1), "all saints' day": (11, 1),
}  # fmt: skip


def _holiday(p: Parts, c: Context) -> Found:
    """A feast with a fixed day, in the year that is nearest in the direction of the clause."""
    month, day = HOLIDAYS[p["t"].lower().replace("’", "'")]
    return "DATE", f"{_year_for(month, day, c)}-{month:02d}-{day:02d}", "published"


HANDLERS: dict[str, Callable[[Parts, Context], Found]] = {
    "iso": _iso, "date": _date, "month": _month_year, "slash": _slash, "bc": _bc, "last_day": _last_day, "of_year": _of_year,
    "weekday": _weekday, "last_month": _last_month, "month_only": _month_only, "last_season": _last_season,
    "season": _season, "today": _today, "this_part": _this_part, "ago": _ago, "past_n": _past_n,
    "relative": _relative, "end_of": _end_of, "part_of_year": _part_of_year, "decade": _decade,
    "decade_word": _decade_word, "century": _century, "clock": _clock, "noon": _noon,
    "every": _every, "set": _set, "duration": _duration, "long": _duration, "whole": _whole, "now": now,
    "recent": recent, "that_day": that_day, "year": _year, "holiday": _holiday, "day_range": _date, "day_of_month": _day_of_month, "day_tail": _date, "year_tail": _year_tail,
    "the_day": the_day, "the_time": the_time, "month_end": month_end, "bare_part": bare_part, "bare_season": _bare_season, "age": _age,
}  # fmt: skip




__all__ = ["Context", "day_of", "value_of", "week"]
