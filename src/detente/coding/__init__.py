"""Parses to facts: statements, events with their factuality, commitments."""
