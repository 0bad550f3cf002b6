"""
What the law asks an act on a review, a suit, a ban or a draw to say.
"""

from random import Random
from uuid import UUID

from domain.ban.file import BanBasis
from domain.inspection.choices import Exemption, Mode
from domain.random_draw.file import RandomDraw
from domain.random_draw.lots import DrawnVisit, commitment_of
from domain.remedy.choices import Challenged, RemedyResult
from domain.values import Personal
from tests.cases.dossier import PAPER
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful, said

#: What is challenged, by the kind of its file.
CHALLENGED = {
    "penalty": Challenged.PENALTY,
    "hazard": Challenged.ORDER,
    "coercive-measure": Challenged.MEASURE,
    "suspension-order": Challenged.SUSPENSION,
    "closure": Challenged.CLOSURE,
    "list-entry": Challenged.LISTING,
    "enforcement-case": Challenged.NO_PENALTY,
}
SEED = "2026-03-02 8b1f"
ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}


def _challenges(city: City, dice: Random) -> Terms:
    kinds = [kind for kind in CHALLENGED if city.files(kind)]
    kind = dice.choice(["penalty" if "penalty" in kinds else "hazard", *kinds])
    files = city.files(kind) or city.visits
    challenged = {"challenged": dice.choice(files), "challenged_act": CHALLENGED[kind]}
    return {**challenged, "enterprise": city.enterprise, "claim": "撤销"}


@lawful("record-review-application")
def _applies(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Through the body, or elsewhere."""
    through = dice.random() < 0.6
    authority = {} if through else {"authority": "市人民政府"}
    return {**_challenges(city, dice), "through_us": through, **authority}


@lawful("record-suit")
def _sues(city: City, _file: UUID | None, dice: Random) -> Terms:
    """After a review, or at once."""
    court = {"authority": "市中级人民法院", "authority_number": "行初1"}
    reviews = city.files("remedy")
    after = {"after_review": dice.choice(reviews)} if reviews else {}
    if after and dice.random() < 0.5:
        challenged = city.remedy(after["after_review"]).challenged
        act = city.remedy(after["after_review"]).challenged_act
        same = {"challenged": challenged, "challenged_act": act}
        return {**court, **same, **after, "enterprise": city.enterprise}
    return {**_challenges(city, dice), **court}


@lawful("record-review-decision", "record-suit-judgment")
def _results(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Whatever it is, from today."""
    result = dice.choice((RemedyResult.UPHELD, *RemedyResult))
    stands = {"what_stands": "罚款一万元"} if result is RemedyResult.VARIED else {}
    number = {"authority_number": "复决1", "effective_on": city.day, "paper": PAPER}
    return {"remedy_result": result, **number, **stands}


said("record-review-acceptance", authority_number="复受1", simple=False)
said("answer-review", reply_paper=PAPER, evidence_list="案卷一册")
said("record-stay-end", reason="原因消失")

# -- bans -----------------------------------------------------------------------------


@lawful("impose-occupational-ban", "impose-lifetime-ban")
def _bans(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Of the boss, on a basis."""
    basis = {"ban_basis": dice.choice(list(BanBasis)), "basis_no": "处分〔2026〕1号"}
    file = dice.choice([None, *city.files("penalty", "referral", "closure")])
    where = {"ban_scope": "任何单位的主要负责人", "basis_paper": PHOTO}
    found = {"basis_file": file} if file and dice.random() < 0.3 else {}
    return {**ZHANG, **basis, "basis_on": city.day, **where, **found}


@lawful("impose-industry-ban")
def _bans_from_industry(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a penalty."""
    penalties = city.files("penalty")
    scope = {"ban_scope": "安全评价"}
    return {"penalty": dice.choice(penalties or city.visits), **scope}


lawful("fix-ban-term")(
    lambda city, _file, _dice: {"sentence_ended_on": city.day, "evidence": (PHOTO,)}
)
lawful("lift-ban")(
    lambda city, _file, _dice: {"reasons": "依据撤销", "effective_on": city.day}
)

# -- draws ----------------------------------------------------------------------------


@lawful("commit-random-draw")
def _commits(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """Both enterprises, and every officer."""
    return {
        "name": "双随机抽查",
        "enterprise_pool": (city.enterprise, city.other_enterprise),
        "officer_pool": tuple(city.officers[:4]),
        "visits_count": 1,
        "officers_each_count": 2,
        "seed_commitment": commitment_of(SEED),
    }


said("conduct-random-draw", seed=SEED)


@lawful("override-draw")
def _overrides(city: City, file: UUID | None, dice: Random) -> Terms:
    """In place of one of the visits."""
    visits = city.read(RandomDraw, file).drawn if file else ()
    drawn = dice.choice([*visits]) if visits else None
    other = DrawnVisit(city.other_enterprise, tuple(city.officers[:2]))
    enterprise = drawn.enterprise if drawn else city.enterprise
    approver = {"reason": "停业", "approver": city.other_head}
    return {"enterprise": enterprise, "replacing_visit": other, **approver}


@lawful("approve-inspection")
def _approves(city: City, _file: UUID | None, dice: Random) -> Terms:
    """At random as drawn, or by a tip-off."""
    usual = {"inspection_scope": "冶炼车间", "inspectors": tuple(city.officers[:2])}
    terms = {**usual, "enterprise": city.enterprise, "checklist": city.checklist}
    draws = city.files("random-draw")
    if not draws or dice.random() < 0.2:
        return {**terms, "mode": Mode.TIP_OFF, "exemption": Exemption.TIP_OFF}
    draw = dice.choice(draws)
    found = city.read(RandomDraw, draw).drawn
    terms |= {"mode": Mode.RANDOM, "draw": draw}
    if found and dice.random() < 0.8:
        visit = dice.choice(found)
        terms |= {"enterprise": visit.enterprise, "inspectors": visit.inspectors}
    return terms
