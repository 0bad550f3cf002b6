"""
Two desks at once: whoever comes second is told the ground.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from domain.law.credit_classes import CreditClass
from domain.printed import SourceStatus, StatedStatus
from domain.publication.file import Channel
from domain.refusals import Refused
from infra.conditions import Conditions
from infra.ledger import Rehearsal
from tests.contract.imports.city import City, opened, penalty
from tests.contract.imports.test_kinds import firm
from tests.contract.tables.papers import csv_file, sheet_of

Act = Callable[[City, UUID], object]


def publishes(city: City, record: UUID) -> object:
    """
    Make the record public.
    """
    return city.does(
        "publish-item",
        by=city.publisher,
        record=record,
        channel=Channel.OWN_SITE,
        credit_class=CreditClass.GENERAL,
        class_ground="较大数额罚款",
    )


def withdraws_at_source(city: City, record: UUID) -> object:
    """
    Record that its source withdrew it.
    """
    stated = StatedStatus(SourceStatus.WITHDRAWN)
    return city.does(
        "record-imported-status", by=city.importer, file=record, stated=stated
    )


def unlinks(city: City, record: UUID) -> object:
    """
    Undo the link to the enterprise.
    """
    return city.does("unlink-party", by=city.clerk, file=record, grounds="录错")


def prepared(home: Path, folder: Path) -> UUID:
    """
    Import a penalty on an enterprise of the register.
    """
    with opened(home) as city:
        city.does(
            "register-enterprise",
            by=city.clerk,
            name=firm(1)["企业名称"],
            region=firm(1)["行政区划代码"],
            uscc=firm(1)["统一社会信用代码"],
        )
        row = penalty(1, fact="未设置安全警示标志")
        city.imports(csv_file(folder / "a.csv", sheet_of(row)))
        return city.records[0].file


class Once:
    """
    Lets another desk act just once, between the examination and the append.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        """
        Take what it does.
        """
        self._act: Callable[[], object] | None = act

    def __call__(self) -> None:
        """
        Act, the first time.
        """
        act, self._act = self._act, None
        if act is not None:
            act()


def without_the_record(record: UUID) -> Callable[[Conditions], Conditions]:
    """
    Leave out that the record must still be as it was read.
    """

    def left(found: Conditions) -> Conditions:
        kept = {file: v for file, v in found.versions.items() if file != record}
        return replace(found, versions=kept)

    return left


@pytest.mark.parametrize(
    ("second", "code"), [(withdraws_at_source, "ended"), (unlinks, "unlinked")]
)
class TestPublishing:
    def test_the_ground_falls_meanwhile(
        self, tmp_path: Path, second: Act, code: str
    ) -> None:
        """
        Who examined a standing penalty does not publish one that fell in between.
        """
        home = tmp_path / "home"
        record = prepared(home, tmp_path)
        with opened(home) as other:
            between = Once(lambda: second(other, record))
            with (
                opened(home, rehearsal=Rehearsal(between)) as city,
                pytest.raises(Refused) as refusal,
            ):
                publishes(city, record)

        assert refusal.value.code == code

    def test_without_the_condition(
        self, tmp_path: Path, second: Act, code: str
    ) -> None:
        """
        Were the record's version no condition, both would be recorded.
        """
        del code
        home = tmp_path / "home"
        record = prepared(home, tmp_path)
        with opened(home) as other:
            rehearsal = Rehearsal(
                Once(lambda: second(other, record)), without_the_record(record)
            )
            with opened(home, rehearsal=rehearsal) as city:
                publishes(city, record)
                topics = [fact.TOPIC for fact in city.facts]

        assert "publication.item-published.v1" in topics


class TestUnlinking:
    def test_published_meanwhile(self, tmp_path: Path) -> None:
        """
        The other order: a link is not undone under a publication made in between, whose
        file did not exist when it was looked for.
        """
        home = tmp_path / "home"
        record = prepared(home, tmp_path)
        with opened(home) as other:
            between = Once(lambda: publishes(other, record))
            with (
                opened(home, rehearsal=Rehearsal(between)) as city,
                pytest.raises(Refused) as refusal,
            ):
                unlinks(city, record)

        assert refusal.value.code == "still_public"


class TestImporting:
    def test_the_same_row_meanwhile(self, tmp_path: Path) -> None:
        """
        Two imports of one row make one record; the later one knows it as a duplicate.
        """
        home = tmp_path / "home"
        first = csv_file(tmp_path / "a.csv", sheet_of(penalty(1)))
        second = csv_file(tmp_path / "b.csv", sheet_of(penalty(1), penalty(2)))
        with opened(home) as other, opened(home) as city:
            other.imports(first)

            report = city.imports(second)

            assert (report.counts.accepted, report.counts.duplicate) == (1, 1)
            assert len(city.records) == 2
