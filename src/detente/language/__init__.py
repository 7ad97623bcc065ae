"""Report -> parsed document; the only importer of the NLP library.

The rest of the house sees :class:`Document`, :class:`Sentence` and :class:`Token`, plain objects
that any dependency parser could fill.
"""

from detente.language.document import Block, Document, Entity, Paragraph, Sentence, Token
from detente.language.parse import Parser, document_of_doc

__all__ = ["Block", "Document", "Entity", "Paragraph", "Parser", "Sentence", "Token", "document_of_doc"]
