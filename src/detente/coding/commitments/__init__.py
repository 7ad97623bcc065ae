"""Commitments: demands, proposals, offers, pledges, threats, warnings, refusals and red lines."""

from detente.coding.commitments.assemble import commitments_of

__all__ = ["commitments_of"]
