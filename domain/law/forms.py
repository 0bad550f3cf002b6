"""
The official forms (执法文书) that the acts here can fill, as data.

A form set is versioned and chosen by the day of the act; the codes follow the 2016 set
with the agency word of the body that issues (``law/FORMS.md`` §1, §2).
Codes marked 待核 were inferred by analogy and not seen in use.
"""

from dataclasses import dataclass

from domain.values import Choice


class FormSet(Choice):
    """
    A published set of forms (文书式样).
    """

    NATIONAL_2016 = "安全生产行政执法文书式样（2016年版）", "national forms of 2016"
    MOJ_2025 = "行政检查文书基本格式文本（试行）", "inspection texts of 2025"
    OWN = "本机关自制", "the body's own"


class Form(Choice):
    """
    A kind of document (文书种类).
    """

    INSPECTION_PLAN = "现场检查方案", "on-site inspection plan"
    INSPECTION_NOTICE = "行政检查通知书", "notice of inspection"
    INSPECTION_RECORD = "现场检查记录", "on-site inspection record"
    RECTIFICATION_ORDER = "责令限期整改指令书", "order to rectify"
    REINSPECTION_OPINION = "整改复查意见书", "re-inspection opinion"
    EXTENSION_REPLY = "整改延期答复书", "answer on an extension"
    SUPERVISION_NOTICE = "重大事故隐患挂牌督办通知书", "notice of listed supervision"
    DELISTING_NOTICE = "重大事故隐患销号通知书", "notice of delisting"


@dataclass(frozen=True)
class FormRule:
    """
    What holds for a kind of document.

    Args:
        form: Which.
        form_set: The set that it is taken from.
        number: Its number in that set; 0 for none.
        code: Its word in the document number (文书代字); empty for an unnumbered one.
        renders: Topics of the facts that it can render.
        seal: Which seal it bears: 公章, 执法专用章 or none.
        addressed: Whether it has an addressee, so must be served.
        unsure: Whether the code is 待核.
        challenged: Whether it orders something of its addressee, and so tells the
            remedies: review and suit run from its service.
    """

    form: Form
    form_set: FormSet
    number: int
    code: str
    renders: tuple[str, ...]
    seal: str
    addressed: bool
    unsure: bool = False
    challenged: bool = False


_FINDINGS = (
    "inspection.inspection-opened.v1",
    "inspection.checklist-item-answered.v1",
    "inspection.finding-recorded.v1",
    "inspection.finding-corrected-on-spot.v1",
    "inspection.inspection-record-signed.v1",
    "inspection.inspection-record-refused.v1",
)

RULES: dict[Form, FormRule] = {
    rule.form: rule
    for rule in (
        FormRule(
            Form.INSPECTION_PLAN,
            FormSet.NATIONAL_2016,
            2,
            "检查",
            ("inspection.inspection-approved.v1",),
            "",
            addressed=False,
        ),
        FormRule(
            Form.INSPECTION_NOTICE,
            FormSet.MOJ_2025,
            0,
            "检通",
            (
                "inspection.inspection-approved.v1",
                "inspection.inspection-notified.v1",
            ),
            "执法专用章",
            addressed=True,
            unsure=True,
        ),
        FormRule(
            Form.INSPECTION_RECORD,
            FormSet.NATIONAL_2016,
            3,
            "检记",
            _FINDINGS,
            "",
            addressed=False,
        ),
        FormRule(
            Form.RECTIFICATION_ORDER,
            FormSet.NATIONAL_2016,
            5,
            "责改",
            ("hazard.rectification-ordered.v1",),
            "执法专用章",
            addressed=True,
            challenged=True,
        ),
        FormRule(
            Form.REINSPECTION_OPINION,
            FormSet.NATIONAL_2016,
            6,
            "复查",
            (
                "hazard.reinspection-recorded.v1",
                "hazard.rectification-accepted.v1",
                "hazard.rectification-rejected.v1",
            ),
            "执法专用章",
            addressed=True,
        ),
        FormRule(
            Form.EXTENSION_REPLY,
            FormSet.OWN,
            0,
            "延复",
            (
                "hazard.rectification-deadline-extended.v1",
                "hazard.rectification-extension-refused.v1",
            ),
            "执法专用章",
            addressed=True,
            unsure=True,
        ),
        FormRule(
            Form.SUPERVISION_NOTICE,
            FormSet.OWN,
            0,
            "督办",
            ("hazard.hazard-listed-for-supervision.v1",),
            "公章",
            addressed=True,
            unsure=True,
        ),
        FormRule(
            Form.DELISTING_NOTICE,
            FormSet.OWN,
            0,
            "销号",
            ("hazard.hazard-delisted.v1",),
            "公章",
            addressed=True,
            unsure=True,
        ),
    )
}
