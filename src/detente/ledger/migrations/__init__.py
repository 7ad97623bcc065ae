"""The numbered steps from an empty database to today's tables; run when a ledger is opened."""
