"""
What the law asks an act of publishing, of joint measures and of points to say.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.credit_record.choices import ResetGround
from domain.law.credit_classes import CreditClass, PointsItem
from domain.law.discipline import DisciplineMeasure
from domain.list_entry.choices import RevocationGround
from domain.list_entry.file import ListEntry
from domain.printed import ListColour
from domain.publication.facts_of_ending import NonPublicationGround
from domain.publication.file import Channel, Publication, WithdrawalGround
from domain.values import Personal
from tests.cases.dossier import PAPER
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful, said

#: Mostly where everybody looks.
CHANNELS = (Channel.OWN_SITE, Channel.OWN_SITE, *Channel)


@lawful("publish-penalty")
def _publishes(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a channel, in a class."""
    return {
        "channel": dice.choice(CHANNELS),
        "credit_class": dice.choice((CreditClass.GENERAL, *CreditClass)),
        "class_ground": "较大数额罚款",
        "social_effect": "有一定社会影响",
    }


@lawful("publish-entry")
def _publishes_entry(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a channel."""
    return {"channel": dice.choice(CHANNELS)}


@lawful("decide-not-to-publish")
def _keeps_back(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a ground of the law."""
    ground = dice.choice(list(NonPublicationGround))
    reason = {"reason": "涉密单位", "approver": city.head}
    return {"non_publication_ground": ground, **reason}


@lawful("withdraw-item")
def _withdraws(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a ground."""
    ground = dice.choice(list(WithdrawalGround))
    return {"withdrawal_ground": ground, "reasons": "决定已撤销"}


@lawful("correct-item")
def _corrects(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """In another class, or as the decision was corrected."""
    other = {"credit_class": dice.choice(list(CreditClass)), "class_ground": "更正"}
    return {"reason": "更正", **(other if dice.random() < 0.7 else {})}


@lawful("announce-list")
def _announces(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """The entries that are public."""
    items = [
        each
        for each in city.files("publication")
        if city.read(Publication, each).entry is not None
    ]
    since = city.day - timedelta(days=400)
    span = {"since_on": since, "until_on": city.day}
    what = {"colour": ListColour.BLACK, "channel": Channel.OWN_SITE}
    return {**what, **span, "publications": tuple(items)}


# -- entries and partners -------------------------------------------------------------


def _entry(city: City, dice: Random, colour: ListColour) -> UUID:
    entries = city.files("list-entry")
    live = [each for each in entries if city.read(ListEntry, each).is_live]
    fit = [each for each in live if city.read(ListEntry, each).colour is colour]
    return dice.choice(fit or entries or city.visits)


@lawful("initiate-joint-discipline")
def _asks_partner(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Whom the provision names."""
    measure = dice.choice((DisciplineMeasure.PUBLIC_FUNDS, *DisciplineMeasure))
    partner = {"partner": city.bodies["partner"], "requirements": "限制申请"}
    entry = _entry(city, dice, ListColour.BLACK)
    return {"entry": entry, "discipline_measure": measure, **partner}


@lawful("grant-incentive")
def _grants(city: City, _file: UUID | None, dice: Random) -> Terms:
    """By the bureau, or a partner."""
    entry = _entry(city, dice, ListColour.RED)
    partner = {"partner": city.bodies["partner"]} if dice.random() < 0.5 else {}
    terms = {"incentive": "减少检查频次", "legal_basis": "安监总办〔2017〕133号"}
    return {"entry": entry, **terms, "since_on": city.day, **partner}


said("impose-partner-measure", done="已列入限制名单")
said("lift-partner-measure", reason="已移出名单", paper=PAPER)
said("record-partner-feedback", feedback="已实施")
said("end-incentive", reason="已移出红名单")
said(
    "hear-entry-statement",
    statement=Personal("已整改"),
    arguments_answered="不予采纳",
)


@lawful("revoke-entry")
def _revokes(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Because the body was wrong, or for another reason."""
    grounds = (RevocationGround.OWN_CORRECTION, *RevocationGround)
    reasons = {"reasons": "认定事实有误", "effective_on": city.day}
    paper = {"decision_no": "复决1", "evidence": (PHOTO,)}
    return {"revocation_ground": dice.choice(grounds), **reasons, **paper}


# -- points and objections ------------------------------------------------------------


@lawful("deduct-points")
def _deducts(city: City, _file: UUID | None, dice: Random) -> Terms:
    """For a penalty, or for whatever there is."""
    item = dice.choice((PointsItem.PENALTY, *PointsItem))
    basis = dice.choice(city.files("penalty", "hazard") or city.visits)
    return {"points_item": item, "basis_file": basis, "reasons": "受到处罚"}


@lawful("reset-points")
def _resets(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Those of a year."""
    year = city.day.year - dice.choice((0, 1, 1))
    ground = dice.choice(list(ResetGround))
    return {"points_year": year, "reset_ground": ground, "reasons": "年度清零"}
