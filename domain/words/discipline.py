"""
Words of joint discipline, incentives and bans.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("partner", "联合惩戒单位", "partner"),
    Term("partners_told", "知悉的联合惩戒单位", "partners that are told"),
    Term("discipline_measure", "惩戒措施", "measure"),
    Term("discipline_area", "惩戒领域", "area"),
    Term("is_last", "是否为最后一项", "whether the last one"),
    Term("feedback", "反馈内容", "what was answered"),
    Term("incentive", "激励内容", "what is granted"),
    Term("ban_kind", "禁入类别", "kind of ban"),
    Term("ban_basis", "禁入依据", "basis of the ban"),
    Term("basis_no", "依据文书文号", "number of the basis"),
    Term("basis_on", "依据日期", "day of the basis"),
    Term("basis_paper", "依据文书", "paper of the basis"),
    Term("basis_file", "依据所在卷宗", "file of the basis"),
    Term("ban_scope", "禁入范围", "scope of the ban"),
    Term("sentence_ended_on", "刑罚执行完毕日", "day on which the sentence ended"),
)

WORDINGS = (
    Wording(
        "no_legal_basis",
        "措施“{discipline_measure}”没有法律依据或者不覆盖该领域，只能推送信息。",
        "No law carries this measure ({discipline_measure}); send the information.",
    ),
    Wording(
        "measure_stage",
        "该措施目前“{stage}”，本事项须在“{needed}”时办理。",
        "The measure is {stage}; this is done while it is {needed}.",
    ),
    Wording("feedback_missing", "请写明反馈内容。", "Say what was answered."),
    Wording(
        "incentive_incomplete",
        "请写明激励内容和依据。",
        "State what is granted, and by which document.",
    ),
    Wording(
        "ban_basis_missing",
        "请写明依据文书文号和禁入范围。",
        "State the number of the basis and the scope of the ban.",
    ),
    Wording(
        "no_basis_for_ban",
        "“{ban_basis}”不能作为该类禁入的依据。",
        "Such a ban does not rest on this ({ban_basis}).",
    ),
    Wording(
        "ban_not_law_then",
        "{on} 时没有该类禁入的规定。",
        "There was no such ban in law on {on}.",
    ),
    Wording(
        "basis_ahead",
        "{on} 尚未到来，请填写依据生效之后的日期。",
        "The day {on} lies ahead; state one that has come.",
    ),
    Wording("ban_over", "该禁入已结束（{stage}）。", "The ban is over ({stage})."),
    Wording(
        "ban_for_life",
        "终身禁入没有期限，不会期满。",
        "A ban for life has no term and does not expire.",
    ),
    Wording(
        "term_fixed",
        "禁入期已确定（至 {until_on}）。",
        "The term of the ban is known already (until {until_on}).",
    ),
)
