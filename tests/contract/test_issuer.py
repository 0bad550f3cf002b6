"""
The local issuer: whom a token names, and which tokens it does not know.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from domain.base import Actor, Role
from infra.clock import SetClock
from infra.failures import Misconfigured
from infra.issuer import ISSUER, Issuer

NOON = datetime(2026, 9, 24, 4, tzinfo=UTC)
HEAD = Actor(
    Role.HEAD,
    UUID("5e1f0000-0000-4000-8000-000000000001"),
    UUID("5e1f0000-0000-4000-8000-000000000002"),
)


@pytest.mark.parametrize("actor", [HEAD, Actor(Role.OPERATOR)])
def test_a_token_names_who_signed_in(tmp_path: Path, actor: Actor) -> None:
    """
    A token names the person, the role and the body, and nobody else's issuer knows it.
    """
    token = Issuer(tmp_path / "a").token(actor)

    read = Issuer(tmp_path / "a").read(token)
    assert read is not None
    assert read.actor == actor
    assert Issuer(tmp_path / "b").read(token) is None


def test_a_token_runs_out(tmp_path: Path) -> None:
    """
    Who signed in is signed out after twelve hours.
    """
    clock = SetClock(NOON)
    issuer = Issuer(tmp_path, clock)
    token = issuer.token(HEAD)

    clock.moment += timedelta(hours=13)

    assert issuer.read(token) is None


def test_until_the_last_second(tmp_path: Path) -> None:
    """
    Twelve hours are twelve hours.
    """
    clock = SetClock(NOON)
    issuer = Issuer(tmp_path, clock)
    token = issuer.token(HEAD)

    clock.moment = NOON + timedelta(hours=12, seconds=-1)
    assert issuer.read(token) is not None
    clock.moment = NOON + timedelta(hours=12, seconds=1)
    assert issuer.read(token) is None


@pytest.mark.parametrize(
    ("changed", "known"),
    [
        ({}, True),
        ({"exp": None}, False),
        ({"exp": int(NOON.timestamp()) - 1}, False),
        ({"iss": None}, False),
        ({"iss": "urn:another-issuer"}, False),
    ],
)
def test_what_a_token_must_say(
    tmp_path: Path,
    changed: dict[str, object],
    known: bool,  # noqa: FBT001  a column of the table
) -> None:
    """
    Under the right key as well, a token names its issuer and its end.
    """
    issuer = Issuer(tmp_path, SetClock(NOON))
    key = OctKey.import_key((tmp_path / "issuer.key").read_bytes())
    claims: dict[str, object] = {
        "iss": ISSUER,
        "sub": str(HEAD.person),
        "role": "head",
        "body": str(HEAD.body),
        "jti": "x",
        "exp": int(NOON.timestamp()) + 60,
    }
    said = {n: v for n, v in (claims | changed).items() if v is not None}

    token = jwt.encode({"alg": "HS256"}, said, key)

    assert (issuer.read(token) is not None) == known


@pytest.mark.parametrize("token", ["", "a", "a.b.c", "é.é.é"])
def test_what_is_no_token(tmp_path: Path, token: str) -> None:
    """
    Nonsense names nobody.
    """
    assert Issuer(tmp_path).read(token) is None


def test_a_form_belongs_to_its_session(tmp_path: Path) -> None:
    """
    What one session's form carries is worth nothing in another session.
    """
    issuer = Issuer(tmp_path)
    one, other = (issuer.read(issuer.token(HEAD)) for _ in range(2))
    assert one is not None
    assert other is not None

    assert issuer.is_bound(one, issuer.bind(one))
    assert not issuer.is_bound(other, issuer.bind(one))
    assert not issuer.is_bound(one, "é")


def test_the_key_is_the_owners_alone(tmp_path: Path) -> None:
    """
    The key is made once, and nobody else on the machine can read it.
    """
    Issuer(tmp_path)
    key = tmp_path / "issuer.key"

    assert key.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["issuer.key"]
    before = key.read_bytes()
    Issuer(tmp_path)
    assert key.read_bytes() == before


def test_a_damaged_key(tmp_path: Path) -> None:
    """
    A damaged key is said, not replaced in silence.
    """
    (tmp_path / "issuer.key").write_bytes(b"short")

    with pytest.raises(Misconfigured, match="已损坏"):
        Issuer(tmp_path)
