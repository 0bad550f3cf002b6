"""
What the law asks an act on a visit or a hazard to say.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.hazard.choices import HazardLevel, Securing, TreatmentRecipient
from tests.cases.scene import PHOTO, SIGNER, STANDARD
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, in_days, lawful, said

# -- visits and hazards ---------------------------------------------------------------

lawful("grade-hazard")(
    lambda _city, _file, dice: {
        "hazard_level": dice.choice(list(HazardLevel)),
        "standard": STANDARD,
        "clause": "第十一条",
    }
)
in_days(
    "order-rectification",
    "rectify_until",
    14,
    measures="重新设置安全距离",
    danger=False,
    secured_by=Securing.EVACUATED,
)
in_days("apply-extension", "asked_until", 40, reason="设备未到")
in_days("extend-deadline", "rectify_until", 40, reason="设备未到")
in_days("schedule-reinspection", "reinspect_on", 3)
said(
    "record-three-lists",
    problem_list=("安全距离不足",),
    responsibility_list=("厂长负责",),
    rectification_list=("迁移",),
)
said("report-rectification", done="已迁移")
said("remove-hazard-on-spot", done="已消除", evidence=(PHOTO,))
said("decide-no-case", item_nos=(1,), reason="情节轻微")
said("accept-rectification", opinion="已整改")
said("reject-rectification", reason="未整改到位")


@lawful("identify-hazard")
def _identifies(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """Either of the findings."""
    number = dice.choice((1, 2))
    return {"item_nos": (number,), "place": "煤气柜", "description": "煤气泄漏"}


@lawful("report-treatment")
def _reports_treatment(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """To one of those who are told."""
    return {"reported_to": dice.choice(list(TreatmentRecipient))}


@lawful("list-for-supervision")
def _supervises(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """All that a listing states."""
    return {
        "listing_number": "应急督〔2026〕1号",
        "requirements": "限期整改",
        "responsible_body": city.bureau,
        "supervise_until": city.day + timedelta(days=30),
    }


@lawful("sign-inspection-record")
def _signs(city: City, file: UUID | None, _dice: Random) -> Terms:
    """From the arrival on."""
    arrived = city.visit(file).arrived_at if file else None
    times = {"started_at": arrived, "ended_at": arrived}
    return {**times, "signer": SIGNER, "signer_post": "厂长"}


@lawful("answer-checklist-item")
def _answers(city: City, file: UUID | None, dice: Random) -> Terms:
    """One that is left."""
    left = sorted(city.visit(file).unanswered) if file else []
    return {"checklist_item": dice.choice(left)} if left else {}
