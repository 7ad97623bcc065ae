"""Attributed statements: source, cue and content, direct, indirect and mixed."""

from detente.coding.statements.assemble import statements_of
from detente.coding.statements.model import Said

__all__ = ["Said", "statements_of"]
