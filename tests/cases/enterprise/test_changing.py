"""
Names, graves and twins: renamed, deregistered, joined, and who answers for it.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.enterprise.facts import (
    EnterpriseDeregistered,
    EnterpriseRecordsJoined,
    EnterpriseRenamed,
    PrincipalChanged,
    PrincipalRecorded,
)
from domain.enterprise.file import Enterprise, PrincipalKind
from domain.hazard.file import Hazard
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from domain.values import Personal
from tests.cases.town import COUNTY, TODAY, USCC, Town

OTHER_USCC = "9144030071526726XG"
RENAMED_ON = date(2026, 2, 2)


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def register(town: Town, name: str = "演示翻砂厂", uscc: str = USCC) -> UUID:
    """
    Register an enterprise.
    """
    return town.do("register-enterprise", name=name, region=COUNTY, uscc=uscc)[0].file


class TestRenameEnterprise:
    def test_each_name_from_its_day(self, town: Town) -> None:
        """
        A printed name stays resolvable, by the day of the paper.
        """
        file = register(town)

        (fact,) = town.do(
            "rename-enterprise", file, name="演示铸造有限公司", said_on=RENAMED_ON
        )

        enterprise = town.read(Enterprise, file)
        assert isinstance(fact, EnterpriseRenamed)
        assert fact.former_name == "演示翻砂厂"
        assert enterprise.name == enterprise.name_on(RENAMED_ON) == "演示铸造有限公司"
        assert enterprise.name_on(date(2026, 2, 1)) == "演示翻砂厂"
        assert enterprise.former_names == ("演示翻砂厂",)

    def test_found_by_each_name(self, town: Town) -> None:
        """
        An old paper is matched by the name that it bears.
        """
        file = register(town)
        town.do("rename-enterprise", file, name="演示铸造有限公司")

        found = [
            town.office.tagged(f"enterprise-name/{town.office.keyed(name)}")
            for name in ("演示翻砂厂", "演示铸造有限公司")
        ]

        assert found == [(file,), (file,)]

    def test_an_older_name_known_later(self, town: Town) -> None:
        """
        What is learnt late takes the place that its day gives it.
        """
        file = register(town)
        town.do("rename-enterprise", file, name="丙厂", said_on=RENAMED_ON)
        town.do("rename-enterprise", file, name="乙厂", said_on=date(2026, 1, 5))

        enterprise = town.read(Enterprise, file)

        assert enterprise.name == "丙厂"
        assert enterprise.name_on(date(2026, 1, 31)) == "乙厂"
        assert enterprise.former_names == ("演示翻砂厂", "乙厂")

    def test_the_same_name(self, town: Town) -> None:
        """
        To keep one's name is no fact.
        """
        refusal = town.refused("rename-enterprise", register(town), name="演示翻砂厂")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "name_unchanged"


class TestDeregisterEnterprise:
    def test_closes_nothing(self, town: Town) -> None:
        """
        INV-14: what is open stays open.
        """
        file = register(town)
        hazard = town.do(
            "self-report-hazard",
            enterprise=file,
            place="熔炼间",
            description="炉衬开裂",
        )[0].file

        (fact,) = town.do("deregister-enterprise", file, reason="注销登记")

        assert isinstance(fact, EnterpriseDeregistered)
        assert town.read(Enterprise, file).is_deregistered
        assert town.read(Hazard, hazard).is_open

    def test_twice(self, town: Town) -> None:
        """
        An enterprise is deregistered once.
        """
        file = register(town)
        town.do("deregister-enterprise", file, reason="注销登记", said_on=RENAMED_ON)

        refusal = town.refused("deregister-enterprise", file, reason="再次")

        assert (refusal.code, refusal.facts["on"]) == (
            "deregistered_already",
            RENAMED_ON,
        )


class TestJoinEnterpriseRecords:
    def test_one_yields(self, town: Town) -> None:
        """
        The file that yields points to the other, keeps its code, and is done with.
        """
        yields, leads = register(town), register(town, "演示铸造厂", OTHER_USCC)

        (fact,) = town.do(
            "join-enterprise-records", yields, leading=leads, grounds="同一营业执照"
        )

        refusal = town.refused("rename-enterprise", yields, name="新名")
        assert isinstance(fact, EnterpriseRecordsJoined)
        assert fact.deed.concerns == (leads,)
        assert town.read(Enterprise, yields).leading == leads
        assert town.office.holder(f"uscc/{USCC}") == yields
        assert (refusal.code, refusal.facts["leading"]) == ("records_joined", leads)

    def test_to_one_that_yields(self, town: Town) -> None:
        """
        Only a file that leads can be joined to.
        """
        first, second = register(town), register(town, "乙", OTHER_USCC)
        town.do("join-enterprise-records", first, leading=second, grounds="同一企业")

        refusal = town.refused(
            "join-enterprise-records", second, leading=first, grounds="同一企业"
        )

        assert refusal.code == "records_joined"

    def test_to_itself(self, town: Town) -> None:
        """
        Two files are joined, not one.
        """
        file = register(town)

        refusal = town.refused(
            "join-enterprise-records", file, leading=file, grounds="同一企业"
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "joined_to_itself"

    def test_to_a_foreign_file(self, town: Town) -> None:
        """
        The other file is one's own to know of, too.
        """
        leads = register(town)
        yields = town.do(
            "register-enterprise",
            by="county clerk",
            name="乙",
            region=COUNTY,
            uscc=OTHER_USCC,
        )[0].file

        refusal = town.refused(
            "join-enterprise-records",
            yields,
            by="county clerk",
            leading=leads,
            grounds="同一企业",
        )

        assert isinstance(refusal, NoSuchCase)


class TestRecordPrincipal:
    def test_recorded_then_changed(self, town: Town) -> None:
        """
        Who answers in a capacity is known for each day (安全生产法5).
        """
        file = register(town)
        said = {"principal_kind": PrincipalKind.PRINCIPAL}

        (first,) = town.do(
            "record-principal",
            file,
            **said,
            principal=Personal("赵某某"),
            since_on=date(2020, 1, 1),
        )
        (second,) = town.do(
            "record-principal",
            file,
            **said,
            principal=Personal("钱某某"),
            since_on=TODAY,
        )

        principal = town.read(Enterprise, file).principal_on
        before = principal(PrincipalKind.PRINCIPAL, date(2026, 3, 1))
        now = principal(PrincipalKind.PRINCIPAL, TODAY)
        assert isinstance(first, PrincipalRecorded)
        assert isinstance(second, PrincipalChanged)
        assert before is not None
        assert now is not None
        assert (before.person.text, now.person.text) == ("赵某某", "钱某某")

    def test_each_capacity(self, town: Town) -> None:
        """
        A legal representative is recorded beside the actual controller.
        """
        file = register(town)
        for kind in (
            PrincipalKind.LEGAL_REPRESENTATIVE,
            PrincipalKind.ACTUAL_CONTROLLER,
        ):
            (fact,) = town.do(
                "record-principal",
                file,
                principal_kind=kind,
                principal=Personal("赵某某"),
                since_on=TODAY,
            )
            assert isinstance(fact, PrincipalRecorded)

        enterprise = town.read(Enterprise, file)

        assert enterprise.principal_on(PrincipalKind.PROPRIETOR, TODAY) is None
