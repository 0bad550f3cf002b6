"""
Where walks about lists, credit and crimes begin (名单、信用、移送的起点).
"""

from uuid import UUID

from domain.base import Actor, Role
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.law.discipline import DisciplineMeasure
from domain.law.forms import Form
from domain.law.list_grounds import ListGround
from domain.list_entry.file import ListEntry
from domain.parties import Addressee
from domain.publication.file import Channel
from domain.referral.choices import Outcome
from domain.values import Personal
from tests.cases.credit_record.recorded import STOPPED
from tests.cases.dossier import PAPER
from tests.cases.list_entry.listed import ALL_MET, DECISION, NOTICE, PROOFS, RED_PROOFS
from tests.cases.referral.justice import PAPERS
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City

# -- lists ----------------------------------------------------------------------------


def propose(city: City, penalty: UUID) -> UUID:
    """
    Have somebody proposed for the black list.
    """
    terms = {"list_ground": ListGround.L7_1, "reasons": "未取得许可从事生产"}
    return city.do("propose-entry", None, penalty=penalty, **terms)[0].file


def told_of_entry(city: City) -> UUID:
    """
    Have the subject of an entry told.
    """
    entry = propose(city, city.penalised())
    city.do("notify-entry", entry, by=city.chief, **NOTICE)
    return entry


def listed(city: City, penalty: UUID) -> UUID:
    """
    Have somebody put on the black list.
    """
    entry = propose(city, penalty)
    heard = {"statement": Personal("已整改"), "arguments_answered": "不予采纳"}
    city.do("notify-entry", entry, by=city.chief, **NOTICE)
    city.do("hear-entry-statement", entry, by=city.chief, **heard)
    city.do("make-entry", entry, by=city.chief, **DECISION)
    return entry


def disciplined(city: City) -> UUID:
    """
    Have a partner asked for a measure on whoever is listed.
    """
    entry = listed(city, city.penalised())
    terms = {
        "entry": entry,
        "partner": city.bodies["partner"],
        "discipline_measure": DisciplineMeasure.PUBLIC_FUNDS,
        "requirements": "限制申请",
    }
    city.do("initiate-joint-discipline", None, by=city.chief, **terms)
    return entry


def removal_applied(city: City) -> UUID:
    """
    Have early removal applied for by whoever paid, and a partner's measure running.
    """
    entry = disciplined(city)
    penalty = city.read(ListEntry, entry).penalty
    assert penalty is not None
    city.pay(penalty, 1000)
    (joint,) = city.files("joint-measure")
    partner = city.people(Role.PARTNER)[0]
    city.do("impose-partner-measure", joint, by=partner, done="已列入")
    first = city.read(ListEntry, entry).early_from
    assert first is not None
    city.move_to(first)
    proofs = {"removal_proofs": PROOFS, "credit_promise": PHOTO}
    city.do("apply-for-early-removal", entry, by=city.clerk, **proofs)
    return entry


def measure_left(city: City) -> UUID:
    """
    Have an entry removed early, and a partner's measure left.
    """
    entry = removal_applied(city)
    city.do("accept-early-removal", entry, by=city.chief)
    said = {"conditions_met": ALL_MET, "reasons": "条件均已满足"}
    city.do("remove-entry", entry, by=city.chief, **said)
    return entry


def red(city: City) -> UUID:
    """
    Have an enterprise put on the red list.
    """
    terms = {"red_proofs": RED_PROOFS, "reasons": "符合", "by": city.chief}
    entry = city.do("propose-red-entry", None, enterprise=city.enterprise, **terms)
    city.do("make-red-entry", entry[0].file, by=city.chief, reasons="经核实")
    return entry[0].file


def discloser(city: City) -> Actor:
    """
    Act as the disclosure officer.
    """
    return city.people(Role.DISCLOSURE_OFFICER)[0]


def published(city: City) -> UUID:
    """
    Have a penalty public and recorded as credit, and an entry as well.
    """
    entry = listed(city, city.penalised())
    penalty = city.files("penalty")[0]
    by, site = discloser(city), {"channel": Channel.OWN_SITE}
    ground = {"credit_class": CreditClass.GENERAL, "class_ground": "较大数额罚款"}
    city.do("publish-penalty", penalty, by=by, **site, **ground)
    city.do("publish-entry", entry, by=by, **site)
    return entry


def recorded(city: City) -> UUID:
    """
    Have a paid penalty recorded as credit and public, and its shortest term over.
    """
    penalty = city.penalised()
    city.pay(penalty, 1000)
    ground = {"credit_class": CreditClass.GENERAL, "class_ground": "较大数额罚款"}
    kept = {**ground, "class_standard": ClassStandard.MINISTRY, "by": city.clerk}
    city.do("record-penalty-credit", penalty, **kept)
    public = {**ground, "channel": Channel.OWN_SITE, "by": discloser(city)}
    city.do("publish-penalty", penalty, **public)
    city.pass_days(100)
    return penalty


def repaired(city: City) -> UUID:
    """
    Have it repaired.
    """
    penalty = recorded(city)
    (record,) = city.files("credit-record")
    number = {"credit_no": 1}
    promise = {"credit_promise": PHOTO, "evidence": (PHOTO,)}
    city.do("apply-for-repair", record, by=city.clerk, **number, **promise)
    city.do("accept-repair", record, by=city.chief, **number)
    done = {"reasons": "已整改", "stoppages": STOPPED}
    city.do("repair-credit-fact", record, by=city.chief, **number, **done)
    return penalty


# -- crime ----------------------------------------------------------------------------


def transferred(city: City) -> UUID:
    """
    Have a crime handed over to the police.
    """
    case = city.suspected()
    handlers = {"handlers": tuple(city.officers[:2])}
    city.do("name-referral-team", case, by=city.principal, **handlers)
    city.do("report-referral", case, opinion="建议移送", report=PAPER)
    decision = {"decision": Outcome.TRANSFER, "reasons": "经查"}
    principal = Actor(Role.PRINCIPAL_HEAD, city.principal_head, city.bureau)
    city.do("decide-referral", case, by=principal, **decision)
    to = (Addressee(body=city.police),)
    letter = {"about": case, "form": Form.CRIME_REFERRAL_LETTER, "addressees": to}
    paper = city.do("issue-document", None, **letter)[-1].file
    sent = {"police": city.police, "letter": paper, "papers": PAPERS}
    city.do("transfer-referral", case, **sent)
    return case


def received(city: City) -> UUID:
    """
    Have the police receive it.
    """
    case = transferred(city)
    city.do("receive-referral", case, by=city.people(Role.POLICE)[0])
    return case


def prosecuted(city: City) -> UUID:
    """
    Have it at the court.
    """
    case = received(city)
    police = city.people(Role.POLICE)[0]
    procuracy = city.people(Role.PROCURATORATE)[0]
    offence = city.offence
    city.do("file-criminal-case", case, by=police, criminal_case_no="刑立1")
    body, court = city.bodies["procuratorate"], city.bodies["court"]
    to = {"offence": offence, "procuratorate": body}
    city.do("transfer-for-prosecution", case, by=police, **to)
    city.do("decide-prosecution", case, by=procuracy, offence=offence, court=court)
    return case
