"""
What the law asks an act in a case, and a paper about one, to say.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.document.file import Document
from domain.enforcement_case.choices import (
    CaseSource,
    MitigatingFactor,
    PartyStage,
)
from domain.enforcement_case.choices_of_hearing import (
    ReviewGround,
    ReviewPoint,
    ReviewResult,
)
from domain.enforcement_case.facts_of_evidence import PartyResult
from domain.enforcement_case.facts_of_judging import PointAnswer, View
from domain.enforcement_case.facts_of_notice import ArgumentAnswer, FactorAnswer
from domain.enforcement_case.file import EnforcementCase, Party
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.penalty.file import Penalty
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.service.file import Way
from domain.values import Personal
from tests.cases.dossier import CONTENT, PAPER, ROW
from tests.cases.scene import SIGNER, moment
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful

#: A fine without and one with a right to a hearing.
FINES = (3_000_000, 3_000_000, 6_000_000)
SPOT_FINE_FEN = 100_000
ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}
# -- cases ----------------------------------------------------------------------------


def _case(city: City, file: UUID | None) -> EnforcementCase:
    assert file is not None
    return city.read(EnforcementCase, file)


def _party(city: City, file: UUID | None, dice: Random, *stages: PartyStage) -> Party:
    """One of the parties, where there is one at a stage of those."""
    parties = [*_case(city, file).parties.values()]
    fit = [party for party in parties if not stages or party.stage in stages]
    return dice.choice(fit or parties)


def _party_no(
    city: City, file: UUID | None, dice: Random, *stages: PartyStage
) -> Terms:
    return {"party_no": _party(city, file, dice, *stages).party_no}


@lawful("file-case")
def _files(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a finding of the visit."""
    number = dice.choice((1, 2))
    return {
        "taken_from": CaseOrigin(
            CaseSource.FINDING,
            city.visits[0],
            (number,),
            tuple(city.files("hazard")[:1]),
        ),
        "violation": Violation("未设置安全距离", "V02", city.day),
        "handlers": tuple(city.officers[:2]),
        **({"enterprise": city.enterprise} if dice.random() < 0.8 else ZHANG),
    }


@lawful("name-party")
def _names(city: City, _file: UUID | None, dice: Random) -> Terms:
    """The boss, or another unit."""
    if dice.random() < 0.3:
        return {"enterprise": city.other_enterprise}
    return {**ZHANG, "post": "厂长"}


@lawful("conclude-investigation")
def _concludes(city: City, file: UUID | None, _dice: Random) -> Terms:
    """On every party."""
    return {
        "party_results": tuple(
            PartyResult(party.party_no, "未设置安全距离", "安全生产法99", "罚款")
            for party in _case(city, file).active
        )
    }


@lawful("apply-discretion")
def _weighs(city: City, file: UUID | None, dice: Random) -> Terms:
    """The factors as they stand in the case."""
    party = _party(city, file, dice)
    answers = tuple(
        FactorAnswer(each, each in party.mitigating, "经查")
        for each in MitigatingFactor
    )
    return {
        "party_no": party.party_no,
        "applied_row": ROW,
        "fine_fen": dice.choice(FINES),
        "factor_answers": answers,
        "deviation_reason": "从轻",
    }


@lawful("propose-penalty")
def _proposes(city: City, file: UUID | None, dice: Random) -> Terms:
    """What the schedule came to."""
    party = _party(city, file, dice)
    fine = party.discretion_fen or dice.choice(FINES)
    return {
        "party_no": party.party_no,
        "kinds": (PenaltyKind.FINE,),
        "notice_content": CONTENT,
        "hearing_right": fine >= FINES[-1] or dice.random() < 0.2,
        "fine_fen": fine,
        "approver": city.head,
        "notice_stands": party.noticed is not None and dice.random() < 0.5,
        "complex_or_grave": dice.random() < 0.2,
        "review_grounds": dice.choice(((), (), (ReviewGround.COMPLEX,))),
    }


@lawful("hear-statement")
def _states(city: City, file: UUID | None, dice: Random) -> Terms:
    """One of the parties."""
    return {**_party_no(city, file, dice, PartyStage.NOTICED), "said": "罚得太重"}


@lawful("waive-statement")
def _waives(city: City, file: UUID | None, dice: Random) -> Terms:
    """In writing; the hearing as well, or not."""
    waived = dice.random() < 0.5
    paper = {"signer": SIGNER, "waiver": PAPER, "hearing_waived": waived}
    return {**_party_no(city, file, dice, PartyStage.NOTICED), **paper}


@lawful("review-statement")
def _answers_statement(city: City, file: UUID | None, dice: Random) -> Terms:
    """Every argument."""
    return {
        **_party_no(city, file, dice),
        "arguments": (ArgumentAnswer("罚得太重", dice.random() < 0.3, "已经考虑"),),
        "conclusion": "维持",
        "approver": city.head,
    }


lawful("request-hearing")(
    lambda city, file, dice: _party_no(city, file, dice, PartyStage.NOTICED)
)


lawful("expire-statement")(
    lambda city, file, dice: _party_no(city, file, dice, PartyStage.NOTICED)
)


@lawful("refuse-hearing", "release-party")
def _with_reason(city: City, file: UUID | None, dice: Random) -> Terms:
    """One of the parties, with a reason."""
    return {**_party_no(city, file, dice), "reason": "无听证权利"}


