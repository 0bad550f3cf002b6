"""
检查表发布与停用: versions are published and withdrawn, and never edited.
"""

from dataclasses import replace
from uuid import UUID

import pytest

from domain.checklist.file import (
    Checklist,
    ChecklistItem,
    ChecklistVersionPublished,
    ChecklistVersionWithdrawn,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.town import Town

EXIT = ChecklistItem("01", "疏散通道畅通", "V01", "安全生产法42", mandatory=True)
SIGNS = ChecklistItem("02", "设有警示标志", "V02", "安全生产法35", mandatory=False)


@pytest.fixture
def town() -> Town:
    """A prefecture whose clerks keep the checklists."""
    return Town()


def published(town: Town, *items: ChecklistItem, **said: object) -> UUID:
    """A checklist with one version, or the next one of it."""
    given = {"name": "工贸通用", "items": items or (EXIT, SIGNS)}
    return town.do("publish-checklist-version", **(given | said))[0].file


class TestPublish:
    def test_the_first_version(self, town: Town) -> None:
        """
        哈尔滨实施意见(二): inspections go by a list that was published before.
        """
        (fact,) = town.do(
            "publish-checklist-version", name="工贸通用", items=(EXIT, SIGNS)
        )

        assert isinstance(fact, ChecklistVersionPublished)
        assert (fact.checklist_version, fact.items) == (1, (EXIT, SIGNS))
        assert town.read(Checklist, fact.file).in_force == 1

    def test_the_next_one(self, town: Town) -> None:
        """
        A new version stands beside the older one, which is not touched.
        """
        checklist = published(town)

        published(town, EXIT, checklist=checklist)

        found = town.read(Checklist, checklist)
        assert found.versions == {1: (EXIT, SIGNS), 2: (EXIT,)}
        assert found.in_force == 2

    def test_of_another_body(self, town: Town) -> None:
        """
        D21: a body makes new versions of its own lists; others are answered as unknown.
        """
        checklist = published(town, by="clerk")

        refusal = town.refused(
            "publish-checklist-version",
            by="county clerk",
            name="县级",
            items=(EXIT,),
            checklist=checklist,
        )

        assert isinstance(refusal, NoSuchCase)

    @pytest.mark.parametrize(
        ("items", "code"),
        [
            ((), "checklist_empty"),
            ((EXIT, replace(SIGNS, checklist_item="01")), "checklist_item_twice"),
        ],
    )
    def test_what_is_no_list(
        self, town: Town, items: tuple[ChecklistItem, ...], code: str
    ) -> None:
        """
        INV-18: a list has items, and each is known by a code of its own.
        """
        refusal = town.refused("publish-checklist-version", name="通用", items=items)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == code

    def test_by_an_officer(self, town: Town) -> None:
        """
        国办发〔2024〕54号: who inspects does not write the list inspected by.
        """
        refusal = town.refused(
            "publish-checklist-version", by="first", name="通用", items=(EXIT,)
        )

        assert isinstance(refusal, NotCompetent)


class TestWithdraw:
    def test_the_version_before_is_in_force_again(self, town: Town) -> None:
        """
        国办发〔2024〕54号: what is withdrawn is pinned no more; the record of it stays.
        """
        checklist = published(town)
        published(town, EXIT, checklist=checklist)

        (fact,) = town.do(
            "withdraw-checklist-version",
            checklist,
            checklist_version=2,
            reason="标准更新",
        )

        assert isinstance(fact, ChecklistVersionWithdrawn)
        found = town.read(Checklist, checklist)
        assert (found.in_force, found.newest) == (1, 2)

    def test_a_version_that_is_not_there(self, town: Town) -> None:
        """
        Only a version that was published can be withdrawn.
        """
        refusal = town.refused(
            "withdraw-checklist-version",
            published(town),
            checklist_version=2,
            reason="标准更新",
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_checklist_version"

    def test_twice(self, town: Town) -> None:
        """
        A version is withdrawn once; the number is not given again.
        """
        checklist = published(town)
        said = {"checklist_version": 1, "reason": "标准更新"}
        town.do("withdraw-checklist-version", checklist, **said)

        refusal = town.refused("withdraw-checklist-version", checklist, **said)
        published(town, EXIT, checklist=checklist)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "checklist_version_withdrawn"
        assert town.read(Checklist, checklist).in_force == 2
