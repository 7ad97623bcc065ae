"""How a batch is getting on, on stderr and only at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from detente.cli.console import stderr_console

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")


class Bar:
    """A line with the count, speed and time; silent where stderr is no terminal."""

    def __init__(self, *, no_color: bool) -> None:
        self.console = stderr_console(no_color=no_color)
        self.progress: Progress | None = None

    def __enter__(self) -> Self:
        if self.console.is_terminal:
            self.progress = self._made()
            self.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.progress:
            self.progress.stop()

    def track(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, counted as they pass."""
        if self.progress is None:
            yield from items
            return
        task = self.progress.add_task("Reading", total=None)
        for item in items:
            self.progress.advance(task)
            yield item

    def _made(self) -> Progress:
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        return Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.completed:.0f} reports"),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
        )
