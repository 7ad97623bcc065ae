"""``detente doctor``."""
def doctor() -> None:
    """Say what is installed."""
