"""A parsed report: paragraphs, sentences and tokens, free of any NLP library's types.

Dependency labels are those of ClearNLP as spaCy's English pipelines give them (``nsubj``, ``dobj``,
``pobj`` ...), parts of speech are Universal, tags are Penn Treebank. All offsets are code points of
``Document.text``. Tokens are plain objects with slots, linked both ways, since the rules walk the
tree a great many times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from detente.records import Span

Block = Literal["headline", "dateline", "body"]


class Token:
    """A word: its text, lemma and place in the tree. A root is its own head."""

    __slots__ = (
        "children", "dep", "end", "ent", "head", "i", "left", "lemma", "lower", "pos", "right", "sent", "start",
        "tag", "text",
    )  # fmt: skip

    children: list[Token]
    head: Token
    sent: Sentence

    def __init__(  # noqa: PLR0913  the columns of a parse
        self, *, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str
    ) -> None:
        self.i = i  # index in the sentence
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.ent = ent  # entity label, or ''
        self.head = self
        self.children = []
        self.left = i  # first and last index of the subtree
        self.right = i

    def __repr__(self) -> str:
        return f"<{self.text}/{self.pos}/{self.dep}>"

    @property
    def is_root(self) -> bool:
        """Whether no other token governs this one."""
        return self.head is self

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def all(self, *deps: str) -> list[Token]:
        """All children with one of these labels, in order."""
        return [token for token in self.children if token.dep in deps]

    def conjuncts(self) -> list[Token]:
        """This token and all that are coordinated after it, in order."""
        found, todo = [self], [self]
        while todo:
            nexts = [t for t in todo.pop().children if t.dep == "conj"]
            found += nexts
            todo += nexts
        return sorted(found, key=lambda t: t.i)

    def ancestors(self) -> Iterator[Token]:
        """The governors, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list[Token]:
        """The tokens from the first to the last of the subtree, in order."""
        return self.sent.tokens[self.left : self.right + 1]


@dataclass(slots=True, eq=False)
class Entity:
    """A named entity that the recogniser proposed: tokens ``first`` to ``last``, both included."""

    first: int
    last: int
    label: str


@dataclass(slots=True, eq=False)
class Sentence:
    """Tokens that stand together, and the block that they stand in."""

    index: int
    tokens: list[Token]
    paragraph: int
    block: Block
    entities: list[Entity] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first token starts."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the last token ends."""
        return self.tokens[-1].end

    @property
    def root(self) -> Token:
        """The first token that nothing governs."""
        return next((t for t in self.tokens if t.head is t), self.tokens[0])


@dataclass(slots=True, eq=False)
class Paragraph:
    """A block of the text between blank lines, half-open code-point offsets."""

    index: int
    start: int
    end: int
    block: Block


@dataclass(slots=True, eq=False)
class Document:
    """A report's text with its paragraphs and parsed sentences, in order."""

    text: str
    paragraphs: list[Paragraph]
    sentences: list[Sentence]

    def span(self, start: int, end: int) -> Span:
        """The words from start to end, without white space at the edges."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start=start, end=end, text=text[start:end])

    def span_of(self, first: Token, last: Token) -> Span:
        """The words from one token to another, both included."""
        return Span(start=first.start, end=last.end, text=self.text[first.start : last.end])
