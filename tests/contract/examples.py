"""
Stored examples (存量样例): one stored fact of every topic, kept for ever (D25).

``facts/<topic>.json`` holds the whole spliced bytes of one fact and a newline. It is
written once, with the first version that records facts of the topic; from then on every
version must read it.
Where a topic gained a term later, ``facts/<topic>+<term>.json`` holds a fact with it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import orjson

from domain.base import FACTS
from infra.canonical import Json, unsplice
from infra.encoding import uuid_of
from infra.transcoding import Stored

#: Terms that a topic gained after its first example was stored.
GAINED: Final = frozenset(
    (
        "audit-trail.rule-breach-flagged.v1+told",
        "closure.closure-executed.v1+licences_left",
        "credit-record.credit-fact-recorded.v1+partners_told",
        "credit-record.credit-fact-repaired.v1+partners_told",
        "credit-record.credit-fact-withdrawn.v1+partners_told",
        "credit-record.points-reset.v1+basis_file",
        "credit-record.repair-revoked.v1+partners_told",
        "enforcement-case.hearing-postponed.v1+hold_limit",
        "enforcement-case.no-penalty-decided.v1+serve_limit",
        "enterprise.principal-changed.v1+principal_key",
        "enterprise.principal-recorded.v1+principal_key",
        "inspection.finding-recorded.v1+for_department",
        "enforcement-case.penalty-proposed.v1+daily_fine",
        "penalty.daily-fine-decided.v1+notice",
        "joint-measure.joint-discipline-initiated.v1+credit_record",
        "penalty.deferral-decided.v1+window_limit",
        "referral.case-returned-for-penalty.v1+suspect_nos",
        "referral.case-returned-for-penalty.v1+suspects_left",
        "referral.prosecution-decided.v1+suspect_nos",
        "referral.transferred-for-prosecution.v1+suspect_nos",
        "permit.permit-recorded.v1+publish_limit",
        "publication.batch-published.v1+batch_kind",
        "remedy.execution-stay-ended.v1+pay_limit",
        "remedy.review-decided.v1+pay_limit",
        "remedy.suit-decided.v1+pay_limit",
        "publication.item-corrected.v1+entry",
        "publication.item-corrected.v1+objected",
        "publication.item-corrected.v1+penalty",
        "publication.item-corrected.v1+result",
        "publication.item-ended-by-repair.v1+entry",
        "publication.item-published.v1+due_on",
        "publication.item-published.v1+entry",
        "publication.item-published.v1+flags",
        "publication.item-published.v1+penalty",
        "publication.item-published.v1+result",
        "publication.item-published.v1+social_effect",
        "publication.item-term-ended.v1+about",
        "publication.item-term-ended.v1+entry",
        "publication.item-withdrawn.v1+about",
        "publication.item-withdrawn.v1+entry",
        "publication.item-withdrawn.v1+penalty",
        "publication.non-publication-decided.v1+about",
        "publication.publication-overdue.v1+about",
        "service.document-served.v1+served_late",
        "service.service-address-confirmed.v1+electronic_addresses",
        "inspection.inspection-approved.v1+draw",
    )
)

FOLDER: Final = Path(__file__).parent / "facts"


def topics() -> frozenset[str]:
    """
    Every topic of the domain; those of the tests' own small domains are none.
    """
    own = (t for t, fact in FACTS.items() if fact.__module__.startswith("domain."))
    return frozenset(own)


@dataclass(frozen=True)
class Example:
    """
    One stored fact.

    Args:
        name: Its topic, and the term that the topic gained, if it shows one.
        stored: The bytes, without the newline.
    """

    name: str
    stored: bytes

    @property
    def topic(self) -> str:
        """
        Under which it lies in the ledger.
        """
        return self.name.partition("+")[0]

    @classmethod
    def lying(cls, path: Path) -> Self:
        """
        Read a file.
        """
        return cls(path.stem, path.read_bytes().removesuffix(b"\n"))

    @classmethod
    def all(cls) -> list[Self]:
        """
        Read them all, in order of topic.
        """
        return [cls.lying(path) for path in sorted(FOLDER.glob("*.json"))]

    @property
    def decided(self) -> dict[str, Json]:
        """
        Its decided part.
        """
        decided: dict[str, Json] = orjson.loads(unsplice(self.stored)[0])
        return decided

    @property
    def as_stored(self) -> Stored:
        """
        As the recorder would hand it to the mapper.
        """
        decided, given = unsplice(self.stored)
        file, _, version = str(self.decided["fact"]).rpartition("/")
        position: int = orjson.loads(given)["position"]
        return Stored(uuid_of(file), int(version), self.topic, decided, given, position)
