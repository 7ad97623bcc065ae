"""Files, pages, feeds and archives to reports, and the site furniture within their text."""

from detente.sources.draft import report_from_text
from detente.sources.failure import Failure
from detente.sources.furniture import Pattern, find_furniture, load_patterns
from detente.sources.inputs import reports_from
from detente.sources.options import InputOptions

__all__ = ["Failure", "InputOptions", "Pattern", "find_furniture", "load_patterns", "report_from_text", "reports_from"]
