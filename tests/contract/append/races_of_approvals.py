"""
The race of an opinion: a case is not filed on one that was taken away in the race.
"""

from pathlib import Path

from domain.enforcement_case.choices import CaseSource
from domain.law.ladders import Matter
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.procedures.standing import Standing
from domain.rule_pack.values import PackValue
from infra.clock import SetClock
from infra.ledger import Ledger, Request
from tests.cases.town import CITY
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, NOW, Prefecture

_BASIS = "本局审批办法第四条"
_MATTER = Matter.CASE_FILING


def put_up(at: Prefecture, home: Path) -> None:
    """
    Have the place adopt a ladder, and the filing of a case put up on a visit.
    """
    ledger = Ledger(home, law=Standing(), clock=SetClock(NOW))
    ladder = PackValue(_MATTER.parameter, "head,", _BASIS)
    pack = {"pack_code": "001", "pack_version": "审批", "changes": (ladder,)}
    published = at.request("publish-rule-pack", "clerk", **pack)
    ledger.perform(published)
    adopted = {"region": CITY, "since_on": DAY}
    file = at.opened_by(published)
    ledger.perform(at.request("adopt-rule-pack", "clerk", file, **adopted))
    said = {"approval_matter": _MATTER, "opinion": "建议立案"}
    ledger.perform(at.request("give-approval", "first", at.found, **said))
    ledger.close()


def returned_then_filed(at: Prefecture) -> Race:
    """
    国办发〔2018〕118号: no case is filed on what was returned in the race.
    """
    off = (Without(versions=(at.found,)),)
    return Race(_return(at), _file(at), off, "rungs_missing", _BASIS)


def filed_then_returned(at: Prefecture) -> Race:
    """
    What was decided is returned for nothing: it changes nothing in the case.
    """
    return Race(_file(at), _return(at))


def _return(at: Prefecture) -> Request:
    said = {"approval_matter": _MATTER, "reason": "证据不足"}
    return at.request("return-approval", "deputy", at.found, **said)


def _file(at: Prefecture) -> Request:
    return at.request(
        "file-case",
        "head",
        taken_from=CaseOrigin(CaseSource.FINDING, at.found, (1,)),
        violation=Violation("煤气泄漏案", "V1", DAY),
        handlers=(at.id("first"), at.id("second")),
        enterprise=at.rated,
    )
