"""
The scene of a case: a reviewer and a chair besides those of the bureau, and a case
brought to the stage that a test begins with by the acts themselves.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.body.file import BodyKind
from domain.enforcement_case.choices import CaseSource, MitigatingFactor
from domain.enforcement_case.choices_of_hearing import (
    ReviewGround,
    ReviewPoint,
    ReviewResult,
)
from domain.enforcement_case.facts_of_evidence import PartyResult
from domain.enforcement_case.facts_of_judging import PointAnswer, View
from domain.enforcement_case.facts_of_notice import FactorAnswer
from domain.enforcement_case.file import EnforcementCase, Party
from domain.enforcement_case.proposing import ScheduleRow
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.procedures.proposing_penalties import NoticeContent
from domain.service.file import Way
from domain.values import Personal, Upload
from tests.cases.scene import MONDAY, SIGNER, Scene, moment

PAPER = Upload("cd" * 32, 2048, "application/pdf")
CLOCK = Actor(Role.CLOCK)
CONTENT = NoticeContent("罚款", "未设置安全距离", "危及生产安全", "安全生产法99")
ROW = ScheduleRow(
    "安全生产行政处罚自由裁量基准", "第12条", date(2024, 1, 1), "二档", 0, 50_000_000
)
NUMBER = "230102199001011234"


class Dossier(Scene):
    """
    A bureau that handles cases.
    """

    def __post_init__(self) -> None:
        """
        Fill the registers.
        """
        super().__post_init__()
        self.reviewer = self._person("法制员", Role.LEGAL_REVIEWER)
        self.police = self._body("市公安局", BodyKind.POLICE)
        self.superior = self._member("上级局长", Role.HEAD)
        self.strangers = (self._member("庚"), self._member("辛"))
        self.third_head = self._person("纪检组长", Role.HEAD)
        self.handlers = tuple(self.officers[:2])

    def _member(self, name: str, role: Role = Role.OFFICER) -> UUID:
        """
        Enrol somebody of the other bureau.
        """
        own, self.bureau = self.bureau, self.other_bureau
        member = self._person(name, role)
        self.bureau = own
        return member

    @property
    def lawyer(self) -> Actor:
        """
        Act as the legal reviewer.
        """
        return Actor(Role.LEGAL_REVIEWER, self.reviewer, self.bureau)

    @property
    def chair(self) -> Actor:
        """
        Act as an officer who chairs a hearing and did not investigate.
        """
        return self.officer(3)

    def case(self, file: UUID) -> EnforcementCase:
        """
        Load a case.
        """
        return self.read(EnforcementCase, file)

    def party(self, file: UUID, party_no: int = 1) -> Party:
        """
        Load a party of a case.
        """
        return self.case(file).parties[party_no]

    def filing(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of a filing on a finding of a new visit, changed as said.
        """
        said: dict[str, object] = {
            "by": self.chief,
            "violation": Violation("未设置安全距离", "V02", MONDAY),
            "handlers": self.handlers,
            "enterprise": self.enterprise,
        }
        if "taken_from" not in changes:
            origin = CaseOrigin(CaseSource.FINDING, self.found(), (1,))
            said["taken_from"] = origin
        return said | changes

    def filed(self, **changes: object) -> UUID:
        """
        Have a case filed.
        """
        return self.do("file-case", None, **self.filing(**changes))[0].file

    def with_person(self) -> UUID:
        """
        Have a case filed against the unit, and its principal named as a second party.
        """
        case = self.filed()
        person = {"person": Personal("张三"), "identity_number": Personal(NUMBER)}
        self.do("name-party", case, **person, post="厂长")
        return case

    def conclude(self, case: UUID) -> UUID:
        """
        Have the investigation of a case concluded.
        """
        results = tuple(
            PartyResult(party.party_no, "未设置安全距离", "安全生产法99", "罚款")
            for party in self.case(case).active
        )
        self.do("conclude-investigation", case, party_results=results)
        return case

    def concluded(self) -> UUID:
        """
        Have a case filed and investigated.
        """
        return self.conclude(self.filed())

    def answers(self, *stand: MitigatingFactor) -> tuple[FactorAnswer, ...]:
        """
        Answer the factors of 32 and 33; those named stand.
        """
        return tuple(
            FactorAnswer(each, each in stand, "经查") for each in MitigatingFactor
        )

    def weigh(self, case: UUID, fine_fen: int = 3_000_000, **changes: object) -> UUID:
        """
        Have the schedule applied to a party, the first by default.
        """
        said = {"party_no": 1, "applied_row": ROW, "factor_answers": self.answers()}
        self.do("apply-discretion", case, **(said | changes), fine_fen=fine_fen)
        return case

    def proposal(
        self, fine_fen: int = 3_000_000, **changes: object
    ) -> dict[str, object]:
        """
        Give the terms of a proposal.
        """
        said = {
            "party_no": 1,
            "kinds": (PenaltyKind.FINE,),
            "notice_content": CONTENT,
            "hearing_right": fine_fen >= 5_000_000,
            "fine_fen": fine_fen,
            "approver": self.head,
        }
        return said | changes

    def propose(self, case: UUID, fine_fen: int = 3_000_000, **changes: object) -> UUID:
        """
        Have the schedule applied and a fine proposed.
        """
        self.weigh(case, fine_fen, party_no=changes.get("party_no", 1))
        self.do("propose-penalty", case, **self.proposal(fine_fen, **changes))
        return case

    def notice(self, case: UUID, party_no: int = 1, **said: object) -> UUID:
        """
        Have the notice to a party issued.
        """
        party = self.party(case, party_no)
        to = Addressee(enterprise=party.enterprise, person=party.person)
        (paper,) = self.do(
            "issue-document",
            None,
            about=case,
            form=Form.PENALTY_NOTICE,
            addressees=(to,),
            party_no=party_no,
            **said,
        )[-1:]
        return paper.file

    def serve(self, paper: UUID, **said: object) -> list[Fact]:
        """
        Have a document served in person.
        """
        said.setdefault("recipient", SIGNER)
        return self.do(
            "serve-document",
            None,
            document=paper,
            addressee_no=1,
            way=Way.DIRECT,
            place="厂区",
            **said,
        )

    def tell(self, case: UUID, party_no: int = 1, **said: object) -> list[Fact]:
        """
        Have a party notified of what is proposed against it.
        """
        return self.serve(self.notice(case, party_no), **said)

    def notified_of(self, fine_fen: int = 3_000_000, **changes: object) -> UUID:
        """
        Have a case brought to the notice of a fine.
        """
        case = self.propose(self.concluded(), fine_fen, **changes)
        self.tell(case)
        return case

    def waive(self, case: UUID, party_no: int = 1, **said: object) -> UUID:
        """
        Have a party waive its statement in writing.
        """
        said.setdefault("by", self.clerk)
        terms = {"party_no": party_no, "signer": SIGNER, "waiver": PAPER}
        self.do("waive-statement", case, **terms, **said)
        return case

    def heard(self, fine_fen: int = 3_000_000, **changes: object) -> UUID:
        """
        Have a case brought to where its party is heard.
        """
        return self.waive(self.notified_of(fine_fen, **changes))

    def asked(self, **said: object) -> UUID:
        """
        Have a hearing asked for in time.
        """
        case = self.notified_of(6_000_000)
        self.do("request-hearing", case, by=self.clerk, party_no=1, **said)
        return case

    def setting(self, days: int = 14) -> dict[str, object]:
        """
        Give the terms that set a hearing some days from now.
        """
        at: datetime = moment(self.day + timedelta(days=days), 9)
        return {"by": self.chair, "party_no": 1, "hearing_at": at, "place": "会议室"}

    def hearing_set(self) -> UUID:
        """
        Have a hearing set.
        """
        case = self.asked()
        self.do("notify-hearing", case, **self.setting())
        return case

    def hold(self, case: UUID, **said: object) -> list[Fact]:
        """
        Have the hearing held on its day.
        """
        hearing = self.party(case).hearing
        assert hearing is not None
        assert hearing.hearing_at is not None
        begun = hearing.hearing_at
        terms = {"party_no": 1, "hearing_record": PAPER, "on": begun.date(), "hour": 15}
        said.setdefault("by", self.chair)
        times = {"started_at": begun, "ended_at": begun + timedelta(hours=2)}
        return self.do("hold-hearing", case, **(terms | times | said))

    def points(self, *wrong: ReviewPoint) -> tuple[PointAnswer, ...]:
        """
        Answer the points of a review; those named are not in order.
        """
        return tuple(PointAnswer(each, each not in wrong) for each in ReviewPoint)

    def review(self, **changes: object) -> dict[str, object]:
        """
        Give the terms of a review that agrees.
        """
        said = {
            "by": self.lawyer,
            "review_grounds": (ReviewGround.COMPLEX,),
            "review_points": self.points(),
            "review_result": ReviewResult.AGREED,
            "opinion": "事实清楚，程序合法",
        }
        return said | changes

    def views(self) -> tuple[View, ...]:
        """
        Let both heads agree.
        """
        return (View(self.head, "同意"), View(self.other_head, "同意"))
