"""Byte streams."""

from __future__ import annotations

import gzip
import io

from detente.sources.streams import ByteSource


class Dribble:
    """A pipe that gives a few bytes at a time."""

    def __init__(self, data: bytes, size: int = 3) -> None:
        self._data, self._size = io.BytesIO(data), size

    def read(self, size: int = -1) -> bytes:
        return self._data.read(min(size, self._size) if size > 0 else self._size)


def test_a_head_can_be_seen_without_being_taken():
    """What is peeked at is read again."""
    source = ByteSource(io.BytesIO(b"Talks fail"))
    assert source.head() == b"Talks fail"
    assert source.read_up_to(100) == b"Talks fail"


def test_a_pipe_that_dribbles_is_read_whole():
    """Gzipped or not."""
    data = b"The talks failed. " * 100
    assert ByteSource(Dribble(data)).read_up_to(10_000) == data
    assert ByteSource(Dribble(gzip.compress(data))).read_up_to(10_000) == data


def test_more_than_the_limit_is_none():
    """And not read to its end."""
    assert ByteSource(io.BytesIO(bytes(100))).read_up_to(99) is None
    assert ByteSource(io.BytesIO(bytes(100))).read_up_to(100) is not None


def test_lines_come_one_by_one_and_long_ones_are_skipped():
    """None stands for a line over the limit."""
    source = ByteSource(io.BytesIO(b"one\n" + b"x" * 200_000 + b"\nlast"))
    assert [source.line(10) for _ in range(4)] == [b"one\n", None, b"last", b""]


def test_utf16_is_read_as_utf8():
    """Line by line."""
    source = ByteSource(io.BytesIO("“One”\ntwo".encode("utf-16"))).as_utf8("utf-16")
    assert source.line(100) == "“One”\n".encode()
    assert source.line(100) == b"two"
