"""
立案、当事人、承办人与回避: from what a case is filed, by whom, and against whom.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.enforcement_case.choices import CaseSource, RecusalAsker, Stage
from domain.enforcement_case.facts import (
    CaseFiled,
    HandlersAssigned,
    PartyNamed,
    RecusalDecided,
)
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder
from domain.values import Personal
from tests.cases.dossier import NUMBER, PAPER, Dossier
from tests.cases.scene import MONDAY


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


class TestFileCase:
    @pytest.mark.procedure("CO-01")
    def test_on_a_finding(self, scene: Dossier) -> None:
        """
        行政处罚法 54, 60: filed on the day of the approval, decided in ninety days.
        """
        filed, named, handled = scene.do("file-case", None, **scene.filing())

        assert isinstance(filed, CaseFiled)
        assert isinstance(named, PartyNamed)
        assert isinstance(handled, HandlersAssigned)
        assert filed.decide_limit is not None
        assert filed.decide_limit.last_on == date(2026, 5, 31)
        assert f"inspection/{filed.inspection}/outcome" in filed.tags()
        assert f"enterprise/{scene.enterprise}/case" in filed.tags()
        assert scene.case(filed.file).stage is Stage.FILED

    def test_by_the_old_rules(self, scene: Dossier) -> None:
        """
        总局令15号 32: until 2026-01-31 thirty days stood in the place of ninety.
        """
        scene.day = date(2026, 1, 30)
        origin = CaseOrigin(CaseSource.TIP_OFF, source_paper=PAPER)
        filed, *_ = scene.do("file-case", None, **scene.filing(taken_from=origin))

        assert isinstance(filed, CaseFiled)
        assert filed.decide_limit is not None
        assert filed.decide_limit.rule == "PN.limit.decide.base15"
        assert filed.decide_limit.last_on == date(2026, 3, 1)

    @pytest.mark.procedure("CO-02")
    @pytest.mark.parametrize("source", CaseSource)
    def test_without_a_source(self, scene: Dossier, source: CaseSource) -> None:
        """
        行政处罚法 54: a case comes from a finding, a file or a paper.
        """
        said = scene.filing(taken_from=CaseOrigin(source))

        refused = scene.refused("file-case", None, **said)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "no_source"

    @pytest.mark.procedure("CO-03")
    def test_found_by_another_body(self, scene: Dossier) -> None:
        """
        行政处罚法 22, 24, 25, INV-07: another body's finding needs a ground.
        """
        chief = Actor(Role.HEAD, scene.superior, scene.other_bureau)
        found = CaseOrigin(CaseSource.FINDING, scene.found(), (1,))
        said = scene.filing(taken_from=found, handlers=scene.strangers, by=chief)

        refused = scene.refused("file-case", None, **said)

        assert isinstance(refused, NotCompetent)
        assert refused.code == "not_ours"
        given = replace(found, jurisdiction_ground="上级指定管辖(行政处罚法25)")
        said["taken_from"] = given
        assert scene.do("file-case", None, **said)

    @pytest.mark.procedure("CO-04")
    def test_past_the_limitation(self, scene: Dossier) -> None:
        """
        行政处罚法 36: filed all the same, and marked time_barred.
        """
        late = Violation("未设置安全距离", "V02", MONDAY, date(2024, 2, 28))

        filed, *_ = scene.do("file-case", None, **scene.filing(violation=late))

        assert isinstance(filed, CaseFiled)
        assert filed.limitation_until == date(2026, 2, 28)
        assert filed.time_barred

    @pytest.mark.parametrize(("life", "barred"), [(False, True), (True, False)])
    def test_five_years_for_life(
        self, scene: Dossier, *, life: bool, barred: bool
    ) -> None:
        """
        行政处罚法 36: five years where life, health or safety was harmed.
        """
        violation = Violation("事故", "V02", MONDAY, date(2023, 5, 1), life)

        filed, *_ = scene.do("file-case", None, **scene.filing(violation=violation))

        assert isinstance(filed, CaseFiled)
        assert filed.time_barred is barred

    def test_a_finding_once(self, scene: Dossier) -> None:
        """
        行政处罚法 29: one finding is in one case.
        """
        said = scene.filing()
        scene.do("file-case", None, **said)

        refused = scene.refused("file-case", None, **said)

        assert refused.code == "finding_in_case"

    def test_two_handlers(self, scene: Dossier) -> None:
        """
        行政处罚法 42: two or more officers.
        """
        said = scene.filing(handlers=scene.handlers[:1])

        assert scene.refused("file-case", None, **said).code == "inspectors_too_few"

    def test_handlers_of_the_body(self, scene: Dossier) -> None:
        """
        行政处罚法 42: who handles it is an officer of the body.
        """
        said = scene.filing(handlers=(scene.head, scene.officers[0]))

        assert scene.refused("file-case", None, **said).code == "no_officer_of_body"

    def test_without_a_party(self, scene: Dossier) -> None:
        """
        行政处罚法 44: somebody has to be told.
        """
        said = scene.filing(enterprise=None)

        assert scene.refused("file-case", None, **said).code == "party_missing"


class TestNameParty:
    def test_a_person_besides_the_unit(self, scene: Dossier) -> None:
        """
        安全生产法 94: the unit and who answers for it, each a party of its own.
        """
        case = scene.with_person()

        unit, person = scene.case(case).active
        assert (unit.enterprise, unit.person_key) == (scene.enterprise, "")
        assert person.party_no == 2
        assert person.person_key == scene.office.keyed(f"person/{NUMBER}")

    @pytest.mark.parametrize("twice", ["unit", "person"])
    def test_nobody_twice(self, scene: Dossier, twice: str) -> None:
        """
        行政处罚法 29: a party is one party.
        """
        case = scene.with_person()
        person = {"person": Personal("张三"), "identity_number": Personal(NUMBER)}
        said = person if twice == "person" else {"enterprise": scene.enterprise}

        assert scene.refused("name-party", case, **said).code == "party_already"

    def test_one_at_a_time(self, scene: Dossier) -> None:
        """
        行政处罚法 44: an enterprise or a person.
        """
        refused = scene.refused("name-party", scene.filed())

        assert refused.code == "party_missing"


class TestReleaseParty:
    def test_one_of_two(self, scene: Dossier) -> None:
        """
        行政处罚法 44: somebody proves to be no party.
        """
        case = scene.with_person()

        scene.do("release-party", case, by=scene.chief, party_no=2, reason="非责任人")

        assert [party.party_no for party in scene.case(case).active] == [1]

    def test_never_the_last(self, scene: Dossier) -> None:
        """
        A case has a party; without one it is terminated.
        """
        said = {"by": scene.chief, "party_no": 1, "reason": "非责任人"}

        assert (
            scene.refused("release-party", scene.filed(), **said).code == "last_party"
        )

    def test_unknown(self, scene: Dossier) -> None:
        """
        A party is named by its number.
        """
        said = {"by": scene.chief, "party_no": 9, "reason": "非责任人"}

        refused = scene.refused("release-party", scene.filed(), **said)

        assert isinstance(refused, NoSuchCase)
        assert refused.code == "no_such_party"


class TestRecusal:
    def aside(self, scene: Dossier, case: UUID, officer: UUID, **said: object) -> None:
        """Have somebody stand aside."""
        terms = {"by": scene.chief, "officer": officer, "reason": "亲属"} | said
        asker = RecusalAsker.PARTY
        scene.do("decide-recusal", case, **terms, asked_by=asker, stands_aside=True)

    @pytest.mark.procedure("CO-47")
    def test_a_handler(self, scene: Dossier) -> None:
        """
        行政处罚法 43: who stands aside handles the case no longer, nor again.
        """
        case = scene.filed()
        self.aside(scene, case, scene.officers[0])
        said = {"by": scene.chief, "handlers": scene.handlers, "reason": "补充"}

        refused = scene.refused("assign-handlers", case, **said)

        assert isinstance(refused, NotCompetent)
        assert refused.code == "recused"
        assert scene.case(case).handlers == (scene.officers[1],)

    def test_others_take_over(self, scene: Dossier) -> None:
        """
        行政处罚法 42: others are charged with it.
        """
        case = scene.filed()
        self.aside(scene, case, scene.officers[0])
        fresh = (scene.officers[1], scene.officers[2])

        said = {"by": scene.chief, "handlers": fresh, "reason": "回避"}
        scene.do("assign-handlers", case, **said)

        assert scene.case(case).team == fresh

    def test_not_of_oneself(self, scene: Dossier) -> None:
        """
        行政处罚法 43: nobody decides on themselves.
        """
        case = scene.filed()
        said = {
            "asked_by": RecusalAsker.ONESELF,
            "stands_aside": True,
            "reason": "亲属",
        }

        refused = scene.refused(
            "decide-recusal", case, by=scene.chief, officer=scene.head, **said
        )

        assert refused.code == "recusal_by_heads"

    def test_of_a_head_by_the_heads(self, scene: Dossier) -> None:
        """
        行政处罚法 43: of a head, the heads decide together.
        """
        case = scene.filed()
        by = Actor(Role.HEAD, scene.other_head, scene.bureau)
        self.aside(scene, case, scene.head, by=by, decided_by=(scene.third_head,))

        assert scene.head in scene.case(case).recused
        fact = scene.case(case).history[-1]
        assert isinstance(fact, RecusalDecided)
        assert len(fact.decided_by) == 2
