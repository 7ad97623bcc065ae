"""A ledger over time: tension between pairs, where it changes, deadlines near, conditions that came closer."""

from detente.series.segments import change_points
from detente.series.tension import Change, Cited, Day, Tension, tension

__all__ = ["Change", "Cited", "Day", "Tension", "change_points", "tension"]
