"""
What the law asks an act of investigating and of putting a case away to say.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.document.file import Document
from domain.enforcement_case.choices import Disposition, MandatoryOutcome
from domain.enforcement_case.facts_of_evidence import EvidenceThing, ThingDecision
from domain.enforcement_case.file import EnforcementCase
from domain.values import Personal
from tests.cases.dossier import PAPER
from tests.cases.scene import PHOTO, moment
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful, said

THINGS = (EvidenceThing("煤气表", "1台"), EvidenceThing("台账", "1册"))


def _today(city: City) -> Terms:
    return {"started_at": moment(city.day, 9), "ended_at": moment(city.day, 9, 30)}


@lawful("record-questioning")
def _asks(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """This morning, by two."""
    paper = {"rights_told": True, "signed_paper": PAPER}
    who = {"person": Personal("李四"), "post": "厂长", "place": "会议室"}
    return {**who, **_today(city), **paper}


@lawful("examine-scene")
def _examines(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """This morning, with the party."""
    scene = {"place": "煤气柜", "weather": "晴", "description": "未设置安全距离"}
    return {**scene, **_today(city), "party_present": Personal("李四")}


@lawful("take-sample")
def _samples(_city: City, _file: UUID | None, _dice: Random) -> Terms:
    """With the party."""
    place = {"place": "煤气柜", "party_present": Personal("李四")}
    return {"things": THINGS, **place}


@lawful("summon")
def _summons(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """For the day after tomorrow."""
    who = {"person": Personal("李四"), "post": "厂长", "place": "会议室"}
    return {**who, "appear_at": moment(city.day + timedelta(days=2)), "reason": "询问"}


@lawful("commission-appraisal")
def _commissions(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """In three weeks."""
    until = {"appraise_until": city.day + timedelta(days=21), "qualification": PAPER}
    return {"appraiser": "质检院", "appraisal_question": "是否合格", **until}


said("receive-appraisal", appraisal_no=1, opinion="不合格", appraisal_report=PAPER)


@lawful("register-evidence")
def _registers(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """With a head's approval."""
    where = {"kept_where": "本局仓库", "custodian": Personal("李四")}
    return {
        "things": THINGS,
        "reason": "可能灭失",
        **where,
        "approver": city.other_head,
    }


@lawful("decide-registration", "lapse-registration")
def _decides_on_things(city: City, file: UUID | None, dice: Random) -> Terms:
    """Each thing of one of the registrations."""
    count = len(city.read(EnforcementCase, file).things_registered) if file else 0
    return {"registration_no": dice.randint(1, max(count, 1))}


@lawful("decide-registration")
def _disposes(city: City, file: UUID | None, dice: Random) -> Terms:
    """Give each back, or something else."""
    fate = dice.choice((Disposition.RELEASED, *Disposition))
    decisions = tuple(
        ThingDecision(number, fate, "已查明")
        for number, _ in enumerate(THINGS, start=1)
    )
    number = _decides_on_things(city, file, dice)
    return {**number, "decisions": decisions, "approver": city.other_head}


@lawful("extend-case-time")
def _extends(city: City, _file: UUID | None, dice: Random) -> Terms:
    """By thirty days or more."""
    until = city.day + timedelta(days=dice.choice((20, 40, 80, 100)))
    reason = {"reason": "案情复杂", "legal_basis": "行政处罚法60"}
    return {"extended_until": until, **reason}


@lawful("archive-case")
def _archives(city: City, file: UUID | None, _dice: Random) -> Terms:
    """With every paper in the index."""
    papers = tuple(
        paper
        for paper in city.files("document")
        if city.read(Document, paper).about in (file, *city.files("penalty"))
    )
    counts = {"pieces_count": len(papers) + 1, "pages_count": 40}
    years = {"archive_number": "档1", "retention_years": 30}
    return {**years, **counts, "indexed": papers}


said("resume-case-clock", reason="原因消失")


@lawful("assign-handlers")
def _assigns(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Two of the officers."""
    return {"handlers": tuple(dice.sample(city.officers[:4], 2)), "reason": "调整"}


@lawful("decide-recusal")
def _stands_aside(city: City, _file: UUID | None, dice: Random) -> Terms:
    """An officer, as two heads decide."""
    heads = {"decided_by": (city.head, city.other_head), "reason": "亲属"}
    return {"officer": dice.choice(city.officers[2:4]), "stands_aside": True, **heads}


@lawful("satisfy-outcome")
def _satisfies(city: City, file: UUID | None, dice: Random) -> Terms:
    """One of those that are left."""
    outcomes = city.read(EnforcementCase, file).outcomes if file else {}
    left = [outcome for outcome, is_met in outcomes.items() if not is_met]
    outcome = dice.choice(left or list(MandatoryOutcome))
    return {"mandatory_outcome": outcome, "done": "已落实", "evidence": (PHOTO,)}
