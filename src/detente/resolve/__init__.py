"""Mentions to things: actors, times and places, as siblings that do not know one another."""
