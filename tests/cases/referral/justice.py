"""
A bureau with police, procuratorate and court beside it, and a suspected crime.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.base import Actor, Fact, Role
from domain.body.file import Body, BodyKind, BodyRegistered, Identity
from domain.document.file import DocumentIssued
from domain.jurisdictions import Level
from domain.law.crimes import Offence, Threshold
from domain.law.forms import Form
from domain.parties import Addressee
from domain.referral.choices import (
    Outcome,
    PaperSlot,
    Reconsidered,
    Stage,
    Supervised,
)
from domain.referral.file import Referral
from domain.referral.parts import Paper, SuspectedPerson
from domain.values import Personal, Upload
from tests.cases.scene import PHOTO, Scene

BOSS = SuspectedPerson(Personal("王五"), Personal("11010519491231002X"))
REPORT = Upload("cd" * 32, 2048, "application/pdf")
#: What goes with a case besides its letter.
PAPERS = (
    Paper(PaperSlot.REPORT, evidence=(REPORT,)),
    Paper(PaperSlot.GOODS, none_because="没有涉案物品"),
    Paper(PaperSlot.EXPERTISE, none_because="不需要鉴定"),
    Paper(PaperSlot.OTHER, evidence=(PHOTO,)),
)

#: The same, with a list of goods.
WITH_GOODS = tuple(
    Paper(PaperSlot.GOODS, evidence=(PHOTO,))
    if paper.paper_slot is PaperSlot.GOODS
    else paper
    for paper in PAPERS
)


@dataclass
class Justice(Scene):
    """
    A scene in which a crime is suspected.
    """

    def __post_init__(self) -> None:
        """
        Set police, procuratorate, court and supervision organ up.
        """
        super().__post_init__()
        self.papers: tuple[Paper, ...] = PAPERS
        self.police_body = self._body("市公安局", BodyKind.POLICE)
        self.other_police_body = self._body("市公安局开发区分局", BodyKind.POLICE)
        self.procuratorate_body = self._body("市人民检察院", BodyKind.PROCURATORATE)
        self.court_body = self._body("市人民法院", BodyKind.COURT)
        self.supervision_organ = self._body("市监察委员会", BodyKind.DISCIPLINE)
        self.principal_person = self._person("一把手", Role.PRINCIPAL_HEAD)

    def body(self, name: str, level: Level) -> UUID:
        """
        Register police of a level.
        """
        return self._start(
            BodyRegistered,
            Body,
            body_kind=BodyKind.POLICE,
            level=level,
            region="230100",
            identity=Identity(name),
            since_on=date(2019, 1, 1),
        )

    # -- who acts ---------------------------------------------------------------------

    @property
    def principal(self) -> Actor:
        """
        Act as the principal head.
        """
        return Actor(Role.PRINCIPAL_HEAD, self.principal_person, self.bureau)

    @property
    def police(self) -> Actor:
        """
        Act as the police.
        """
        return Actor(Role.POLICE, self.officers[3], self.police_body)

    @property
    def other_police(self) -> Actor:
        """
        Act as other police.
        """
        return Actor(Role.POLICE, self.officers[3], self.other_police_body)

    @property
    def procurator(self) -> Actor:
        """
        Act as the procuratorate.
        """
        return Actor(Role.PROCURATORATE, self.officers[3], self.procuratorate_body)

    @property
    def judge(self) -> Actor:
        """
        Act as the court.
        """
        return Actor(Role.COURT, self.officers[3], self.court_body)

    # -- what is done -----------------------------------------------------------------

    def referral(self, file: UUID) -> Referral:
        """
        Load a referral.
        """
        return self.read(Referral, file)

    def stage(self, file: UUID) -> Stage:
        """
        Say how a referral stands.
        """
        return self.referral(file).stage

    def suspect(self, about: UUID, **said: object) -> UUID:
        """
        Have a crime suspected, of the enterprise and its boss unless said otherwise.
        """
        said.setdefault("suspected_enterprises", (self.enterprise,))
        said.setdefault("suspected_persons", (BOSS,))
        facts = self.do(
            "suspect-crime",
            None,
            officers=(1,),
            about=about,
            offence=Offence.DANGEROUS_WORK,
            threshold=Threshold.UNAPPROVED_WORK,
            threshold_fact="未经许可储存危险化学品",
            evidence=(PHOTO,),
            **said,
        )
        return facts[0].file

    def recorded(self) -> UUID:
        """
        Have a visit recorded that found a violation.
        """
        visit = self.found()
        self.sign(visit)
        return visit

    def suspected(self, **said: object) -> UUID:
        """
        Have a crime suspected on a recorded visit.
        """
        return self.suspect(self.recorded(), **said)

    def bring_up(self, referral: UUID) -> UUID:
        """
        Have a suspicion reported, decided, delivered and signed for.
        """
        self.report_on(referral)
        self.decide(referral, Outcome.TRANSFER)
        self.deliver(referral)
        self.do("receive-referral", referral, by=self.police)
        return referral

    def report_on(self, referral: UUID, **said: object) -> None:
        """
        Have officers 0 and 1 report.
        """
        said.setdefault("opinion", "涉嫌危险作业罪，建议移送")
        self.do("report-referral", referral, officers=(1,), report=REPORT, **said)

    def reported_crime(self, **said: object) -> UUID:
        """
        Have a suspicion reported.
        """
        referral = self.suspected(**said)
        team = tuple(self.officers[:2])
        self.do("name-referral-team", referral, by=self.chief, handlers=team)
        self.report_on(referral)
        return referral

    def decide(self, referral: UUID, decision: Outcome, **said: object) -> list[Fact]:
        """
        Have the principal head decide.
        """
        return self.do(
            "decide-referral", referral, by=self.principal, decision=decision, **said
        )

    def to_be_transferred(self, **said: object) -> UUID:
        """
        Have a transfer decided.
        """
        referral = self.reported_crime(**said)
        self.decide(referral, Outcome.TRANSFER)
        return referral

    def letter(self, referral: UUID) -> UUID:
        """
        Have the letter of transfer issued.
        """
        facts = self.do(
            "issue-document",
            None,
            about=referral,
            form=Form.CRIME_REFERRAL_LETTER,
            addressees=(Addressee(body=self.police_body, printed="市公安局"),),
        )
        return next(f.file for f in facts if isinstance(f, DocumentIssued))

    def deliver(self, referral: UUID, **said: object) -> list[Fact]:
        """
        Have a case delivered to the police.
        """
        said.setdefault("police", self.police_body)
        said.setdefault("papers", self.papers)
        if "letter" not in said:
            said["letter"] = self.letter(referral)
        return self.do("transfer-referral", referral, officers=(1,), **said)

    def transferred(self, **said: object) -> UUID:
        """
        Have a case transferred.
        """
        referral = self.to_be_transferred(**said)
        self.deliver(referral)
        return referral

    def copy(self, referral: UUID, **said: object) -> None:
        """
        Have the procuratorate sent its copy.
        """
        body = self.procuratorate_body
        self.do("copy-referral", referral, by=self.clerk, procuratorate=body, **said)

    def received(self, **said: object) -> UUID:
        """
        Have a case signed for by the police, and copied.
        """
        referral = self.transferred(**said)
        self.copy(referral)
        self.do("receive-referral", referral, by=self.police)
        return referral

    def filed(self, **said: object) -> UUID:
        """
        Have a criminal case filed.
        """
        referral = self.received(**said)
        self.file_case(referral)
        return referral

    def file_case(self, referral: UUID, **said: object) -> list[Fact]:
        """
        Have the police file.
        """
        said.setdefault("criminal_case_no", "公（刑）立字〔2026〕7号")
        return self.do("file-criminal-case", referral, by=self.police, **said)

    def declined(self, **said: object) -> UUID:
        """
        Have the police decline.
        """
        referral = self.received(**said)
        self.do("decline-filing", referral, by=self.police, reasons="情节显著轻微")
        return referral

    def reconsidering(self) -> UUID:
        """
        Have the police asked to reconsider.
        """
        referral = self.declined()
        self.do(
            "request-filing-reconsideration",
            referral,
            by=self.chief,
            grounds="已达立案标准",
        )
        return referral

    def declined_again(self) -> UUID:
        """
        Have the police uphold their refusal.
        """
        referral = self.reconsidering()
        self.uphold(referral)
        return referral

    def uphold(self, referral: UUID, **said: object) -> list[Fact]:
        """
        Have the police uphold their refusal.
        """
        return self.do(
            "reconsider-filing",
            referral,
            by=self.police,
            reconsidered=Reconsidered.UPHELD,
            reasons="仍不构成犯罪",
            **said,
        )

    def supervised(self) -> UUID:
        """
        Have the procuratorate asked to supervise a refusal.
        """
        referral = self.declined()
        self.suggest(referral)
        return referral

    def suggest(self, referral: UUID, **said: object) -> list[Fact]:
        """
        Have the procuratorate asked to supervise.
        """
        return self.do(
            "suggest-filing-supervision",
            referral,
            by=self.chief,
            procuratorate=self.procuratorate_body,
            grounds="有犯罪事实",
            **said,
        )

    def conclude(
        self, referral: UUID, supervised: Supervised, **said: object
    ) -> list[Fact]:
        """
        Have the procuratorate conclude.
        """
        return self.do(
            "conclude-filing-supervision",
            referral,
            by=self.procurator,
            supervised=supervised,
            reasons="经审查",
            **said,
        )

    def ordered_to_file(self) -> UUID:
        """
        Have the police ordered to file.
        """
        referral = self.supervised()
        self.conclude(referral, Supervised.ORDER_TO_FILE)
        return referral

    def prosecuted(self, **said: object) -> UUID:
        """
        Have a case brought before the court.
        """
        referral = self.filed(**said)
        self.do(
            "transfer-for-prosecution",
            referral,
            by=self.police,
            offence=Offence.DANGEROUS_WORK,
            procuratorate=self.procuratorate_body,
        )
        self.do(
            "decide-prosecution",
            referral,
            by=self.procurator,
            offence=Offence.DANGEROUS_WORK,
            court=self.court_body,
        )
        return referral

    def judge_party(
        self, referral: UUID, suspect_no: int, fine_fen: int, **said: object
    ) -> list[Fact]:
        """
        Have the court find a suspect guilty.
        """
        said.setdefault("guilty", True)
        return self.do(
            "record-judgment",
            referral,
            by=self.judge,
            judgment_no="（2026）刑初9号",
            suspect_no=suspect_no,
            criminal_fine_fen=fine_fen,
            **said,
        )

    def not_prosecuted(self) -> UUID:
        """
        Have nobody prosecuted.
        """
        referral = self.filed()
        self.do(
            "decide-non-prosecution", referral, by=self.procurator, reasons="情节轻微"
        )
        return referral

    def drop(self, visit: UUID, **said: object) -> list[Fact]:
        """
        Have no case opened on a visit.
        """
        terms = {"item_nos": (1,), "reason": "情节轻微"}
        return self.do("decide-no-case", visit, by=self.chief, **terms, **said)
