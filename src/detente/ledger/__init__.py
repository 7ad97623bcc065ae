"""The ledger of a crisis: where many records add up to one cited account."""
