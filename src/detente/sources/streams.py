"""Byte streams with a look ahead, unpacked where they are gzipped, that survive being cut short."""

from __future__ import annotations

import codecs
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

_CHUNK = 65_536
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib's way to say: the largest window, gzip headers
_CUT_SHORT = "the gzip data are cut short; what came before is kept: fetch or copy the file again"
_DAMAGED = "the gzip data are damaged; what came before is kept: fetch or copy the file again"


class ByteSource:
    """A stream of bytes: peek at its head, then read it or its lines.

    ``damage`` says what was wrong with the container, once the end of what was whole is reached.
    """

    def __init__(self, raw: BinaryIO) -> None:
        plain = _Filled(raw)
        self.stream: io.BufferedReader[Any] = io.BufferedReader(plain, _CHUNK)
        self._gzip: _Gunzip | None = None
        if self.stream.peek(2)[:2] == _GZIP:
            self._gzip = _Gunzip(self.stream)
            self.stream = io.BufferedReader(self._gzip, _CHUNK)

    @property
    def damage(self) -> str | None:
        """What was wrong with the gzip container so far, or ``None``."""
        return self._gzip.damage if self._gzip else None

    def head(self) -> bytes:
        """The first bytes, up to 64 KB, without consuming them."""
        return self.stream.peek(_CHUNK)

    def read_up_to(self, limit: int) -> bytes | None:
        """All bytes, or ``None`` where there are more than ``limit``."""
        data = self.stream.read(limit + 1)
        return None if len(data) > limit else data

    def as_utf8(self, encoding: str) -> ByteSource:
        """The same text as UTF-8, decoded as it is read; what can't be decoded is marked by U+FFFD."""
        return ByteSource(io.BufferedReader(_Recoded(self.stream, encoding), _CHUNK))

    def line(self, limit: int) -> bytes | None:
        """The next line with its end, ``b""`` at the end of the stream, ``None`` for a line over ``limit``.

        A line over the limit is skipped to its end, so that the next call gives the next line.
        """
        line = self.stream.readline(limit + 1)
        if len(line) <= limit or line.endswith(b"\n"):
            return line
        while line and not line.endswith(b"\n"):
            line = self.stream.readline(_CHUNK)
        return None


class _Filled(io.RawIOBase):
    """Reads until the buffer is full or a first line is whole, since a pipe gives bytes in dribs and drabs."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__()
        self._read: Callable[[int], bytes] = getattr(raw, "read1", raw.read)

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the bytes at hand go; returns how many, 0 at the end."""
        count = 0
        while count < len(buffer):
            data = self._read(len(buffer) - count)
            if not data:
                break
            buffer[count : count + len(data)] = data
            count += len(data)
            if count >= 512 and data.endswith(b"\n"):  # a writer that pauses after a line need not be waited for
                break
        return count


class _Recoded(io.RawIOBase):
    """The text of a stream as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, or part of it; returns how many bytes, 0 at the end."""
        ended = False
        while not self._left and not ended:
            data = self._stream.read(_CHUNK)
            ended = not data
            self._left = self._decoder.decode(data, ended).encode("utf-8", "replace")
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


class _Gunzip(io.RawIOBase):
    """The unpacked bytes of one or more gzip members; ends early, with ``damage`` set, where they are cut short."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__()
        self._packed = packed
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        self._pending = b""
        self.damage: str | None = None

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, or part of it; returns how many bytes, 0 at the end."""
        while self.damage is None:
            if not self._pending:
                self._pending = self._packed.read(_CHUNK)
            if self._member.eof and not self._next_member():
                return 0
            at_end = not self._pending
            data = self._unpack(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
            if at_end and not self._member.eof:
                self.damage = self.damage or _CUT_SHORT
        return 0

    def _next_member(self) -> bool:
        if not self._pending.startswith(_GZIP[:1]):  # the end, or zeros that pad it
            return False
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        return True

    def _unpack(self, size: int) -> bytes:
        try:
            data = self._member.decompress(self._pending, size)
        except zlib.error:
            self.damage = _DAMAGED
            return b""
        self._pending = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return data
