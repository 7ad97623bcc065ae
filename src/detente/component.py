"""The reading stages as a spaCy component: ``nlp.add_pipe("detente")`` gives ``doc._.detente``, a record.

Example::

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("detente", config={"published": "2022-01-14"})
    doc = nlp("Moscow will respond if talks fail, Sergei Ryabkov said.")
    doc._.detente.commitments

The entry point ``spacy_factories`` names :func:`make_component`, so that spaCy finds it by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import ModelError, UsageError

EXTENSION = "detente"
NEEDED = (("parser", "DEP"), ("tagger", "TAG"))  # what sets the annotation, and the annotation


class Component:
    """Sets ``doc._.detente`` on each doc that passes, by the caller's own parse and sentences."""

    def __init__(self, name: str, *, published: str | None, resources: Sequence[Path]) -> None:
        self.name = name
        self.published = published
        self.resources = tuple(resources)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, its record set; None for a doc without words.

        Raises:
            ModelError: nothing before this component has parsed and tagged the doc.
        """
        from detente.pipeline import record_of_doc

        if not doc.text.strip():
            return doc
        missing = [component for component, key in NEEDED if not doc.has_annotation(key)]
        if missing:
            raise ModelError(
                f"the pipeline has no {' and no '.join(missing)} before {self.name!r}: "
                "load a pipeline that has one, as spacy.load('en_core_web_sm'), and add 'detente' last"
            )
        doc._.set(EXTENSION, record_of_doc(doc, published=self.published, resources=self.resources))
        return doc


@Language.factory(  # type: ignore[untyped-decorator]
    "detente",
    default_config={"published": None, "resources": []},
    assigns=["doc._.detente"],
    requires=["token.dep", "token.tag", "token.lemma", "doc.sents"],
)
def make_component(
    nlp: Language, name: str, *, published: str | None = None, resources: list[str] | None = None
) -> Component:
    """The component for a pipeline.

    Args:
        nlp: the pipeline that it will stand in.
        name: what the pipeline calls it.
        published: day of publication of every doc, as ``2022-01-14``; without it weekdays stay open.
        resources: folders of the user's own tables.

    Raises:
        UsageError: the day is none, the language is not English, or a folder does not exist.
    """
    from detente.sources.options import InputOptions

    if nlp.lang != "en":
        raise UsageError(f"the pipeline's language is {nlp.lang!r}; detente reads English so far")
    day = InputOptions(published=published).published
    folders = [Path(folder) for folder in resources or ()]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError("is no folder: 'resources' takes folders of tables", where=str(folder))
    _set_extension()
    return Component(name, published=day, resources=folders)


def _set_extension() -> None:
    """Make ``doc._.detente`` unless it is there; another's extension of that name is not overwritten."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, default=None)
    elif Doc.get_extension(EXTENSION) != (None, None, None, None):
        raise UsageError("doc._.detente is already something else: another package has set it")
