"""
The races of what falls: nothing new rests on an entry that left its list, a decision
that a review revoked, or an order that was obeyed (INV-32, 40, 41, 61).
"""

from collections.abc import Callable
from dataclasses import replace

from domain.coercive_measure.choices import MeasureKind
from domain.coercive_measure.facts import SecuredThing
from domain.law.credit_classes import CreditClass
from domain.law.discipline import DisciplineMeasure
from domain.list_entry.choices import RevocationGround
from domain.penalty.choices import CourtPaper
from domain.procedures.grounds_of_measures import RestsOn
from domain.procedures.imposing_measures import Inventory, OnSite
from domain.procedures.proposing_penalties import NoticeContent
from domain.publication.file import Channel
from domain.remedy.choices import Challenged, RemedyResult
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture

_PENALTY = "安全生产法78(2);行政处罚法48"


def entry_revoked_then_published(at: Prefecture) -> Race:
    """
    INV-40, 61: an entry that was revoked in the race is not made public.
    """
    off = (Without(versions=(at.falls.entry,)),)
    under = "应急管理部令11号11;安监总办〔2017〕133号(地方采用)"
    return Race(_revoke(at), _show(at), off, "entry_not_live", under)


def published_then_entry_revoked(at: Prefecture) -> Race:
    """
    INV-41: what is public can be revoked, and is withdrawn then.
    """
    return Race(_show(at), _revoke(at))


def revoked_then_disciplined(at: Prefecture) -> Race:
    """
    INV-40: no partner is asked for a measure on whoever left the list in the race.
    """
    off = (Without(versions=(at.falls.entry,)),)
    under = "安全生产法78(2);应急管理部令11号8"
    return Race(_revoke(at), _ask(at), off, "entry_not_live", under)


def disciplined_then_revoked(at: Prefecture) -> Race:
    """
    INV-40: an entry ends though a partner was asked; its measure is lifted in time.
    """
    return Race(_ask(at), _revoke(at))


def reviewed_then_published(at: Prefecture) -> Race:
    """
    行政处罚法48(2), INV-61: what a review revoked in the race is not made public.
    """
    off = (
        Without(versions=(at.falls.penalty,)),
        Without(versions=(at.falls.review,)),
    )
    return Race(_result(at), _publish(at), off, "decision_fallen", _PENALTY)


def published_then_reviewed(at: Prefecture) -> Race:
    """
    INV-41: a result of a review is taken in, whatever is public.
    """
    return Race(_publish(at), _result(at))


def imposed_then_removed(at: Prefecture) -> Race:
    """
    INV-32: a small hazard is not removed on the spot under a measure of that moment.
    """
    off = (Without(tags=(f"hazard/{at.falls.small}/measure",)),)
    return Race(_impose(at), _remove(at), off, "measure_active", "安全生产法65")


def removed_then_imposed(at: Prefecture) -> Race:
    """
    行政强制法23: no measure rests on a hazard that was removed in the race.
    """
    off = (Without(versions=(at.falls.small,)),)
    return Race(_remove(at), _impose(at), off, "hazard_ended", "行政强制法19")


def _revoke(at: Prefecture) -> Request:
    return at.request(
        "revoke-entry",
        "head",
        at.falls.entry,
        revocation_ground=RevocationGround.OWN_CORRECTION,
        reasons="认定有误",
        effective_on=DAY,
    )


def _show(at: Prefecture) -> Request:
    site = {"channel": Channel.OWN_SITE}
    return at.request("publish-entry", "publisher", at.falls.entry, **site)


def _ask(at: Prefecture) -> Request:
    return at.request(
        "initiate-joint-discipline",
        "deputy",
        entry=at.falls.entry,
        partner=at.town.county,
        discipline_measure=DisciplineMeasure.PUBLIC_FUNDS,
        requirements="限制申请",
    )


def _result(at: Prefecture) -> Request:
    return at.request(
        "record-review-decision",
        "clerk",
        at.falls.review,
        remedy_result=RemedyResult.REVOKED,
        authority_number="复决1",
        effective_on=DAY,
        paper=at.photo,
    )


