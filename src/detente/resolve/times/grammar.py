"""The forms of time expressions, as one table of patterns.

After HeidelTime's division of work (Strötgen and Gertz 2013): a pattern finds the words and names the
parts; :mod:`detente.resolve.times.values` turns the parts into a TIMEX3 value in its context.
Earlier patterns win where two would overlap at the same start.
"""

from __future__ import annotations

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAYNUM = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)\d{2}"
_SMALL = r"(?:\d{1,3}(?:,\d{3})*(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?:\s+and\s+(?:a|one)\s+half)?"
_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)"
_PART = r"(?:morning|afternoon|evening|night)"
_ZONE = r"(?:\s*\(?(?:GMT|UTC|CET|CEST|EST|EDT|PST|PDT|BST|MSK|local time)\b(?:\s?[+-]\d{1,2})?\)?)"
_AMPM = r"(?:[ap]\.m\b\.?|[ap]m\b|[AP]\.M\b\.?|[AP]M\b)"
_HOURS = r"(?:\s?h(?:ou)?rs?\b)"
_CLOCK = rf"(?:\d{{1,2}}(?::\d{{2}}){{1,2}}\s?(?:{_AMPM})?{_HOURS}?{_ZONE}?|\d{{1,2}}\.\d{{2}}(?:\s?{_AMPM}|{_HOURS}|{_ZONE})|(?:(?<=at\s)|(?<=by\s)|(?<=until\s))\d{{1,2}}\.\d{{2}}(?!\s?(?:%|percent|per cent|million|billion|points|dollars))|\d{{1,2}}\s?{_AMPM}{_ZONE}?|\d{{4}}(?=\s?(?:GMT|UTC)){_ZONE}|\d{{1,2}}\so['’]clock)"
_MOD = r"(?:(?:the\s+)?(?:early|late|mid|middle|beginning|start|end|first half|second half)(?:[- ](?:of\s+|in\s+)?(?:the\s+)?)?)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|\d{1,2}(?:st|nd|rd|th))"
_SEASON = r"(?:spring|summer|autumn|winter|fall)"

FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:T[\d:]+Z?)?"),
    ("date", rf"(?:(?P<w>{_WEEKDAY}),?\s+(?:the\s+)?)?(?P<d>{_DAYNUM})(?:\s+of)?\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?(?!\s?%)"),
    ("date", rf"(?:(?P<w>{_WEEKDAY}),?\s+)?(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_DAYNUM})(?:,?\s+(?P<y>{_YEAR})|(?![\d:.]*\d))"),
    ("of_year", rf"(?P<d>{_DAYNUM})(?:\s+of)?\s+(?P<m>{_MONTH}),?\s+(?:of\s+)?(?P<rel>this|last|next)\s+year"),
    ("of_year", rf"(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_DAYNUM}|),?\s*\b(?:of\s+)?(?P<rel>this|last|next)\s+year"),
    ("day_range", rf"(?:the\s+)?(?P<d>{_DAYNUM})(?=\s?(?:[-–—/]|to|and|or|through|until)\s?(?:the\s+)?{_DAYNUM}(?:\s+of)?\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?)"),
    ("day_tail", rf"(?P<m>{_MONTH})\s+{_DAYNUM}\s?(?:[-–—]|and|or|to)\s?(?:the\s+)?(?P<d>{_DAYNUM})(?:,?\s+(?P<y>{_YEAR})|(?![\d:.,]*\d))(?!\s+{_MONTH})"),
    ("year_tail", rf"(?P<y>{_YEAR})[-–—](?P<d>\d{{2}})(?!\d|-)"),
    ("day_of_month", r"(?:(?<=on\s)|(?<=by\s)|(?<=until\s)|(?<=since\s)|(?<=from\s)|(?<=before\s)|(?<=after\s)|(?<=till\s))the\s+(?P<d>[12]?\d(?:st|nd|rd|th)|3[01](?:st|rd))(?!\w|-|\s+(?:century|anniversary|parallel|time|day|floor|round|session|birthday|meridian|division|army|brigade|fleet|regiment|battalion|corps|of\s+[A-Z]))"),
    ("month", rf"(?:{_MOD})?(?P<m>{_MONTH})(?:\s+of)?,?\s+(?P<y>{_YEAR})"),
    ("slash", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4}|\d{2})"),
    ("bc", r"(?:(?:early|late|mid|spring|summer|autumn|winter)[- ](?:of\s+)?)?(?:(?P<m>January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?P<y>\d{1,4})\s?(?:BCE?|B\.C\.)"),
    ("last_day", rf"(?P<rel>last|next|this|this past|past|coming|this coming|the following|the previous|the next|previous)\s+(?P<w>{_WEEKDAY})(?:\s+(?P<part>{_PART}))?"),
    ("weekday", rf"(?:(?P<early>early|late)\s+(?:on\s+)?)?(?P<w>{_WEEKDAY})s?(?:\s+(?P<part>{_PART}))?(?:\s+(?P<ago>last week|next week))?"),
    ("last_month", rf"(?P<rel>last|next|this|this past|past|coming|the previous|the following)\s+(?P<m>{_MONTH})"),
    ("last_season", rf"(?P<rel>last|next|this|this past|past|coming)\s+(?P<s>{_SEASON})"),
    ("season", rf"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?P<s>{_SEASON})(?:\s+of)?\s+(?P<y>{_YEAR})"),
    ("season", r"(?<=in\s)(?:the\s+)?(?:(?:early|late|mid)[- ])?(?P<s>spring|summer|autumn|winter)(?!\s+(?:of\s+)?\d)\b"),
    ("season", r"the\s+(?:(?:early|late|mid)[- ])?(?P<s>spring|summer|autumn|winter)(?:\s+of\s+that\s+year)?(?!\s+(?:of\s+)?\d)"),
    ("bare_season", r"(?P<s>spring|summer|autumn|winter)(?![-\w])"),
    ("today", r"(?:(?:earlier|later)\s+)?(?P<t>the day before yesterday|the day after tomorrow|to-?day|yesterday|to-?morrow|to-?night)(?:\s+(?P<part>morning|afternoon|evening|night))?"),
    ("holiday", r"(?P<t>Christmas Eve|Christmas Day|Christmas|Boxing Day|New Year['’]s Eve|New Year['’]s Day|New Year['’]s|May Day|All Saints['’] Day)"),
    ("this_part", rf"(?P<rel>this|last|later this|earlier this)\s+(?P<part>{_PART})"),
    ("ago", rf"(?:(?:about|around|nearly|almost|over|some|more than|less than|just|roughly|at least)\s+)?(?P<n>{_SMALL}|several|a few|a couple of|many)\s+(?P<u>{_UNIT})s?\s+(?P<way>ago|earlier|later|before|after|from now|hence)\b"),
    ("ago", rf"(?P<n>)(?P<u>{_UNIT})s\s+(?P<way>ago|earlier|later)\b"),
    ("past_n", rf"(?:the\s+)?(?P<rel>past|last|next|coming|previous|following)\s+(?:(?P<n>{_SMALL}|few|several|couple of)\s+)(?P<u>{_UNIT})s?"),
    ("duration", rf"the\s+(?:past|last|next|coming|previous|following|first|final|intervening|early)\s+(?P<n>)(?P<u>{_UNIT})s(?![-\w])"),
    ("duration", rf"(?:the\s+)?(?P<n>{_SMALL})\s+(?:previous|following|more|bloody|long|brutal|tense)\s+(?P<u>{_UNIT})s(?![-\w])"),
    ("month_end", r"(?:the\s+)?(?P<u>week|month|year)['’]s\s+end"),
    ("relative", r"(?:(?P<mod>early|earlier|late|later|mid|the end of|the beginning of|the start of|the middle of)[ -])?(?:the\s+)?(?P<rel>last|past|next|this|coming|previous|following|current|upcoming|same|that)\s+(?P<u>day|week|weekend|month|quarter|year|decade|century)(?![-\w])"),
    ("end_of", r"(?:the\s+)?(?P<mod>end|beginning|start|middle|rest)\s+of\s+the\s+(?P<u>week|month|year|decade|century)"),
    ("part_of_year", rf"(?:the\s+)?(?P<q>first|second|third|fourth|last)\s+(?P<k>quarter|half)(?:\s+of)?\s+(?:(?P<y>{_YEAR})|(?P<t>this year|last year|next year|the year))"),
    ("part_of_year", r"(?:the\s+)?(?P<q>first|second|third|fourth)[- ](?P<k>quarter)(?!\s+of)(?P<y>)(?P<t>)"),
    ("decade", r"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?:the\s+)?(?P<y>(?:1[0-9]|20)\d)0['’]?s"),
    ("decade_word", r"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"),
    ("century", rf"(?:the\s+)?(?:(?:early|late|mid)[- ])?(?P<o>{_ORDINAL})[- ]century"),
    ("clock", rf"(?P<c>{_CLOCK})(?:\s+(?:on\s+)?(?P<t>today|yesterday|tomorrow|{_WEEKDAY}))?"),
    ("noon", r"(?P<c>midnight|noon|midday)(?:\s+(?:on\s+)?(?P<w>[A-Z][a-z]+day))?"),
    ("every", rf"(?:every|each|once an?|twice an?|per|times an?)\s+(?:(?P<n>{_SMALL}|other)\s+)?(?P<u>{_UNIT}|{_WEEKDAY}|morning|evening|night)s?\b"),
    ("set", r"(?P<s>daily|hourly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|annual|nightly)"),
    ("duration", rf"(?:(?:about|around|nearly|almost|over|at least|more than|less than|up to|as many as|at most|under|only|another|some|roughly|the first|the last)\s+)?(?P<n>{_SMALL})(?:\s+(?:more|full|consecutive|straight|long|entire|whole|additional))?(?:\s+|-)(?P<u>{_UNIT})(?:s?['’]|s)?(?:-(?:long))?(?![-\w])(?!\s+(?:old|of age))"),
    ("duration", rf"(?P<n>)(?:several|many|a few|few|a couple of|a number of|dozens of|hundreds of|recent)\s+(?P<u>{_UNIT}|centurie)s(?![-\w])"),
    ("duration", r"(?P<n>)(?P<u>week|month|year|decade|hour|day|centurie)s(?![-\w])"),
    ("long", r"(?:(?P<u>day|week|month|year|decade|century|hour)s?)-long(?P<n>)"),
    ("age", rf"(?P<n>{_SMALL})\s+years\s+(?:old|of\s+age)"),
    ("the_day", r"(?<!carried\s)(?<!saved\s)(?<!won\s)(?<!carry\s)(?<!save\s)(?<!win\s)the\s+day(?![-\w])"),
    ("the_time", r"(?:(?<=at\s)|(?<=during\s)|(?<=in\s)|(?<=by\s)|(?<=since\s)|(?<=over\s)|(?<=until\s)|(?<=throughout\s))(?:the\s+)?(?P<rel>this|that|same)\s+(?:time|period)(?![-\w])"),
    ("the_time", r"(?<=\bat\s)(?P<rel>the)\s+time(?![-\w])"),
    ("bare_part", rf"(?P<part>{_PART}|daytime)(?!\w)"),
    ("whole", r"(?:all|the whole|the entire|all the)\s+(?P<u>day|week|month|year|night)(?![-\w])"),
    ("now", r"(?P<t>now|currently|current|at present|at the moment|these days|nowadays|presently|right now|the present|present day|modern day)(?=[\s.,;:!?\"”)]|$)"),
    ("recent", r"(?P<t>recently|recent|lately|former|(?:very\s+)?soon(?!\s+after)|(?<!as\s)soon(?!\s+a)|(?:in\s+)?the (?:near\s+)?future|in the past(?!\s+\w+(?:s|ade|ury|k|h|r)\b)|formerly|future)(?=[\s.,;:!?\"”)]|$)"),
    ("month_only", rf"(?:{_MOD})?(?P<m>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.)(?P<rest>(?:\s+of\s+(?:the same|that)\s+year)?)"),
    ("that_day", r"(?P<t>that (?:same )?day|the (?:same|following|next|previous|very same) (?:day|morning|evening|night|afternoon)|the day (?:after|before)|the (?:same|following|next|previous) (?:week|month|year)|that (?:same )?(?:week|month|year|night|evening|morning|afternoon))(?![-\w])"),
    ("year", rf"(?:(?P<mod>early|late|mid)[ -])?(?:the\s+(?:year|end of|beginning of|start of|middle of)\s+)?(?P<y>{_YEAR})(?![\d:/,.]*\d|-[^\W\d]|\s?(?:%|percent|per cent|km|kilomet|metres|meters|miles|feet|troops|soldiers|people|men|dead|tons|tonnes|dollars|euros|points))(?!\s?\(\d{{4}}\))"),
)  # fmt: skip

