"""
导入企业名录行: a row enters an enterprise or adds to it, and overwrites nothing.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

import pytest

from domain.base import Actor, Fact, Role
from domain.enterprise.facts import EnterpriseProfileChanged, EnterpriseRegistered
from domain.enterprise.file import PrincipalKind
from domain.enterprise.imported import EnterpriseRowImported
from domain.enterprise.profile import Profile, RiskFeature, SubjectKind
from domain.imports import ImportKind
from domain.printed import PrintedValue, RowOrigin
from domain.procedures.importing_enterprises import PrintedEnterprise
from domain.refusals import Difference, NoSuchCase, OutOfOrder
from domain.values import Personal
from tests.cases.enterprise.register import (
    NAME,
    ORG_CODE,
    OTHER_USCC,
    REG_NO,
    USCC,
    assignment,
    entered,
    enterprise,
)
from tests.cases.imported import names_of
from tests.cases.town import CITY, COUNTY, DISTRICT, TODAY, Town

ROW = Personal('{"企业名称":"演示化工有限公司","电话":"13900000000"}', UUID(int=7))
HEAD, OTHER_HEAD = Personal("演示赵山"), Personal("演示钱水")
TOMORROW = date(2026, 3, 3)
CAPITAL = PrintedValue("registered_capital", "50000000")
STATED = PrintedEnterprise(
    NAME,
    DISTRICT,
    USCC,
    profile=Profile(employees_count=30, address="演示路1号"),
    legal_rep=HEAD,
    values=(PrintedValue("name", NAME), CAPITAL),
    texts=Personal('{"phone":"13900000000"}'),
)


class Import:
    """
    A town in the middle of an import of a register.
    """

    def __init__(self) -> None:
        """
        Start it.
        """
        self.town = Town()
        self.run = self.started("importer")
        self.day = TODAY

    def started(self, by: str | Actor) -> UUID:
        """
        Start an import.
        """
        facts = self.town.do(
            "start-import",
            by=by,
            import_kind=ImportKind.ENTERPRISES,
            file_sha256="cd" * 32,
            size=9,
            layout="enterprises/csv",
            encoding="utf-8",
        )
        return facts[0].file

    def terms(self, changes: dict[str, object]) -> dict[str, object]:
        """
        Give the terms of a row, as ``STATED`` but for the changes, and the day.
        """
        stated = replace(STATED, **changes)  # type: ignore[arg-type]  # the caller knows
        origin = RowOrigin(self.run, 7, "enterprises/csv", ("label_dropped",))
        return {
            "origin": origin,
            "row": ROW,
            "stated_enterprise": stated,
            "on": self.day,
        }

    def takes(self, **changes: object) -> list[Fact]:
        """
        Take in a row.
        """
        terms = self.terms(changes)
        return self.town.do("record-imported-enterprise", by="importer", **terms)

    def refuses(self, **changes: object) -> OutOfOrder:
        """
        See that a row is refused.
        """
        terms = self.terms(changes)
        refused = self.town.refused(
            "record-imported-enterprise", by="importer", **terms
        )
        assert isinstance(refused, OutOfOrder), refused
        return refused

    def differs(self, **changes: object) -> tuple[Difference, ...]:
        """
        See that a row differs from what is on file, and in what.
        """
        refused = self.refuses(**changes)
        assert refused.code == "enterprise_differs"
        found = refused.facts["differences"]
        assert isinstance(found, tuple)
        return found


@pytest.fixture
def importing() -> Import:
    """
    An import under way.
    """
    return Import()


class TestNew:
    def test_entered_with_its_row(self, importing: Import) -> None:
        """
        IMPORT §6: the row is sealed under its own subject; run, number, layout, rules
        and the values of no person stand in the fact.
        """
        facts = importing.takes()

        assert names_of(facts) == [
            "EnterpriseRegistered",
            "SupervisingBodyAssigned",
            "ResponsibleOfficerAssigned",
            "PrincipalRecorded",
            "EnterpriseRowImported",
        ]
        row = facts[-1]
        assert isinstance(row, EnterpriseRowImported)
        assert (row.origin.run, row.origin.row_no) == (importing.run, 7)
        assert row.values == STATED.values
        assert row.row == ROW
        assert row.deed.concerns == (importing.run,)
        assert row.deed.thread == facts[0].file

    def test_awaits_assignment(self, importing: Import) -> None:
        """
        INV-51: the importing body leads it, marked 待分派.
        """
        file = importing.takes()[0].file

        found = assignment(importing.town, file)
        assert (found.lead_body, found.pending) == (importing.town.city, True)

    def test_heads_are_recorded(self, importing: Import) -> None:
        """
        安全生产法5: who answers for it is known, from the day of the import on, and
        under the row's own subject.
        """
        file = importing.takes(principal=OTHER_HEAD)[0].file

        found = enterprise(importing.town, file)
        kinds = [each.kind for each in found.principals]
        assert kinds == [PrincipalKind.LEGAL_REPRESENTATIVE, PrincipalKind.PRINCIPAL]
        assert {each.since_on for each in found.principals} == {TODAY}
        assert {each.person.subject for each in found.principals} == {ROW.subject}

    def test_a_household_has_an_operator(self, importing: Import) -> None:
        """
        民法典54: an individual business has an operator, no legal representative.
        """
        household = Profile(subject_kind=SubjectKind.HOUSEHOLD)

        file = importing.takes(profile=household)[0].file

        (head,) = enterprise(importing.town, file).principals
        assert head.kind is PrincipalKind.PROPRIETOR

    def test_a_masked_head_is_nobody(self, importing: Import) -> None:
        """
        IMPORT §3 (43): a masked name is kept in the row and stands for nobody.
        """
        file = importing.takes(legal_rep=Personal("赵某某"))[0].file

        assert enterprise(importing.town, file).principals == ()

    def test_the_place_of_its_code(self, importing: Import) -> None:
        """
        GB 32100: where the row names no place, it is the one that gave the code.
        """
        (registered, *_) = importing.takes(region="")

        assert isinstance(registered, EnterpriseRegistered)
        assert registered.region == DISTRICT

    def test_of_an_import_of_another_body(self, importing: Import) -> None:
        """
        Nobody adds rows to an import that is not his.
        """
        town = importing.town
        town.person("elsewhere", Role.IMPORTER, town.committee)
        importing.run = importing.started("elsewhere")

        refused = town.refused(
            "record-imported-enterprise", by="importer", **importing.terms({})
        )

        assert isinstance(refused, NoSuchCase)


class TestOnFile:
    def test_the_same_row(self, importing: Import) -> None:
        """
        The same row again says nothing new, and nothing is recorded.
        """
        file = importing.takes()[0].file

        refused = importing.refuses(name=f"{NAME} ", region=CITY)

        assert refused.code == "duplicate"
        assert refused.facts["record"] == file

    def test_what_is_new_is_added(self, importing: Import) -> None:
        """
        哈尔滨实施意见(十五): what nobody knew is added, and what stands stays.
        """
        file = importing.takes()[0].file
        features = (RiskFeature.CONFINED_SPACES,)
        profile = Profile(scale="小型", risk_features=features)

        (changed, row) = importing.takes(profile=profile, org_code=ORG_CODE)

        assert isinstance(changed, EnterpriseProfileChanged)
        assert isinstance(row, EnterpriseRowImported)
        assert changed.profile == profile
        found = enterprise(importing.town, file)
        assert (found.profile.employees_count, found.profile.scale) == (30, "小型")
        assert found.org_code == ORG_CODE

    def test_a_newer_value_beside_the_register(self, importing: Import) -> None:
        """
        What the register itself does not keep stands in each row that says it.
        """
        importing.takes()
        grown = replace(CAPITAL, printed_value="60000000")

        facts = importing.takes(values=(grown,))

        assert names_of(facts) == ["EnterpriseRowImported"]
        assert importing.refuses(values=(grown,)).code == "duplicate"

    def test_another_telephone(self, importing: Import) -> None:
        """
        A row whose sealed texts are others is kept too; the same ones are known.
        """
        importing.takes()
        texts = Personal('{"phone":"13911111111"}')

        facts = importing.takes(texts=texts)

        assert names_of(facts) == ["EnterpriseRowImported"]
        assert importing.refuses(texts=texts).code == "duplicate"

    def test_one_entered_by_hand(self, importing: Import) -> None:
        """
        The first row about an enterprise that a clerk entered is kept with it.
        """
        file = entered(importing.town)

        facts = importing.takes()

        assert {fact.file for fact in facts} == {file}
        assert names_of(facts)[-1] == "EnterpriseRowImported"

    def test_by_its_older_number(self, importing: Import) -> None:
        """
        One that is known by its registration number alone gets its USCC from the row.
        """
        file = entered(importing.town, uscc="", reg_no=REG_NO)

        importing.takes(reg_no=REG_NO)

        assert enterprise(importing.town, file).uscc == USCC

    def test_joined_records(self, importing: Import) -> None:
        """
        D23: where another file leads, the row is about that one.
        """
        leading, other = (
            entered(importing.town),
            entered(importing.town, uscc=OTHER_USCC),
        )
        importing.town.do(
            "join-enterprise-records", other, leading=leading, grounds="同一主体"
        )

        assert importing.differs(uscc=OTHER_USCC) == (
            Difference("uscc", USCC, OTHER_USCC),
        )


class TestDiffers:
    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"name": "演示他名公司"}, Difference("name", NAME, "演示他名公司")),
            ({"region": COUNTY}, Difference("region", DISTRICT, COUNTY)),
            (
                {"profile": Profile(employees_count=31)},
                Difference("employees_count", 30, 31),
            ),
            (
                {"profile": Profile(address="演示路2号")},
                Difference("address", "演示路1号", "演示路2号"),
            ),
            ({"legal_rep": OTHER_HEAD}, Difference("legal_rep", "***", "***")),
        ],
        ids=lambda each: each.term if isinstance(each, Difference) else "",
    )
    def test_is_refused(
        self, importing: Import, changes: dict[str, object], expected: Difference
    ) -> None:
        """
        IMPORT §5, §3 (40): what differs is for a person; both values are told, but of
        a person only that they differ.
        """
        importing.takes()

        assert importing.differs(**changes) == (expected,)

    def test_everything_is_named(self, importing: Import) -> None:
        """
        All that differs is told at once.
        """
        importing.takes()

        found = importing.differs(name="演示他名公司", region=COUNTY)

        assert [each.term for each in found] == ["name", "region"]

    def test_once_the_register_is_changed(self, importing: Import) -> None:
        """
        After a person changed the register, the row agrees with it.
        """
        file = importing.takes()[0].file
        importing.town.do("rename-enterprise", file, name="演示他名公司")

        assert importing.refuses(name="演示他名公司").code == "duplicate"
        assert importing.refuses(name=NAME).code == "duplicate"

    def test_once_another_head_is_recorded(self, importing: Import) -> None:
        """
        The name that a clerk recorded is compared as well, though nobody reads it.
        """
        file = importing.takes()[0].file
        importing.day = TOMORROW
        importing.town.do(
            "record-principal",
            file,
            principal_kind=PrincipalKind.LEGAL_REPRESENTATIVE,
            principal=replace(OTHER_HEAD, subject=uuid5(file, "head")),
            since_on=TOMORROW,
            on=TOMORROW,
        )

        assert importing.refuses(legal_rep=OTHER_HEAD).code == "duplicate"
        assert [each.term for each in importing.differs()] == ["legal_rep"]

    def test_of_another_body(self, importing: Import) -> None:
        """
        Of an enterprise that another body leads nothing is compared and nothing told.
        """
        town = importing.town
        town.person("elsewhere", Role.IMPORTER, town.committee)
        entered(town, by="elsewhere")

        assert importing.refuses().code == "registered_elsewhere"
        assert importing.refuses(name="演示他名公司").code == "uscc_taken"
