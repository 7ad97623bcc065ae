"""A PostgreSQL of the tests' own: made in a temporary folder, reached by a socket in it, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=")


def programs() -> Path | None:
    """The folder of initdb and postgres; None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    named = shutil.which("initdb")
    folders = [*reversed(found), *([Path(named).parent] if named else [])]
    return next((path for path in folders if (path / "initdb").exists() and (path / "postgres").exists()), None)


def why_not() -> str | None:
    """Why no server can be started here; None where one can."""
    if programs() is None:
        return "PostgreSQL is not installed: apt-get install postgresql"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return 'no driver of PostgreSQL: pip install "detente[postgres]"'
    if os.getuid() == 0 and _owner() is None:
        return "PostgreSQL refuses to run as root, and there is no user postgres or nobody"
    return None


@contextmanager
def home() -> Iterator[Path]:
    """A folder with the files of a new server, gone afterwards; :func:`start` runs it."""
    bin_ = programs()
    if bin_ is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="detente-pg-"))
    owner = _owner()
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        _run(bin_ / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path) -> str:
    """The URL of the server of a folder, without a database: put one in place of ``{name}``."""
    return f"postgresql://postgres@/{{name}}?host={folder}"


@contextmanager
def server(*settings: str) -> Iterator[str]:
    """The URL of a running server, without a database: put one in place of ``{name}``."""
    with home() as folder:
        process = start(folder, *settings)
        try:
            yield address(folder)
        finally:
            process.terminate()
            process.wait(30)


def start(folder: Path, *settings: str) -> subprocess.Popen[bytes]:
    """Start the server of a folder and wait until it answers."""
    bin_ = programs() or Path()
    options = [part for setting in (*FAST, f"unix_socket_directories={folder}", *settings) for part in ("-c", setting)]
    process = subprocess.Popen(
        [bin_ / "postgres", "-D", folder / "data", *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **_as_owner(),
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (folder / ".s.PGSQL.5432").exists() or not _answers(folder):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise RuntimeError("PostgreSQL did not start")
        time.sleep(0.05)
    return process


def make_database(url: str, name: str) -> str:
    """The URL of a new, empty database of the server."""
    import psycopg

    with psycopg.connect(url.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    return url.format(name=name)


def _answers(folder: Path) -> bool:
    import psycopg

    try:
        psycopg.connect(f"postgresql://postgres@/postgres?host={folder}", connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _owner() -> pwd.struct_passwd | None:
    """Whom the server runs as where the tests run as root; None otherwise, or where there is nobody."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _as_owner() -> dict[str, object]:
    owner = _owner()
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd="/", **_as_owner())  # type: ignore[call-overload]
