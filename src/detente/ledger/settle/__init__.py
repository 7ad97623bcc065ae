"""Settling: make the derived rows of the blocks that changed, a transaction a block.

Each block is a pure function of the rows as read that belong to it, so that settling may stop anywhere, go on
later or run twice, and the same rows end in the same ledger.
"""

from detente.ledger.settle.run import Placement, Placer, Progress, settle

__all__ = ["Placement", "Placer", "Progress", "settle"]
