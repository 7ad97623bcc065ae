"""Papers and stations that speak for their state: what Pravda or Radio Cairo threatened, Moscow or Cairo threatened.

In a one-party state the party's paper, the official agency and the radio say what the government wants said; readers of
the time took it so.
"""

from __future__ import annotations

from detente.resolve.model import Cast

VOICES = frozenset(
    """
    pravda izvestia krasnaya-zvezda tass radio-moscow xinhua peoples-daily pla-daily radio-peking global-times kcna rodong kctv
    radio-pyongyang radio-hanoi nhan-dan vna radio-cairo voice-of-the-arabs radio-damascus sana radio-baghdad ina radio-tehran
    radio-havana granma prensa-latina neues-deutschland adn belgrade-radio borba tripoli-radio
    """.split()
)  # ids of the table of outlets
UNIONS = {"RUS": "SUN", "SRB": "YUG", "CZE": "CSK"}  # whose capitals' papers spoke for them
ONE_VOICE = frozenset({"PRK", "CHN", "CUB", "VNM", "SUN", "DDR", "ALB"})  # any radio or agency there


def state_behind(medium: str, cast: Cast) -> str | None:
    """The id of the state or government that a medium speaks for, where the report has it; ``None`` for a free press."""
    country = cast.actors[medium].country
    if country is None or not (medium.rpartition("/")[2] in VOICES or (country in ONE_VOICE and medium == f"{country}/MED")):
        return None
    codes = [code for code in (country, UNIONS.get(country)) if code is not None]
    return next((actor for code in codes for actor in (f"{code}/GOV", code) if actor in cast.actors), None)
