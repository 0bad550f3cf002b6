"""
The local issuer (本地签发): stands in for an identity provider, for demonstration.

It believes whoever chooses a name from its list.
A deployment with an OpenID provider of its own does without it.
"""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from domain.base import Actor, Role
from infra.clock import Clock, SystemClock
from infra.failures import Misconfigured

ISSUER = "urn:shilu:local-issuer-for-demonstration"

#: How long somebody stays signed in.
SESSION_HOURS = 12

_ALGORITHM = "HS256"
_KEY_BYTES = 32


@dataclass(frozen=True)
class Session:
    """
    Somebody who is signed in.

    Args:
        actor: Who, in what role, for which body.
        id: Names this one signing in.
        expires_at: When it ends.
    """

    actor: Actor
    id: str
    expires_at: datetime


class Issuer:
    """
    Signs and reads tokens with a key that lies in ``SHILU_HOME``.
    """

    def __init__(self, home: Path, clock: Clock | None = None) -> None:
        """
        Use the key of a home; make it at the first start.

        Args:
            home: ``SHILU_HOME``.
            clock: The system's by default.
        """
        self._clock = clock or SystemClock()
        self._offered = home / "issuer.offered"
        self._secret = _secret(home / "issuer.key")
        self._key = OctKey.import_key(self._secret)

    @property
    def is_offered(self) -> bool:
        """
        Whether the operator lets people of a real ledger choose their own name.
        """
        return self._offered.exists()

    def offer(self) -> None:
        """
        Let people of a real ledger choose their own name from now on.
        """
        self._offered.touch()

    def token(self, actor: Actor, *, hours: int = SESSION_HOURS) -> str:
        """
        Sign somebody in.

        Args:
            actor: Who, in what role, for which body.
            hours: For how long.

        Returns:
            A JSON Web Token.
        """
        now = self._clock.now()
        claims = {
            "iss": ISSUER,
            "sub": str(actor.person or actor.role.code),
            "role": actor.role.code,
            "body": str(actor.body or ""),
            "jti": secrets.token_urlsafe(16),
            "iat": int(now.timestamp()),
            "exp": int((now + timedelta(hours=hours)).timestamp()),
        }
        return jwt.encode({"alg": _ALGORITHM}, claims, self._key)

    def read(self, token: str) -> Session | None:
        """
        Say whom a token names; nobody, if it is not ours or has run out.
        """
        now = int(self._clock.now().timestamp())
        rules = jwt.JWTClaimsRegistry(
            now=now, iss={"essential": True, "value": ISSUER}, exp={"essential": True}
        )
        try:
            claims = jwt.decode(token, self._key, algorithms=[_ALGORITHM]).claims
            rules.validate(claims)
        except (JoseError, ValueError):
            return None
        return _session(claims)

    def bind(self, session: Session) -> str:
        """
        Give what every form of a session must send back (CSRF).
        """
        bound = f"form/{session.id}".encode()
        return hmac.digest(self._secret, bound, hashlib.sha256).hex()

    def is_bound(self, session: Session, given: str) -> bool:
        """
        Whether a form was shown in this session.
        """
        return hmac.compare_digest(self.bind(session).encode(), given.encode())


def _session(claims: dict[str, object]) -> Session:
    role = Role[str(claims["role"]).upper()]
    subject, body = str(claims["sub"]), str(claims["body"])
    person = None if subject == role.code else UUID(subject)
    expires = datetime.fromtimestamp(int(str(claims["exp"])), UTC)
    actor = Actor(role, person, UUID(body) if body else None)
    return Session(actor, str(claims["jti"]), expires)


def _secret(path: Path) -> bytes:
    """
    Read the key; make it where there is none, once also when two processes start.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        if not path.exists():
            handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_KEY_BYTES))
            _link_once(made, path)
        secret = path.read_bytes()
    except OSError as error:
        raise Misconfigured(
            f"无法读写签发密钥：{error}。", f"The issuer's key cannot be used: {error}."
        ) from error
    if len(secret) != _KEY_BYTES:
        raise Misconfigured(
            f"签发密钥 {path.name} 已损坏；删除后重启会生成新的，所有人须重新登录。",
            f"The key {path.name} is damaged; remove it and start again.",
        )
    return secret


def _link_once(made: Path, path: Path) -> None:
    try:
        path.hardlink_to(made)
    except FileExistsError:
        pass
    finally:
        made.unlink()
