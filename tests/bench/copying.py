"""
Many files made from a few: the same facts under ids, names and codes of their own.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from domain.base import Fact
from domain.codes import make_uscc_of
from domain.enterprise.facts import EnterpriseRegistered
from domain.values import Personal
from infra.ledger import Ledger
from infra.transcoding import Draft

CITY = "220200"
#: The number on the paper of a fine on the spot.
DECISION_NO = "罚当演0"


@dataclass(frozen=True)
class Template:
    """
    Facts that others are made from.

    Args:
        drafts: The facts, as they go into the ledger.
        files: The files that they open.
        enterprise: The first of the facts, which registers an enterprise.
    """

    drafts: Sequence[Draft]
    files: tuple[UUID, ...]
    enterprise: EnterpriseRegistered

    @classmethod
    def of(cls, ledger: Ledger, after: int) -> "Template":
        """
        Take the facts after a position; the first registers an enterprise.
        """
        facts = ledger.facts(after=after)
        drafts = [ledger.mapper.to_stored_event(_open(f, ledger)) for f in facts]
        files = tuple(dict.fromkeys(fact.file for fact in facts))
        enterprise = facts[0]
        assert isinstance(enterprise, EnterpriseRegistered)
        return cls(drafts, files, enterprise)

    def copy(self, nth: int, named: UUID) -> tuple[list[Draft], UUID]:
        """
        Make the same facts of other files, and name the copy of one of these.
        """
        new = {file: uuid5(file, f"copy/{nth}") for file in self.files}
        texts = [(str(old), str(copied)) for old, copied in new.items()]
        name, known = f"演示第{nth}冶炼厂", self.enterprise
        texts += (
            (known.uscc, make_uscc_of("91", CITY, f"{10**7 + nth:08d}")),
            (known.name, name),
            (known.name_key, hashlib.sha256(name.encode()).hexdigest()),
            (DECISION_NO, f"罚当演{nth}"),
        )
        return [_copied(draft, new, texts) for draft in self.drafts], new[named]


def _open(fact: Fact, ledger: Ledger) -> Fact:
    """
    Give personal values their text again, so that the copy has a vault of its own.
    """
    known = ledger.vault.of_fact(fact.id)
    open_terms: dict[str, Any] = {
        name: replace(value, text=known[f"terms/{name}"], commitment="")
        for name, value in vars(fact).items()
        if isinstance(value, Personal)
    }
    return replace(fact, **open_terms)


def _copied(
    draft: Draft, new: dict[UUID, UUID], texts: Sequence[tuple[str, str]]
) -> Draft:
    return replace(
        draft,
        originator_id=new[UUID(str(draft.originator_id))],
        thread=new.get(draft.thread, draft.thread),
        state=_put(draft.state.decode(), texts).encode(),
        tags=tuple(_put(tag, texts) for tag in draft.tags),
        claims=tuple(_put(claim, texts) for claim in draft.claims),
        secrets=tuple(replace(s, fact=_put(s.fact, texts)) for s in draft.secrets),
    )


def _put(text: str, texts: Sequence[tuple[str, str]]) -> str:
    for old, new in texts:
        text = text.replace(old, new)
    return text
