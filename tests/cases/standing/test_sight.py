"""
Whose files one may touch (D21): a foreign one is answered like one that is not there.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.acts import Reach
from domain.base import Role, Time
from domain.body.file import Identity
from domain.document.file import Document, DocumentIssued
from domain.imports import ImportKind
from domain.law.credit_classes import CreditClass
from domain.law.form_rules import RULES
from domain.law.forms import Form
from domain.parties import Addressee
from domain.printed import PrintedAuthority, RowOrigin
from domain.publication.file import Channel
from domain.refusals import NoSuchCase
from domain.service.file import Way
from domain.values import Personal
from tests import controls
from tests.cases.imported import CITY_AUTHORITY, PENALTY, TEXTS, begin, unit
from tests.cases.standing.grounds import codes, declared
from tests.cases.town import COUNTY, SINCE, TODAY, USCC, Town

UNSEEN = ["no_such_file"]


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def enterprise_of(town: Town, by: str) -> UUID:
    """
    Register an enterprise.
    """
    facts = town.do(
        "register-enterprise", by=by, name="演示铸造厂", region=COUNTY, uscc=USCC
    )
    return facts[0].file


class TestReach:
    def test_own(self, town: Town) -> None:
        """
        One acts on the files of one's own body.
        """
        file = enterprise_of(town, "clerk")

        assert codes(town, declared(), "head", file=file) == []

    def test_below(self, town: Town) -> None:
        """
        Files of a body below are touched only by acts that say so.
        """
        file = enterprise_of(town, "county clerk")

        assert codes(town, declared(), "head", file=file) == UNSEEN
        assert codes(town, declared(reach=Reach.BELOW), "head", file=file) == []

    def test_on_the_legal_day(self, town: Town) -> None:
        """
        A body stands below another on the days on which it did: by the day of the act,
        not by that of its recording.
        """
        file = enterprise_of(town, "county clerk")
        moved = Identity("演示县应急管理局", parent=town.government)
        below = declared(reach=Reach.BELOW, time=Time.STATED)
        town.person("top clerk", Role.CLERK, town.government)
        town.do(
            "change-body-identity",
            town.county,
            by="top clerk",
            identity=moved,
            since_on=TODAY,
        )

        before = TODAY - timedelta(days=1)
        assert codes(town, below, "head", file=file, said_on=before) == []
        assert codes(town, below, "head", file=file) == UNSEEN

    def test_above(self, town: Town) -> None:
        """
        Files of a body above are nobody's below, however far an act reaches down.
        """
        file = enterprise_of(town, "clerk")

        assert codes(town, declared(reach=Reach.BELOW), "other", file=file) == UNSEEN

    def test_any(self, town: Town) -> None:
        """
        Some acts touch files of every body.
        """
        file = enterprise_of(town, "clerk")

        assert codes(town, declared(reach=Reach.ANY), "other", file=file) == []

    def test_by_role(self, town: Town) -> None:
        """
        How far an act reaches may differ by role; a role not named reaches its own.
        """
        file = enterprise_of(town, "county clerk")
        said = declared(reach={Role.HEAD: Reach.BELOW})

        assert codes(town, said, "head", file=file) == []
        assert codes(town, said, "first", file=file) == UNSEEN

    def test_the_committee_office(self, town: Town) -> None:
        """
        The office of a safety committee sees what its government sees.
        """
        file = enterprise_of(town, "county clerk")
        below = declared(reach=Reach.BELOW)

        assert codes(town, below, "committee", file=file) == []
        assert codes(town, declared(), "committee", file=file) == UNSEEN

    def test_a_clerk_of_the_committee_office(self, town: Town) -> None:
        """
        Who keeps the register of the committee office keeps no other body's.
        """
        town.person("committee clerk", Role.CLERK, town.committee)
        file = enterprise_of(town, "county clerk")
        below = declared(reach=Reach.BELOW)

        assert codes(town, below, "committee clerk", file=file) == UNSEEN
        assert codes(town, below, "committee clerk", file=town.committee) == []


class TestForeignFile:
    def test_nothing_else_is_said(self, town: Town) -> None:
        """
        A foreign file gives no other ground away, not even that the role is wrong.
        """
        file = enterprise_of(town, "clerk")
        town.do("deregister-enterprise", file, reason="注销")

        refusal = town.refused(
            "deregister-enterprise", file, by="county clerk", reason="注销"
        )
        wrong_role = town.refused("deregister-enterprise", file, by="importer")
        foreign = codes(town, declared(), "other", file=file)

        assert isinstance(refusal, NoSuchCase)
        assert foreign == UNSEEN
        assert wrong_role.code == "role_not_competent"

    def test_of_a_wrong_role(self, town: Town) -> None:
        """
        Who may not do an act at all does not learn by it that a file exists.
        """
        file = enterprise_of(town, "clerk")

        refusal = town.refused("join-enterprise-records", file, by="other")

        assert isinstance(refusal, NoSuchCase)

    def test_said_like_an_unknown_one(self, town: Town) -> None:
        """
        Code, provision and parameters are those of a file that is not there.
        """
        file = enterprise_of(town, "clerk")
        foreign = town.refused(
            "deregister-enterprise", file, by="county clerk", reason="注销"
        )

        assert (foreign.code, foreign.under) == ("no_such_file", "安全生产法62")
        assert foreign.facts == {"file": file}


class TestNamedInATerm:
    """
    A file that is named in a term is looked at like the one that the act is done on.
    """

    def test_what_a_paper_is_about(self, town: Town) -> None:
        """
        No paper renders the facts of another body's file.
        """
        refusal = town.refused(
            "issue-document",
            by="first",
            about=foreign_hazard(town),
            form=Form.RECTIFICATION_ORDER,
        )

        assert refusal.code in UNSEEN

    @pytest.mark.parametrize(
        ("act", "terms"),
        [
            ("serve-document", {"way": Way.DIRECT, "place": "厂区"}),
            ("record-failed-service", {"way": Way.POST, "reason": "退回"}),
            ("announce-service", {"grounds": "下落不明", "posted_where": "公告栏"}),
        ],
    )
    def test_what_is_served(
        self, town: Town, act: str, terms: dict[str, object]
    ) -> None:
        """
        Nobody serves another body's paper.
        """
        hazard = foreign_hazard(town)
        paper = begin(
            town.office,
            Document,
            DocumentIssued,
            by=town.people["other"],
            about=hazard,
            form=Form.RECTIFICATION_ORDER,
            form_set=RULES[Form.RECTIFICATION_ORDER].form_set,
            form_number=RULES[Form.RECTIFICATION_ORDER].number,
            seal="",
            addressees=(Addressee(body=town.city),),
            renders=(),
            content_sha256="",
        )

        named = {"document": paper, "addressee_no": 1}
        refusal = town.refused(act, by="first", officers=("second",), **named, **terms)

        assert refusal.code in UNSEEN

    def test_an_import(self, town: Town) -> None:
        """
        No row is put into another body's import.
        """
        refusal = town.refused(
            "record-imported-penalty", by="importer", **row_of(foreign_run(town))
        )

        assert refusal.code in UNSEEN

    @pytest.mark.parametrize("act", ["publish-item", "publish-batch"])
    def test_what_is_published(self, town: Town, act: str) -> None:
        """
        Nobody publishes a record that another body imported.
        """
        row = row_of(foreign_run(town), authority=PrintedAuthority("演示县局"))
        record = town.do("record-imported-penalty", by="theirs", **row)[0].file
        town.person("discloser", Role.DISCLOSURE_OFFICER, town.city, by="clerk")
        named = {"record": record} if act == "publish-item" else {"records": (record,)}

        refusal = town.refused(
            act,
            by="discloser",
            channel=Channel.OWN_SITE,
            credit_class=CreditClass.GENERAL,
            class_ground="较大数额罚款",
            **named,
        )

        assert refusal.code in UNSEEN


def foreign_run(town: Town) -> UUID:
    """
    Have the county begin an import.
    """
    town.person("theirs", Role.IMPORTER, town.county, by="county clerk")
    (run,) = town.do(
        "start-import",
        by="theirs",
        import_kind=ImportKind.PENALTIES,
        file_sha256="ab" * 32,
        size=1,
        layout="penalties/csv",
        encoding="utf-8",
    )
    return run.file


def row_of(run: UUID, **other: object) -> dict[str, object]:
    """
    Give a right row of an import.
    """
    return {
        "origin": RowOrigin(run, 7, "penalties/csv"),
        "row": Personal("{}", UUID(int=5)),
        "party": unit(controls.CHEMICAL_WORKS),
        "authority": CITY_AUTHORITY,
        "penalty": replace(PENALTY, decided_on=SINCE),
        "texts": TEXTS,
    } | other


def foreign_hazard(town: Town) -> UUID:
    """
    Take in a hazard at the county, for nobody else to know of.
    """
    told = {"place": "东库", "description": "堵塞"}
    enterprise = enterprise_of(town, "county clerk")
    (fact,) = town.do("self-report-hazard", by="other", enterprise=enterprise, **told)
    return fact.file


class TestHandedOver:
    def test_an_enterprise_to_its_lead_body(self, town: Town) -> None:
        """
        Who leads an enterprise sees its file, whoever registered it.
        """
        file = enterprise_of(town, "clerk")
        assignment = town.office.holder(f"lead/{file}")
        assert codes(town, declared(), "other", file=file) == UNSEEN

        town.do(
            "assign-supervising-body",
            assignment,
            lead_body=town.county,
            responsible_officer=town.id("other"),
        )

        assert codes(town, declared(), "other", file=file) == []
        assert codes(town, declared(), "other", file=assignment) == []

    def test_a_body_to_itself(self, town: Town) -> None:
        """
        A body sees its own file, which the operator opened for nobody.
        """
        assert codes(town, declared(), "county clerk", file=town.county) == []
        assert codes(town, declared(), "county clerk", file=town.city) == UNSEEN

    def test_people_to_their_body(self, town: Town) -> None:
        """
        A body sees the files of its own people.
        """
        other = town.id("other")

        assert codes(town, declared(), "county clerk", file=other) == []
        assert codes(town, declared(), "county clerk", file=town.id("first")) == UNSEEN


def test_role_of_yesterday(town: Town) -> None:
    """
    Who has left the post may do nothing in it, though he sees what the body sees.
    """
    town.do("leave-office", town.id("head"), until_on=TODAY, reason="退休")
    file = enterprise_of(town, "clerk")

    later = TODAY.replace(day=TODAY.day + 1)

    assert codes(town, declared(), "head", file=file) == []
    assert codes(town, declared(), "head", file=file, on=later) == ["role_not_held"]
