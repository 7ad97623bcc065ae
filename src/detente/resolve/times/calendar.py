"""Arithmetic of days, weeks, months and years, as TIMEX3 values.

Values follow TimeML 1.2.1: ``1991-01-15``, ``1991-01``, ``1991``, ``199`` (a decade), ``2008-W50``,
``2008-SU``, ``2008-Q4``, ``P3D``, ``PT48H``, ``XXXX-WXX-4`` (a Thursday of an unknown week).
"""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday", "fri friday",
         "sat saturday", "sun sunday"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "night": "NI", "season": "S", "hr": "H", "min": "M",
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
     "hundred": 100, "dozen": 12}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}
CLOCK_UNITS = frozenset({"second", "minute", "hour", "hr", "min"})


def number_of(words: str) -> float | None:
    """The number that words or digits say, or None.

    >>> number_of("forty-eight"), number_of("two and a half"), number_of("1,500")
    (48, 2.5, 1500)
    """
    text = words.lower().strip()
    half = 0.5 if text.endswith(("and a half", "and one half")) else 0
    text = text.split(" and ")[0] if half else text
    digits = text.replace(",", "")
    if digits.replace(".", "", 1).isdigit():
        value = float(digits)
    elif all(part in NUMBERS for part in text.replace("-", " ").split()) and text:
        value = float(sum(NUMBERS[part] for part in text.replace("-", " ").split()))
    else:
        return None
    total = value + half
    return int(total) if total == int(total) else total


def duration(amount: float | None, unit: str) -> str:
    """A TIMEX3 period: ``P3D``, ``PT48H``, ``PXY`` where the amount is unknown."""
    many = "X" if amount is None else f"{amount:g}"
    if unit == "fortnight" and amount is not None:
        many = f"{2 * amount:g}"
    return f"P{'T' if unit in CLOCK_UNITS else ''}{many}{UNITS[unit]}"


def shift(day: date, amount: float, unit: str) -> str | None:
    """The value ``amount`` units from a day, at the precision of the unit; None outside year 1 to 9999."""
    steps = {"day": 1, "week": 7, "fortnight": 14, "night": 1, "weekend": 7}
    try:
        if unit in steps:
            moved = day + timedelta(days=round(amount * steps[unit]))
            return week(moved) if unit in {"week", "weekend"} else moved.isoformat()
        if unit == "month":
            index = day.year * 12 + day.month - 1 + round(amount)
            return f"{index // 12:04d}-{index % 12 + 1:02d}"
        if unit == "quarter":
            index = day.year * 4 + (day.month - 1) // 3 + round(amount)
            return f"{index // 4:04d}-Q{index % 4 + 1}"
        years = {"year": 1, "decade": 10, "century": 100}
        if unit in years:
            return _year(day.year + round(amount * years[unit]), unit)
    except (OverflowError, ValueError):
        return None
    return None


def _year(year: int, unit: str) -> str | None:
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}"[: {"year": 4, "decade": 3, "century": 2}[unit]]


def week(day: date) -> str:
    """The ISO week of a day: ``2008-W50``."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekday(anchor: date, number: int, direction: int) -> date:
    """The nearest day of the week (1 = Monday): 0 or before the anchor, or with direction 1 on or after it."""
    ahead = (number - anchor.isoweekday()) % 7
    return anchor + timedelta(days=ahead if direction > 0 or ahead == 0 else ahead - 7)


def valid(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