def _publish(at: Prefecture) -> Request:
    return at.request(
        "publish-penalty",
        "publisher",
        at.falls.penalty,
        channel=Channel.OWN_SITE,
        credit_class=CreditClass.GENERAL,
        class_ground="较大数额罚款",
    )


def _impose(at: Prefecture) -> Request:
    request = at.request(
        "impose-urgent-measure",
        "first",
        measure_kind=MeasureKind.SEAL,
        rests_on=RestsOn(at.rated, "情况紧急", (at.falls.small,)),
        on_site=OnSite("煤气柜", rights_told=True, party_present=True),
        inventory=Inventory((SecuredThing(1, "煤气柜", "1台"),), DAY),
    )
    return replace(request, with_officers=(at.id("second"),))


def _remove(at: Prefecture) -> Request:
    done = {"done": "已堵漏", "evidence": (at.photo,)}
    request = at.request("remove-hazard-on-spot", "second", at.falls.small, **done)
    return replace(request, with_officers=(at.id("first"),))


# -- an order that is obeyed, and a fine by the day -----------------------------------


def accepted_then_proposed_daily(at: Prefecture) -> Race:
    """
    安全生产法112: no day is to be fined once it was corrected, as was accepted in the
    race.
    """
    off = (Without(versions=(at.falls.ordered,)),)
    return Race(_accept(at), _propose_daily(at), off, "no_day_to_fine", "安全生产法112")


def proposed_daily_then_accepted(at: Prefecture) -> Race:
    """
    安全生产法112: what is corrected at last is accepted, whatever was proposed.
    """
    return Race(_propose_daily(at), _accept(at))


def _accept(at: Prefecture) -> Request:
    terms = {"opinion": "已整改"}
    request = at.request("accept-rectification", "first", at.falls.ordered, **terms)
    return replace(request, with_officers=(at.id("second"),))


def _propose_daily(at: Prefecture) -> Request:
    request = at.request(
        "propose-daily-fine",
        "first",
        at.falls.case,
        party_no=1,
        penalty=at.falls.fine,
        hazard=at.falls.ordered,
        until_on=DAY,
        refusal_proof="复查仍未整改，负责人拒绝",
        notice_content=NoticeContent(
            "按日连续罚款", "拒不整改", "危险", "安全生产法112"
        ),
        hearing_right=True,
        approver=at.id("head"),
    )
    return replace(request, with_officers=(at.id("second"),))


# -- a remedy, and the court ----------------------------------------------------------


def challenged_then_taken_to_court(at: Prefecture) -> Race:
    """
    行政强制法53: what was challenged in the race is not taken to the court.
    """
    off = (Without(tags=(f"file/{at.falls.fine}/remedy",)),)
    return Race(_challenge(at), _apply(at), off, "remedy_pending", "行政强制法53")


def taken_to_court_then_challenged(at: Prefecture) -> Race:
    """
    行政复议法20: a review is applied for and taken in whenever it comes.
    """
    return Race(_apply(at), _challenge(at))


def _challenge(at: Prefecture) -> Request:
    return at.request(
        "record-review-application",
        "clerk",
        challenged=at.falls.fine,
        challenged_act=Challenged.PENALTY,
        through_us=False,
        authority="演示市人民政府",
        enterprise=at.rated,
    )


def _apply(at: Prefecture) -> Request:
    papers = {"court_papers": tuple(CourtPaper)}
    return at.request("apply-to-court", "principal", at.falls.fine, **papers)


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    entry_revoked_then_published,
    revoked_then_disciplined,
    reviewed_then_published,
    imposed_then_removed,
    removed_then_imposed,
    accepted_then_proposed_daily,
    challenged_then_taken_to_court,
)

#: The other order of those in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (
    published_then_entry_revoked,
    disciplined_then_revoked,
    published_then_reviewed,
    proposed_daily_then_accepted,
    taken_to_court_then_challenged,
)
