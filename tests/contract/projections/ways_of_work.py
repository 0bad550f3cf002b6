"""
The steps of a course with visits, hazards, papers, people and bodies.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.base import Role
from domain.body.file import Identity
from domain.hazard.choices import HazardLevel, TreatmentRecipient
from domain.inspection.choices import Exemption, Mode, Outcome, UrgentGround
from domain.law.forms import Form
from domain.parties import Addressee
from domain.procedures.reinspecting import FollowUpResult
from domain.service.file import SettingAside, Way
from tests.cases.scene import PHOTO, SIGNER
from tests.contract.projections.courses import Course, chosen

Doing = Callable[[Course], object]


# -- visits ---------------------------------------------------------------------------


def visits(course: Course) -> None:
    """
    Inspect an enterprise, as far as one visit goes.
    """
    scene = course.scene
    scene.enterprise = course.one("enterprise")
    kinds: tuple[Callable[[], UUID], ...] = (scene.opened, scene.found, scene.approved)
    visit = chosen(kinds, course.step.other)()
    if course.step.late % 2:
        scene.sign(visit)
        ways = [("conclude-inspection", {"outcome": each}) for each in Outcome]
        course.do_one_of(ways, visit)
        course.do("close-inspection-thread", visit)


def goes_on_with_visit(course: Course) -> None:
    """
    Do the next thing on a visit, or give it up.
    """
    visit = course.one("inspection")
    found = {"description": "无警示标志", "is_violation": True, "area": "库房"}
    ways: list[tuple[str, dict[str, Any]]] = [
        ("record-finding", found | {"violation_code": "V03"}),
        (
            "correct-finding-on-spot",
            {"item_no": 1, "done": "已改", "evidence": (PHOTO,)},
        ),
        ("decide-no-case", {"item_nos": (1,), "reason": "已改正"}),
        ("flag-no-outcome", {"item_no": 1}),
        ("close-inspection-thread", {}),
        ("abandon-inspection", {"reason": "停产"}),
    ]
    course.do_one_of(ways, visit)


def inspects_urgently(course: Course) -> None:
    """
    Inspect at once, with the approval after the fact.
    """
    visit = course.do(
        "open-inspection-urgently",
        enterprise=course.one("enterprise"),
        urgent_ground=chosen(list(UrgentGround), course.step.other),
        inspection_scope="库房",
        place="厂区",
        certificates_shown=True,
    )[0].file
    ways: list[tuple[str, dict[str, Any]]] = [
        ("approve-inspection-late", {"reason": "举报"}),
        ("flag-not-approved", {}),
    ]
    course.do_one_of(ways, visit)


# -- hazards --------------------------------------------------------------------------


def finds(course: Course) -> None:
    """
    Find a hazard, and bring it to a stage.
    """
    scene = course.scene
    scene.enterprise = course.one("enterprise")
    level = HazardLevel.MAJOR if course.step.late % 2 else HazardLevel.ORDINARY
    hazard, wanted = scene.graded(level), course.step.other % 3
    until = scene.day + timedelta(days=14)
    order = {"measures": "迁移", "rectify_until": until, "danger": False}
    course.do("order-rectification", hazard, **order)
    if level is HazardLevel.MAJOR:
        _list(course, hazard, 0)
        scene.write_lists(hazard)
        scene.report_to(hazard, *TreatmentRecipient)
    if wanted:
        scene.report(hazard)
    if wanted > 1:
        course.do("accept-rectification", hazard, opinion="已整改")


def takes_in(course: Course) -> None:
    """
    Take in a hazard that an enterprise reports.
    """
    enterprise, what = course.one("enterprise"), "阀门锈蚀"
    said = {"enterprise": enterprise, "place": "罐区", "description": what}
    course.do("self-report-hazard", by=course.somebody(Role.CLERK), **said)


def treats(course: Course) -> None:
    """
    Do one thing to a hazard that the enterprise or its supervisors do.
    """
    until = course.scene.day + timedelta(days=10)
    clerk, head = course.somebody(Role.CLERK), course.somebody(Role.HEAD)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("report-rectification", {"by": clerk, "done": "已迁移"}),
        ("apply-extension", {"by": clerk, "reason": "未到", "asked_until": until}),
        ("extend-deadline", {"by": head, "reason": "未到", "rectify_until": until}),
        ("refuse-extension", {"by": head, "reason": "可先行"}),
        ("file-rectification-plan", {"by": clerk, "aims": "消除"}),
        ("mark-overdue", {}),
        ("flag-not-listed", {}),
        ("flag-not-escalated", {}),
        (
            "report-treatment",
            {"by": clerk, "reported_to": TreatmentRecipient.REGULATOR},
        ),
    ]
    course.do_one_of(ways, course.one("hazard"))


def grades_again(course: Course) -> None:
    """
    Grade a hazard again, or order its rectification.
    """
    hazard = course.one("hazard")
    level = chosen(list(HazardLevel), course.step.other)
    said = {"standard": "判定标准", "clause": "一", "reason": "复核"}
    course.do("grade-hazard", hazard, hazard_level=level, **said)
    until = course.scene.day + timedelta(days=14)
    order = {"measures": "迁移", "rectify_until": until, "danger": False}
    course.do("order-rectification", hazard, **order)


def ends(course: Course) -> None:
    """
    Do one thing to a hazard that leads towards its end.
    """
    hazard, scene = course.one("hazard"), course.scene
    head = course.somebody(Role.HEAD)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("accept-rectification", {"opinion": "已整改"}),
        ("reject-rectification", {"reason": "仍泄漏"}),
        ("fail-verification", {"by": head, "others": (2, 3), "reason": "未消除"}),
        ("verify-hazard", {"by": head, "others": (2, 3), "opinion": "合格"}),
        ("delist-hazard", {"by": head, "opinion": "已消除"}),
        ("release-supervision", {"by": head, "opinion": "解除"}),
        ("remove-hazard-on-spot", {"done": "已清", "evidence": (PHOTO,)}),
        ("schedule-reinspection", {"reinspect_on": scene.day + timedelta(days=3)}),
    ]
    course.do_one_of(ways, hazard)


def lists(course: Course) -> None:
    """
    List a hazard for supervision: by the bureau, or by the committee's office, which
    reads it from then on.
    """
    _list(course, course.one("hazard"), course.step.other)


def _list(course: Course, hazard: UUID, number: int) -> None:
    body = chosen((course.scene.bureau, course.scene.committee), number)
    role = chosen((Role.HEAD, Role.COMMITTEE_OFFICE), number)
    course.do(
        "list-for-supervision",
        hazard,
        by=course.somebody(role, body),
        listing_number=f"督〔2026〕{course.new_number()}号",
        requirements="限期整改",
        responsible_body=course.scene.bureau,
        supervise_until=course.scene.day + timedelta(days=14),
    )


def hands_over(course: Course) -> None:
    """
    Hand a hazard, or its re-inspection, to another body.
    """
    hazard, body = course.one("hazard"), chosen(course.bodies[1:], course.step.other)
    head = course.somebody(Role.HEAD)
    if course.step.late:
        said = {"inspectors": tuple(course.scene.officers[2:4]), "reason": "回避"}
        course.do("reassign-reinspection", hazard, by=head, body=body, **said)
    else:
        course.do("assign-hazard", hazard, by=head, body=body, requirements="督促")


def follows_up(course: Course) -> None:
    """
    Follow up two hazards, of two threads if there are two, on one visit.
    """
    scene = course.scene
    hazards = tuple(dict.fromkeys((course.one("hazard"), course.another("hazard"))))
    enterprise = scene.hazard(hazards[0]).enterprise
    assert enterprise is not None
    scene.enterprise = enterprise
    visit = scene.approved(
        Mode.FOLLOW_UP, hazards=hazards, exemption=Exemption.SPECIAL_PROGRAMME
    )
    scene.begin(visit)
    results = tuple(
        FollowUpResult(h, rectified=n != course.step.late % 3, opinion="复查")
        for n, h in enumerate(hazards)
    )
    course.do("conclude-follow-up", visit, results=results)


# -- papers ---------------------------------------------------------------------------


def issues(course: Course) -> None:
    """
    Issue a document about a hazard, to one addressee or two.
    """
    hazard = course.one("hazard")
    to = [Addressee(enterprise=course.scene.hazard(hazard).enterprise)]
    to += [Addressee(body=course.bodies[1])] * (course.step.late % 2)
    form = chosen((Form.RECTIFICATION_ORDER, Form.EXTENSION_REPLY), course.step.other)
    course.do("issue-document", about=hazard, form=form, addressees=tuple(to))


def serves(course: Course) -> None:
    """
    Serve a document, or try to, or take a service back.
    """
    paper, number = course.one("document"), 1 + course.step.late % 2
    said: dict[str, Any] = {"document": paper, "addressee_no": number}
    if course.step.other % 4 == 0:
        course.do("record-failed-service", **said, way=Way.DIRECT, reason="不在")
    elif course.step.other % 4 == 1:
        course.do("announce-service", **said, grounds="失联", posted_where="官网")
    elif course.step.other % 4 == 2:
        wrong = {"set_aside_by": SettingAside.OWN, "reason": "误送"}
        course.do("set-service-aside", course.one("service"), **wrong)
    else:
        course.do(
            "serve-document", **said, way=Way.DIRECT, recipient=SIGNER, place="厂区"
        )


def voids(course: Course) -> None:
    """
    Void a document, or replace it by another.
    """
    paper, other = course.one("document"), course.another("document")
    if course.step.late:
        course.do("void-document", paper, reason="写错")
    else:
        course.do("replace-document", paper, reason="写错", replacement=other)


# -- people and bodies ----------------------------------------------------------------


def keeps_officer(course: Course) -> None:
    """
    Certify somebody, train them, give them a role, or have them leave.
    """
    day = course.scene.day - timedelta(days=course.step.late)
    number = f"证-{course.new_number()}"
    term = {"valid_from": day, "valid_until": day + timedelta(days=900)}
    kinds = {"certificate_kinds": ("安全生产",)}
    body = chosen(course.bodies[:2], course.step.one)
    ways: list[tuple[str, dict[str, Any]]] = [
        ("certify-officer", {"certificate_number": number, **kinds, **term}),
        ("complete-training", {"course": "轮训"}),
        ("assign-officer-role", {"role": Role.CLERK, "body": body, "since_on": day}),
        ("leave-office", {"until_on": day, "reason": "退休", "body": body}),
    ]
    act, said = chosen(ways, course.step.other)
    person = chosen(course.scene.officers, course.step.one)
    course.do(act, person, by=course.somebody(Role.CLERK), **said)


def changes_body(course: Course) -> None:
    """
    Rename a body, from a day before or after.
    """
    since = course.scene.day + timedelta(days=course.step.late - 2)
    body = chosen(course.bodies[:2], course.step.other)
    above = None if body == course.bodies[0] else course.bodies[0]
    name = Identity(f"演示第{course.new_number()}局", parent=above)
    by = course.somebody(Role.CLERK)
    course.do("change-body-identity", body, by=by, identity=name, since_on=since)


def succeeds(course: Course) -> None:
    """
    Have the city's bureau take over from the county's.
    """
    since = course.scene.day + timedelta(days=course.step.late - 2)
    said = {"successor": course.bodies[0], "since_on": since, "source": "改革方案"}
    by = course.somebody(Role.CLERK)
    course.do("succeed-body", course.bodies[1], by=by, **said)


def whispers(course: Course) -> None:
    """
    Have something said in confidence, which no read model learns.
    """
    course.whispers(course.one("hazard" if course.step.other % 2 else "enterprise"))


#: The steps, by name.
WAYS: dict[str, Doing] = {
    way.__name__: way
    for way in (
        visits,
        goes_on_with_visit,
        inspects_urgently,
        finds,
        takes_in,
        treats,
        grades_again,
        ends,
        lists,
        hands_over,
        follows_up,
        issues,
        serves,
        voids,
        keeps_officer,
        changes_body,
        succeeds,
        whispers,
    )
}
