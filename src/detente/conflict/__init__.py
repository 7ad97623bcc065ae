"""Graph Model for Conflict Resolution: pure theory, useful without a news report."""