PATTERNS = tuple((name, re.compile(rf"(?<![\w$€£#/.])(?:{body})(?!\w)", _flags)) for name, body, _flags in (
    (n, b, re.IGNORECASE if n not in {"date", "of_year", "month", "weekday", "last_day", "last_month", "month_only", "clock", "day_range", "day_tail"} else 0) for n, b in FORMS
))  # fmt: skip

_DIGIT = tuple("0123456789")
_SEASONS = ("spring", "summer", "autumn", "winter", "fall")
_PARTS = ("morning", "afternoon", "evening", "night", "daytime")
# One of these stands in whatever the form matches, in small letters: without it the form is not tried.
NEEDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("iso", "date", "day_range", "day_tail", "year_tail", "month", "bc", "day_of_month", "decade", "clock", "year"), _DIGIT),
    "slash": ("/",), "last_day": ("day",), "weekday": ("day",), "holiday": ("christmas", "day", "year"),
    "last_season": _SEASONS, "season": _SEASONS, "bare_season": _SEASONS, "month_end": ("end",), "end_of": ("of",),
    "part_of_year": ("quarter", "half"), "decade_word": ("ties",), "century": ("century",), "noon": ("noon", "midday", "midnight"),
    "of_year": (" year",), "every": ("every", "each", "once", "twice", "per", "times"), "long": ("long",), "whole": ("all", "whole", "entire"), "age": ("years",),
    "the_time": ("time", "period"), "bare_part": _PARTS, "this_part": _PARTS, "set": ("ly", "annual"), "the_day": ("the",),
    "ago": ("ago", "earlier", "later", "before", "after", "now", "hence"),
}  # fmt: skip

# A sentence without one of these holds no time expression: most are passed over at once.
HINT = re.compile(
    r"\d|(?:day|night|morning|afternoon|evening|week|month|year|hour|minute|second|decade|centur|quarter|season|spring|summer|"
    r"autumn|winter|noon|midday|now|currently|moment|present|recent|soon|future|past|lately|previously|former|once|so far|time|period|"
    r"to-?morrow|to-day|to-night|Christmas|New Year|Boxing Day|May Day|Saints|daily|ly\b|annual|o.clock|ties\b|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)",
    re.IGNORECASE,
)
