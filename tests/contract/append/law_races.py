"""
The races of the law: pairs of acts, one of which takes away what the other rests on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.acts import Power
from domain.duty_list.file import ListedPower
from domain.enforcement_case.choices import CaseSource
from domain.hazard.choices import HazardLevel
from domain.law.credit_classes import CreditClass
from domain.law.crimes import Offence
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.publication.file import Channel, claim_of
from domain.rule_pack.file import ClassCap
from domain.values import Personal
from infra.ledger import Request
from tests import controls
from tests.cases.town import CITY, SINCE
from tests.contract.append.desks import Without
from tests.contract.append.recorded import DAY, Prefecture

SHOP = controls.WORKSHOP


@dataclass(frozen=True)
class Race:
    """
    Two acts decided at the same time, in the order in which they are appended.

    Args:
        first: The act that comes first.
        second: The act that was decided on what no longer holds.
        off: The conditions, any of which is enough to hold the second; none where
            the law lets both be done in this order.
        code: What the second is told.
        under: The provision that it is told.
        then: What the first desk goes on to do before the second act comes.
    """

    first: Request
    second: Request
    off: tuple[Without, ...] = ()
    code: str = ""
    under: str = ""
    then: tuple[Request, ...] = ()


# -- a re-inspection and the visit that it names (INV-07) -----------------------------


def abandoned_then_accepted(at: Prefecture) -> Race:
    """
    安全生产法65: nothing is accepted on a visit that was given up.
    """
    off = (Without(versions=(at.follow_up,)),)
    under = "安全生产法65;应急管理部令18号(待核)"
    return Race(_abandon(at), _accept(at), off, "visit_not_made", under)


def accepted_then_abandoned(at: Prefecture) -> Race:
    """
    安全生产法65: a visit on which something was accepted is not given up.
    """
    off = (Without(tags=(f"inspection/{at.follow_up}/reinspection",)),)
    return Race(_accept(at), _abandon(at), off, "reinspection_stands", "安全生产法65")


def _abandon(at: Prefecture) -> Request:
    return at.request("abandon-inspection", "first", at.follow_up, reason="停电")


def _accept(at: Prefecture) -> Request:
    terms = {"opinion": "已整改", "inspection": at.follow_up}
    return at.request("accept-rectification", "second", at.reported, **terms)


# -- the yearly cap, and the frequency (INV-22) ---------------------------------------


def approved_by_the_head_first(at: Prefecture) -> Race:
    """
    国办发〔2024〕54号: of two approvals for one place under the cap, one is enough.
    """
    return _capped(at, "head", "deputy")


def approved_by_the_deputy_first(at: Prefecture) -> Race:
    """
    国办发〔2024〕54号: likewise the other way round.
    """
    return _capped(at, "deputy", "head")


def _capped(at: Prefecture, one: str, other: str) -> Race:
    first, second = (
        at.request("approve-inspection", head, **at.planned(at.capped))
        for head in (one, other)
    )
    off = (Without(tags=(f"enterprise/{at.capped}/inspection",)),)
    return Race(first, second, off, "over_cap", "国办发〔2024〕54号")


def capped_anew_then_approved(at: Prefecture) -> Race:
    """
    国办发〔2024〕54号: a cap published in the race binds whoever approves after it.
    """
    off = (
        Without(tags=(f"jurisdiction/{CITY}/inspection-cap",)),
        Without(versions=(at.pack,)),
    )
    code, under = "over_cap", "国办发〔2024〕54号"
    return Race(_publish_cap(at), _plan(at), off, code, under)


def approved_then_capped_anew(at: Prefecture) -> Race:
    """
    国办发〔2024〕54号: what was approved before a cap was published stands.
    """
    return Race(_plan(at), _publish_cap(at))


def _publish_cap(at: Prefecture) -> Request:
    terms = {"region": CITY, "year": DAY.year, "caps": (ClassCap(1),), "source": "公告"}
    return at.request("publish-inspection-cap", "clerk", at.pack, **terms)


def _plan(at: Prefecture) -> Request:
    return at.request("approve-inspection", "head", **at.planned(at.capped))


def found_major_then_lowered(at: Prefecture) -> Race:
    """
    忻州2020通知(十二): a major hazard whose file was made in the race stands against
    fewer visits.
    """
    finding = {"item_nos": (1,), "place": "煤气柜", "description": "煤气泄漏"}
    identify = at.request("identify-hazard", "first", at.found, **finding)
    grade = at.request(
        "grade-hazard", "second", at.opened_by(identify), **_GRADED_MAJOR
    )
    off = (Without(tags=(f"enterprise/{at.rated}/hazard",)),)
    code, under = "major_hazard_open", "忻州2020通知(十二)"
    return Race(identify, _lower(at), off, code, under, then=(grade,))


def graded_major_then_lowered(at: Prefecture) -> Race:
    """
    忻州2020通知(十二): so does one that is only graded in the race.
    """
    off = (
        Without(tags=(f"enterprise/{at.rated}/hazard",)),
        Without(versions=(at.identified,)),
    )
    code, under = "major_hazard_open", "忻州2020通知(十二)"
    return Race(_grade(at), _lower(at), off, code, under)


def lowered_then_graded_major(at: Prefecture) -> Race:
    """
    安全生产法118: how grave a hazard is does not depend on how often one visits.
    """
    return Race(_lower(at), _grade(at))


_GRADED_MAJOR: Mapping[str, object] = {
    "hazard_level": HazardLevel.MAJOR,
    "standard": "令10号",
    "clause": "11",
}


def _grade(at: Prefecture) -> Request:
    return at.request("grade-hazard", "first", at.identified, **_GRADED_MAJOR)


def _lower(at: Prefecture) -> Request:
    terms = {"visits_per_year": 1, "grounds": "等级好转"}
    return at.request("set-inspection-frequency", "head", at.rated, **terms)


# -- certificate and mandate of whoever acts (INV-43, INV-44) -------------------------


def suspended_then_graded(at: Prefecture) -> Race:
    """
    行政处罚法42: nobody goes on whose certificate was suspended, named or acting.
    """
    off = (Without(versions=(at.id("second"),)),)
    return Race(_suspend(at), _grade(at), off, "no_certificate", "行政处罚法42")


def graded_then_suspended(at: Prefecture) -> Race:
    """
    行政处罚法42: what was done before a suspension stands.
    """
    return Race(_grade(at), _suspend(at))


def _suspend(at: Prefecture) -> Request:
    terms = {"certificate_number": "证-second", "reason": "调查"}
    return at.request("suspend-certificate", "clerk", at.id("second"), **terms)


def mandate_ended_then_graded(at: Prefecture) -> Race:
    """
    安全生产法62: a body whose power has ended inspects no longer.
    """
    off = (
        Without(tags=(f"body/{at.town.city}/mandate",)),
        Without(versions=(at.duties,)),
    )
    return Race(_end_mandate(at), _grade(at), off, "no_mandate", "安全生产法62")


def superseded_then_graded(at: Prefecture) -> Race:
    """
    安全生产法62: nor one whose duty list was published anew without that power.
    """
    off = (
        Without(tags=(f"body/{at.town.city}/mandate",)),
        Without(versions=(at.duties,)),
    )
    terms = {"listed_powers": (ListedPower(Power.PENALISE),), "since_on": DAY}
    anew = at.request(
        "supersede-duty-list", "clerk", at.duties, source="新版清单", **terms
    )
    return Race(anew, _grade(at), off, "no_mandate", "安全生产法62")


def graded_then_mandate_ended(at: Prefecture) -> Race:
    """
    安全生产法62: what was done before the end stands.
    """
    return Race(_grade(at), _end_mandate(at))


def _end_mandate(at: Prefecture) -> Request:
    yesterday = DAY - timedelta(days=1)
    terms = {"body": at.town.city, "power": Power.INSPECT}
    days: dict[str, date] = {"since_on": SINCE, "until_on": yesterday}
    return at.request("assign-mandate", "clerk", **terms, **days)


# -- what only one file may hold (INV-51, D23) ----------------------------------------


def entered_by_the_city_first(at: Prefecture) -> Race:
    """
    GB 32100-2015, 安全生产法62: one code, one file, one body that leads.
    """
    return _entered_twice(at, "clerk", "county clerk")


def entered_by_the_county_first(at: Prefecture) -> Race:
    """
    GB 32100-2015, 安全生产法62: likewise the other way round.
    """
    return _entered_twice(at, "county clerk", "clerk")


def _entered_twice(at: Prefecture, one: str, other: str) -> Race:
    terms = {"name": SHOP.name, "region": SHOP.place.code, "uscc": SHOP.uscc}
    first, second = (
        at.request("register-enterprise", by, **terms) for by in (one, other)
    )
    off = (
        Without(claims=(f"uscc/{SHOP.uscc}",)),
        Without(tags=(f"org-code/{SHOP.uscc[8:17]}",)),
    )
    return Race(first, second, off, "uscc_taken", "安全生产法62")


def enrolled_by_the_city_first(at: Prefecture) -> Race:
    """
    行政处罚法42: one account is one person's.
    """
    return _enrolled_twice(at, "clerk", "county clerk")


def enrolled_by_the_county_first(at: Prefecture) -> Race:
    """
    行政处罚法42: likewise the other way round.
    """
    return _enrolled_twice(at, "county clerk", "clerk")


def _enrolled_twice(at: Prefecture, one: str, other: str) -> Race:
    bodies = {"clerk": at.town.city, "county clerk": at.town.county}
    first, second = (
        at.request(
            "enrol-officer", by, name=Personal(by), body=bodies[by], login="wang"
        )
        for by in (one, other)
    )
    off = (Without(claims=("account/wang",)),)
    return Race(first, second, off, "account_taken", "行政处罚法42")


# -- public once, and only by its authority (INV-61) ----------------------------------


def published_then_in_a_batch(at: Prefecture) -> Race:
    """
    安全生产法78(2): what is public on a channel is not made public there again.
    """
    return Race(_publish(at), _publish_batch(at), *_held_public(at))


def in_a_batch_then_published(at: Prefecture) -> Race:
    """
    安全生产法78(2): likewise the other way round.
    """
    return Race(_publish_batch(at), _publish(at), *_held_public(at))


def linked_elsewhere_then_published(at: Prefecture) -> Race:
    """
    安全生产法78(2): a body publishes what it decided itself, and nothing else.
    """
    off = (Without(versions=(at.record,)),)
    under = "安全生产法78(2);行政处罚法48"
    return Race(_link_to_county(at), _publish(at), off, "not_ours", under)


def published_then_linked_elsewhere(at: Prefecture) -> Race:
    """
    发改办财金〔2018〕424号: what is public is withdrawn before it is another body's.
    """
    off = (Without(tags=(f"imported/{at.record}/publication",)),)
    under = "发改办财金〔2018〕424号"
    return Race(_publish(at), _link_to_county(at), off, "still_public", under)


_CLASSED: Mapping[str, object] = {
    "channel": Channel.OWN_SITE,
    "credit_class": CreditClass.GENERAL,
    "class_ground": "较大数额罚款",
}


def _held_public(at: Prefecture) -> tuple[tuple[Without, ...], str, str]:
    claim = claim_of(at.record, Channel.OWN_SITE)
    off = (Without(claims=(claim,)),)
    return off, "public_already", "安全生产法78(2);行政处罚法48"


def _publish(at: Prefecture) -> Request:
    return at.request("publish-item", "publisher", record=at.record, **_CLASSED)


def _publish_batch(at: Prefecture) -> Request:
    return at.request("publish-batch", "publisher", records=(at.record,), **_CLASSED)


def _link_to_county(at: Prefecture) -> Request:
    terms = {"body": at.town.county, "grounds": "系县局决定"}
    return at.request("link-authority", "importer", at.record, **terms)


# -- one finding, one outcome (INV-17); the list of that day (INV-18) -----------------


def identified_then_corrected(at: Prefecture) -> Race:
    """
    安全生产法65(2): a finding that a hazard was identified from, in a file made in the
    race, is not put right on the spot.
    """
    off = (Without(tags=(f"inspection/{at.found}/hazard",)),)
    code, under = "finding_is_hazard", "安全生产法65(2)"
    return Race(_identify(at, "first"), _correct(at), off, code, under)


def corrected_then_identified(at: Prefecture) -> Race:
    """
    安全生产法65(3): no hazard is identified from what was put right on the spot.
    """
    off = (Without(versions=(at.found,)),)
    code, under = "corrected_already", "安全生产法65(3)"
    return Race(_correct(at), _identify(at, "first"), off, code, under)


def identified_twice(at: Prefecture) -> Race:
    """
    安全生产法65(3): one finding belongs to one hazard.
    """
    first, second = _identify(at, "first"), _identify(at, "second")
    off = (Without(tags=(f"inspection/{at.found}/hazard",)),)
    return Race(first, second, off, "hazard_already", "安全生产法65(3)")


def _identify(at: Prefecture, by: str) -> Request:
    terms = {"item_nos": (1,), "place": "煤气柜", "description": "煤气泄漏"}
    return at.request("identify-hazard", by, at.found, **terms)


def _correct(at: Prefecture) -> Request:
    terms = {"item_no": 1, "done": "已堵漏", "evidence": (at.photo,)}
    return at.request("correct-finding-on-spot", "second", at.found, **terms)


def filed_twice(at: Prefecture) -> Race:
    """
    行政处罚法29: of two heads who file a case on one finding, one does.
    """
    first, second = (
        at.request(
            "file-case",
            head,
            taken_from=CaseOrigin(CaseSource.FINDING, at.found, (1,)),
            violation=Violation("煤气泄漏案", "V1", DAY),
            handlers=(at.id("first"), at.id("second")),
            enterprise=at.rated,
        )
        for head in ("head", "deputy")
    )
    off = (Without(tags=(f"inspection/{at.found}/outcome",)),)
    return Race(first, second, off, "finding_in_case", "行政处罚法54")


def withdrawn_then_opened(at: Prefecture) -> Race:
    """
    哈尔滨实施意见(二): no visit begins by a checklist that was withdrawn.
    """
    off = (Without(versions=(at.pinned,)),)
    code, under = "checklist_withdrawn", "哈尔滨实施意见(二)"
    return Race(_withdraw(at), _open(at), off, code, under)


def opened_then_withdrawn(at: Prefecture) -> Race:
    """
    国办发〔2024〕54号: a visit that began is still judged by the version it pinned.
    """
    return Race(_open(at), _withdraw(at))


def _withdraw(at: Prefecture) -> Request:
    terms = {"checklist_version": 1, "reason": "修订"}
    return at.request("withdraw-checklist-version", "head", at.pinned, **terms)


def _open(at: Prefecture) -> Request:
    terms = {"place": "厂区", "certificates_shown": True}
    return at.request("open-inspection", "first", at.pinning, **terms)


# -- a suspected crime, and dropping what it is about (INV-01) ------------------------


def suspected_then_dropped(at: Prefecture) -> Race:
    """
    国务院令310号3: a suspicion of the same moment, in a file made in the race, keeps
    what it is about from being dropped.
    """
    off = (Without(tags=(f"file/{at.recorded}/referral",)),)
    code, under = "crime_suspected", "国务院令310号(2020)3"
    return Race(_suspect_crime(at), _drop(at), off, code, under)


def dropped_then_suspected(at: Prefecture) -> Race:
    """
    国务院令310号3: a suspicion is never refused, whatever was decided before.
    """
    return Race(_drop(at), _suspect_crime(at))


def _suspect_crime(at: Prefecture) -> Request:
    said = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "未经许可作业"}
    request = at.request("suspect-crime", "first", about=at.recorded, **said)
    return replace(request, with_officers=(at.id("second"),))


def _drop(at: Prefecture) -> Request:
    terms = {"item_nos": (1,), "reason": "情节轻微"}
    return at.request("decide-no-case", "head", at.recorded, **terms)


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    abandoned_then_accepted,
    accepted_then_abandoned,
    approved_by_the_head_first,
    approved_by_the_deputy_first,
    capped_anew_then_approved,
    found_major_then_lowered,
    graded_major_then_lowered,
    suspended_then_graded,
    mandate_ended_then_graded,
    superseded_then_graded,
    entered_by_the_city_first,
    entered_by_the_county_first,
    enrolled_by_the_city_first,
    enrolled_by_the_county_first,
    published_then_in_a_batch,
    in_a_batch_then_published,
    linked_elsewhere_then_published,
    published_then_linked_elsewhere,
    identified_then_corrected,
    corrected_then_identified,
    identified_twice,
    filed_twice,
    withdrawn_then_opened,
    suspected_then_dropped,
)

#: The other order of those races in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (
    approved_then_capped_anew,
    lowered_then_graded_major,
    graded_then_suspended,
    graded_then_mandate_ended,
    opened_then_withdrawn,
    dropped_then_suspected,
)
