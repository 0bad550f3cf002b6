"""
The story of a case, from a finding to its archive, told chapter by chapter.

A case has a unit and, where it is wanted, the person in charge as a second party; each
is told, decided on and served for itself.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.base import Role
from domain.enforcement_case.choices import MitigatingFactor
from domain.enforcement_case.choices_of_hearing import ReviewPoint
from services.web.steps import Step, next_steps
from tests.e2e.story import WORKS, Story
from tests.e2e.telling import Done

FEN = 3_000_000
FACT = "煤气柜与厂房的距离不足"
BASIS = "安全生产法99(1)"
SCHEDULE = {
    "discretion_schedule": "安全生产行政处罚自由裁量基准",
    "schedule_row": "第12条",
    "schedule_from": "2024-01-01",
    "band": "二档",
    "band_min_fen": 0,
    "band_max_fen": 50_000_000,
}
COURT_PAPERS = ("application", "decision", "opinion_and_demand", "object")
OTHERS = (
    ("procurator", "郑检", Role.PROCURATORATE, "procuratorate"),
    ("judge", "沈法", Role.COURT, "court"),
    ("lawyer", "韩法", Role.LEGAL_REVIEWER, "bureau"),
)
#: Persons by their post, in the order in which they are named as parties.
PERSONS = {"何厂长": "厂长", "孙主任": "车间主任"}


class Docket(Story):
    """A story of a case."""

    case = ""
    referral = ""

    def begin(self) -> "Docket":
        """Settle, equip, visit, and file the case on what was found."""
        self.settle()
        self.equip()
        self.inspect()
        self.file()
        return self

    def settle_further(self) -> None:
        """Set up the judiciary, and a legal reviewer."""
        teller, bodies = self.teller, self.bodies
        for kind, name in (("procuratorate", "检察院"), ("court", "人民法院")):
            named = f"演示市{name}"
            bodies[kind] = teller.body(named, kind, parent=bodies["government"])
        for login, person, role, kind in OTHERS:
            teller.person(login, person, role, bodies[kind])

    def handles(self, act: str, file: str = "", /, **terms: object) -> Done:
        """Have the two who handle it do an act, on the case by default."""
        both = {"with_officers": [self.teller.id("second")]}
        return self.does("first", act, file or self.case, **both, **terms)

    def refused(
        self, login: str, act: str, file: str, /, **terms: object
    ) -> tuple[str, str]:
        """Have an act refused, and give the code and the provision of the refusal."""
        answer = self.teller.send(login, act, terms, file=file)
        assert answer.status_code == 409, answer.json()
        return answer.json()["code"], answer.json()["under"]

    # -- the case ---------------------------------------------------------------------

    def file(self) -> None:
        """Have the case filed."""
        self.teller.wait(1)
        self.case = self.does(
            "head",
            "file-case",
            taken_from={
                "case_source": "finding",
                "inspection": self.visit,
                "item_nos": [1],
            },
            violation={
                "case_name": "未设置安全距离",
                "violation_code": "V1",
                "discovered_on": str(self.teller.today),
            },
            handlers=[self.teller.id("first"), self.teller.id("second")],
            enterprise=self.done["register-enterprise"].file,
        ).file

    def name(self, person: str = "何厂长", number: str = "证件一号") -> None:
        """Have a person named as the next party, the one in charge by default."""
        post = PERSONS[person]
        self.handles("name-party", person=person, identity_number=number, post=post)

    def conclude(self, *parties: int) -> None:
        """Have the investigation concluded."""
        self.teller.wait(1)
        said = {"violation_fact": FACT, "legal_basis": BASIS, "suggestion": "罚款"}
        results = [{"party_no": no, **said} for no in parties or (1,)]
        self.handles("conclude-investigation", party_results=results)

    def propose(self, fen: int = FEN, *, party_no: int = 1) -> None:
        """Have a fine on a party weighed and proposed."""
        answers = [
            {"mitigating_factor": each.code, "stands": False, "reason": "经查"}
            for each in MitigatingFactor
        ]
        to = {"party_no": party_no, "fine_fen": fen}
        weighed = {"applied_row": SCHEDULE, "factor_answers": answers}
        self.handles("apply-discretion", **to, **weighed)
        content = {
            "penalty_content": "罚款",
            "violation_fact": FACT,
            "grounds": "危及生产安全",
            "legal_basis": BASIS,
        }
        self.handles(
            "propose-penalty",
            kinds=["fine"],
            notice_content=content,
            hearing_right=False,
            approver=self.teller.id("head"),
            **to,
        )

    def tell(self, form: str, *, about: str = "", party_no: int = 1) -> Done:
        """Have a paper to a party issued and served, and give the service."""
        firm = self.done["register-enterprise"].file
        to = {"enterprise": firm, "printed": WORKS}
        if party_no > 1:
            person = [*PERSONS][party_no - 2]
            to = {"person": person, "printed": person}
        of_case = {} if about else {"party_no": party_no}
        paper = self.does(
            "first",
            "issue-document",
            about=about or self.case,
            form=form,
            addressees=[to],
            **of_case,
        ).last
        return self.does(
            "first",
            "serve-document",
            with_officers=[self.teller.id("second")],
            document=paper,
            addressee_no=1,
            way="direct",
            place="厂部办公室",
            recipient="何厂长",
            recipient_relation="厂长",
        )

    def waive(self, party_no: int = 1) -> None:
        """Take in that a party waives its statement."""
        waiver = {
            "signer": "何厂长",
            "waiver": self.teller.puts("clerk", b"%PDF-1.7 w"),
        }
        self.does("clerk", "waive-statement", self.case, party_no=party_no, **waiver)

    def adjudicate(self) -> None:
        """Have the draft reviewed and adjudicated, where the place wants it."""
        views = [
            {"attendant": self.teller.id(who), "opinion": "同意"}
            for who in ("head", "principal")
        ]
        said = {"conclusion": "同意拟处罚意见", "agreed": True, "in_public": False}
        self.does("head", "adjudicate-case", self.case, views=views, **said)

    def review(self) -> None:
        """Have the legal reviewer agree."""
        self.does(
            "lawyer",
            "review-case",
            self.case,
            review_grounds=["complex"],
            review_points=[
                {"review_point": each.code, "in_order": True} for each in ReviewPoint
            ],
            review_result="agreed",
            opinion="事实清楚",
        )

    def deciding(self, fen: int = FEN, *, party_no: int = 1) -> dict[str, Any]:
        """Give the terms of a decision."""
        fine = {
            "violation_code": "V1",
            "item_no": 1,
            "legal_basis": BASIS,
            "fine_fen": fen,
        }
        content = {
            "violation_fact": FACT,
            "legal_basis": BASIS,
            "penalty_content": "罚款，十五日内缴至指定银行",
            "surcharge_told": True,
        }
        return {
            "party_no": party_no,
            "kinds": ["fine"],
            "acts_fined": [fine],
            "decision_content": content,
            "fine_fen": fen,
        }

    def decide(self, fen: int = FEN, *, party_no: int = 1) -> str:
        """Have a penalty decided on a party."""
        terms = self.deciding(fen, party_no=party_no)
        return self.does("head", "decide-penalty", self.case, **terms).file

    def fined(self, fen: int = FEN, *, party_no: int = 1) -> str:
        """Bring a party from the proposal to a decision that was served."""
        form = "penalty_decision_person" if party_no > 1 else "penalty_decision_unit"
        self.propose(fen, party_no=party_no)
        self.tell("penalty_notice", party_no=party_no)
        self.waive(party_no)
        penalty = self.decide(fen, party_no=party_no)
        self.tell(form, about=penalty, party_no=party_no)
        return penalty

    # -- the suspicion ----------------------------------------------------------------

    def suspect(self) -> None:
        """Have a crime of the person in charge suspected in the case."""
        person = {"person": "何厂长", "identity_number": "证件一号"}
        self.referral = self.does(
            "first",
            "suspect-crime",
            about=self.case,
            offence="dangerous_work",
            threshold_fact="具有发生重大伤亡事故的现实危险",
            suspected_persons=[person],
            with_officers=[self.teller.id("second")],
        ).file

    def deliver(self) -> None:
        """Report it, decide, deliver it to the police, and tell the procuratorate."""
        self.handles("report-referral", self.referral, opinion="移送公安机关")
        transfer = {"decision": "transfer"}
        self.does("principal", "decide-referral", self.referral, **transfer)
        police = self.bodies["police"]
        letter = self.does(
            "first",
            "issue-document",
            about=self.referral,
            form="crime_referral_letter",
            addressees=[{"body": police, "printed": "演示市公安局"}],
        ).last
        report = self.teller.puts("first", b"%PDF-1.7 report")
        none = {"none_because": "没有"}
        self.handles(
            "transfer-referral",
            self.referral,
            police=police,
            letter=letter,
            papers=[
                {"paper_slot": "report", "evidence": [report]},
                *({"paper_slot": s, **none} for s in ("goods", "expertise", "other")),
            ],
        )
        to = {"procuratorate": self.bodies["procuratorate"]}
        self.does("clerk", "copy-referral", self.referral, **to)

    # -- what is done on a penalty ----------------------------------------------------

    def pay(self, penalty: str, fen: int, **terms: object) -> None:
        """Take in that money came."""
        money = {"receipt_no": f"票{self.teller.count}", "amount_fen": fen}
        self.does("clerk", "record-payment", penalty, **money, **terms)

    def close(self) -> None:
        """Have the case closed."""
        result = {"case_result": "处罚", "execution": "已履行"}
        self.does("head", "close-case", self.case, **result)

    def archive(self) -> None:
        """Have its papers archived, each in the index."""
        papers = self.papers()
        self.does(
            "clerk",
            "archive-case",
            self.case,
            archive_number="演-2026-1",
            retention_years=30,
            pieces_count=len(papers),
            pages_count=40,
            indexed=[row["id"] for row in papers],
        )

    # -- what can be read back --------------------------------------------------------

    @property
    def row(self) -> dict[str, Any]:
        """The row of the case on the board."""
        (row,) = self.teller.asks("first", "cases")
        return row

    def steps(self) -> dict[tuple[str, str], Step]:
        """What can be done next in the thread, by act and file."""
        posts = self.teller.house.directory.posts_on(self.teller.today)
        found = next_steps(self.teller.house, UUID(self.visit), posts)
        return {(step.act.name, str(step.file)): step for step in found}

    def papers(self) -> list[dict[str, Any]]:
        """The papers about the case and about its penalties."""
        rows = self.teller.asks("clerk", "documents")
        penalties = self.teller.asks("clerk", "penalties")
        about = {self.case, *(each["id"] for each in penalties)}
        return [row for row in rows if row["about"] in about]

    def running(self) -> set[str]:
        """The rules of the periods that run in the thread."""
        rows = self.teller.asks("first", "deadlines", thread=self.visit)
        return {row["rule"] for row in rows}

    def until(self, days: int) -> str:
        """A day so many days ahead."""
        return str(self.teller.today + timedelta(days=days))
