"""Time expressions and their TIMEX3 values."""

from detente.resolve.times.resolve import times_of

__all__ = ["times_of"]