@lawful("notify-hearing", "postpone-hearing")
def _sets(city: City, file: UUID | None, dice: Random) -> Terms:
    """In two weeks."""
    at = moment(city.day + timedelta(days=14), 9)
    stages = (PartyStage.HEARING, PartyStage.HEARING_SET)
    return {**_party_no(city, file, dice, *stages), "hearing_at": at}


@lawful("hold-hearing")
def _holds(city: City, file: UUID | None, dice: Random) -> Terms:
    """When it was set."""
    party = _party(city, file, dice, PartyStage.HEARING_SET)
    set_for = party.hearing.hearing_at if party.hearing else None
    begun = set_for or moment(city.day, 9)
    times = {"started_at": begun, "ended_at": begun + timedelta(minutes=30)}
    return {"party_no": party.party_no, **times, "hearing_record": PAPER}


lawful("end-hearing")(
    lambda city, file, dice: _party_no(city, file, dice, PartyStage.HEARING_SET)
)
lawful("report-hearing")(
    lambda city, file, dice: _party_no(city, file, dice, PartyStage.HEARING_HELD)
)


@lawful("review-case")
def _reviews(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """Mostly in order."""
    wrong = dice.random() < 0.2
    points = tuple(
        PointAnswer(each, not (wrong and each is ReviewPoint.LAW))
        for each in ReviewPoint
    )
    return {
        "review_grounds": (ReviewGround.COMPLEX,),
        "review_points": points,
        "review_result": ReviewResult.CORRECT if wrong else ReviewResult.AGREED,
        "opinion": "程序合法",
    }


@lawful("deliberate-case", "adjudicate-case")
def _deliberates(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Of both heads."""
    views = (View(city.head, "同意"), View(city.other_head, "同意"))
    return {"views": views, "conclusion": "同意", "agreed": dice.random() < 0.8}


@lawful("decide-penalty")
def _decides(city: City, file: UUID | None, dice: Random) -> Terms:
    """What was notified, or something else."""
    case, party = _case(city, file), _party(city, file, dice, PartyStage.HEARD)
    notice = party.noticed
    fine = notice.fine_fen if notice and dice.random() < 0.8 else dice.choice(FINES)
    number = case.item_nos[0] if case.item_nos else 0
    content = DecisionContent("未设置安全距离", "安全生产法99(1)", "罚款", True)  # noqa: FBT003  a value
    return {
        "party_no": party.party_no,
        "kinds": (PenaltyKind.FINE,),
        "fine_fen": fine,
        "acts_fined": (ActFined("V02", number, "安全生产法99(1)", fine),),
        "decision_content": content,
        "deviation_reason": dice.choice(("", "从轻")),
    }


@lawful("decide-no-penalty")
def _spares(city: City, file: UUID | None, dice: Random) -> Terms:
    """One of the parties."""
    return {
        **_party_no(city, file, dice),
        "violation_fact": "轻微",
        "reason": "已改正",
        "legal_basis": "行政处罚法33",
        "education": "已教育",
    }


@lawful("transfer-case")
def _hands_over(city: City, _file: UUID | None, dice: Random) -> Terms:
    """To another authority, or to the police."""
    names = ("police", "discipline", "partner")
    receiver = city.bodies[dice.choice(names)]
    return {"receiver": receiver, "reason": "无管辖权", "receipt": PAPER}


# -- papers ---------------------------------------------------------------------------


def _to_tell(city: City) -> list[Terms]:
    """Papers that there is something to write in, each with whom it is to."""
    found: list[Terms] = []
    for case in city.files("enforcement-case"):
        for party in city.case(case).parties.values():
            to = Addressee(enterprise=party.enterprise, person=party.person)
            terms = {"about": case, "addressees": (to,), "party_no": party.party_no}
            if party.proposed and not party.noticed:
                found.append({**terms, "form": Form.PENALTY_NOTICE})
            if party.has_no_penalty:
                found.append({**terms, "form": Form.NO_PENALTY_DECISION})
    for file in city.files("penalty"):
        penalty = city.read(Penalty, file)
        if penalty.case is None:
            continue
        unit = penalty.enterprise
        to = Addressee(enterprise=unit, person=None if unit else ZHANG["person"])
        form = Form.PENALTY_DECISION_UNIT if unit else Form.PENALTY_DECISION_PERSON
        found += [{"about": file, "addressees": (to,), "form": form}] * 2
    for file in city.files("referral"):
        to = Addressee(body=city.police)
        form = Form.CRIME_REFERRAL_LETTER
        found.append({"about": file, "addressees": (to,), "form": form})
    return found


@lawful("issue-document")
def _issues(city: City, _file: UUID | None, dice: Random) -> Terms:
    """About one of the files, to its party."""
    return dice.choice(_to_tell(city) or [{"about": city.visits[0]}])


@lawful("serve-document", "record-failed-service", "announce-service")
def _serves(city: City, _file: UUID | None, dice: Random) -> Terms:
    """A paper that is out, in person."""
    papers = [p for p in city.files("document") if city.read(Document, p).in_force]
    return {"document": dice.choice(papers), "addressee_no": 1} if papers else {}


@lawful("serve-document")
def _serves_in_person(city: City, file: UUID | None, dice: Random) -> Terms:
    """In person."""
    way = {"way": Way.DIRECT, "place": "厂区", "recipient": SIGNER}
    return {**_serves(city, file, dice), **way}
