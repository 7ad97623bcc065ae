"""``detente explain``."""
def explain() -> None:
    """Say why a row was coded so."""
