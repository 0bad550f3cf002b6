"""
What the law asks an act on a referral or an entry to say.
"""

from random import Random
from uuid import UUID

from domain.document.file import Document
from domain.law.list_grounds import ListGround
from domain.referral.choices import Outcome, Supervised
from domain.values import Restricted
from tests.cases.dossier import PAPER
from tests.cases.list_entry.listed import (
    ALL_MET,
    DECISION,
    NOTICE,
    PROOFS,
    RED_PROOFS,
)
from tests.cases.referral.justice import BOSS, PAPERS
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful, said

# -- referrals ------------------------------------------------------------------------


@lawful("suspect-crime")
def _suspects(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On the visit, a case or a hazard; of the unit, its boss, or nobody known."""
    files = [*city.visits, *city.files("enforcement-case", "hazard")]
    return {
        "about": dice.choice(files),
        "threshold_fact": "未经许可储存危险化学品",
        "suspected_enterprises": dice.choice(((), (city.enterprise,))),
        "suspected_persons": dice.choice(((), (BOSS,))),
        "evidence": (PHOTO,),
    }


lawful("name-referral-team")(
    lambda city, _file, _dice: {"handlers": tuple(city.officers[:2])}
)
said("report-referral", opinion="建议移送", report=PAPER)
lawful("decide-referral")(
    lambda _city, _file, dice: {
        "decision": dice.choice((Outcome.TRANSFER, *Outcome)),
        "reasons": "经查",
    }
)


@lawful("transfer-referral")
def _transfers(city: City, file: UUID | None, dice: Random) -> Terms:
    """With the letter, if one was issued."""
    papers = [
        paper
        for paper in city.files("document")
        if city.read(Document, paper).about == file
    ]
    letter = {"letter": dice.choice(papers)} if papers else {}
    return {"police": city.bodies["police"], "papers": PAPERS, **letter}


for _act in ("copy-referral", "suggest-filing-supervision", "transfer-for-prosecution"):
    lawful(_act)(
        lambda city, _file, _dice: {"procuratorate": city.bodies["procuratorate"]}
    )
lawful("decide-prosecution")(lambda city, _file, _dice: {"court": city.bodies["court"]})
lawful("conclude-filing-supervision")(
    lambda _city, _file, dice: {
        "supervised": dice.choice(list(Supervised)),
        "reasons": "经审查",
    }
)
lawful("record-judgment")(
    lambda _city, _file, dice: {
        "judgment_no": "刑初1",
        "guilty": dice.random() < 0.7,
        "criminal_fine_fen": dice.choice((0, 100_000)),
        "suspect_no": dice.choice((1, 1, 2)),
    }
)
lawful("forward-referral")(
    lambda city, _file, _dice: {
        "police": city.bodies["other police"],
        "reason": "不属本机关管辖",
    }
)
lawful("refer-official-misconduct")(
    lambda city, _file, _dice: {
        "receiver": city.bodies["discipline"],
        "official": Restricted("某某"),
        "official_post": "科长",
        "misconduct": Restricted("通风报信"),
    }
)
lawful("complete-sentence")(
    lambda city, _file, dice: {
        "judgment_no": "刑初1",
        "completed_on": city.day,
        "suspect_no": dice.choice((0, 1, 1, 2)),
    }
)

# -- lists ----------------------------------------------------------------------------

lawful("propose-entry")(
    lambda city, _file, dice: {
        "penalty": dice.choice(city.files("penalty") or city.visits),
        "list_ground": ListGround.L7_1,
        "reasons": "未取得许可从事生产",
    }
)
said("notify-entry", **NOTICE)
said("make-entry", **DECISION)
said("apply-for-early-removal", removal_proofs=PROOFS, credit_promise=PHOTO)
said("remove-entry", conditions_met=ALL_MET, reasons="条件均已满足")
said("restore-entry", reasons="骗取移出", evidence=(PHOTO,))
lawful("propose-red-entry")(
    lambda city, _file, _dice: {
        "enterprise": city.enterprise,
        "red_proofs": RED_PROOFS,
        "reasons": "符合",
    }
)
