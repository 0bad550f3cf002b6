"""
五个一批: what is public is announced batch by batch, the five kinds told apart.
"""

from uuid import UUID

import pytest

from domain.law.credit_classes import CreditClass
from domain.publication.file import BatchPublished, Channel, Stage
from domain.publication.result import BatchKind, ResultKind
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.publication.results import Results
from tests.cases.scene import MONDAY


@pytest.fixture
def bureau() -> Results:
    """A bureau that publishes."""
    return Results()


def public(bureau: Results, kind: BatchKind) -> UUID:
    """Something public of a kind of batch."""
    if kind is BatchKind.VIOLATIONS:
        said = {"credit_class": CreditClass.GENERAL, "class_ground": "一般"}
        by = {"by": bureau.discloser, "channel": Channel.OWN_SITE}
        return bureau.do("publish-penalty", bureau.on_the_spot(), **said, **by)[0].file
    makes = {
        BatchKind.HAZARDS: (bureau.listed, ResultKind.SUPERVISION),
        BatchKind.BANNED: (bureau.banned, ResultKind.SITE_BANNED),
        BatchKind.CLOSED: (bureau.closed, ResultKind.CLOSURE),
    }
    make, result_kind = makes[kind]
    return bureau.publish(make(), result_kind).file


def terms(bureau: Results, kind: BatchKind, *items: UUID) -> dict[str, object]:
    """What is said of a batch."""
    return {
        "by": bureau.discloser,
        "batch_kind": kind,
        "channel": Channel.OWN_SITE,
        "since_on": MONDAY,
        "until_on": MONDAY,
        "publications": items,
    }


class TestAnnounceBatch:
    @pytest.mark.procedure("PB-68")
    @pytest.mark.parametrize(
        "kind", [each for each in BatchKind if each is not BatchKind.BLACK_LISTED]
    )
    def test_of_one_kind(self, bureau: Results, kind: BatchKind) -> None:
        """
        吉政发〔2018〕26号(三十五): each is public by itself, and stays so.
        """
        item = public(bureau, kind)
        bureau.day = MONDAY

        (fact,) = bureau.do("announce-batch", **terms(bureau, kind, item))

        assert isinstance(fact, BatchPublished)
        assert (fact.batch_kind, fact.publications) == (kind, (item,))
        assert fact.credit_class is None
        assert bureau.item(item).stage is Stage.PUBLIC

    @pytest.mark.procedure("PB-69")
    @pytest.mark.parametrize("kind", BatchKind)
    def test_of_another_kind(self, bureau: Results, kind: BatchKind) -> None:
        """
        吉政发〔2018〕26号(三十五): what was permitted is in none of the five.
        """
        item = bureau.publish(bureau.permitted(), ResultKind.PERMIT).file

        refusal = bureau.refused("announce-batch", **terms(bureau, kind, item))

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_of_batch"

    def test_of_none(self, bureau: Results) -> None:
        """
        An empty batch, and one that names something twice, tells nobody anything.
        """
        kind = BatchKind.HAZARDS
        item = public(bureau, kind)

        empty = bureau.refused("announce-batch", **terms(bureau, kind))
        twice = bureau.refused("announce-batch", **terms(bureau, kind, item, item))

        assert isinstance(empty, BeyondTheLaw)
        assert (empty.code, twice.code) == ("no_such_batch", "no_such_batch")
