"""
Words of reviews and suits.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("challenged", "被申请复议、被诉的案卷", "what is challenged"),
    Term("challenged_act", "被申请复议、被诉的行为", "which act is challenged"),
    Term("remedy_kind", "救济途径", "review or suit"),
    Term("through_us", "是否通过本机关提出", "whether handed to this body"),
    Term("applicant", "申请人、原告", "applicant"),
    Term("claim", "请求", "what is asked for"),
    Term("forward_limit", "转送期限", "limit for forwarding"),
    Term("authority_number", "复议、法院案号", "number there"),
    Term("simple", "是否简易程序", "whether by the simple procedure"),
    Term("reply_paper", "答复书", "answer"),
    Term("evidence_list", "证据、依据目录", "what is handed in"),
    Term("remedy_result", "复议、裁判结果", "result"),
    Term("what_stands", "变更后的内容", "what stands"),
    Term("after_review", "此前的复议", "the review before"),
    Term(
        "review_missing", "是否应先复议而未复议", "whether a review had to come first"
    ),
    Term("stayed_by", "停止执行决定主体", "by whom it is stayed"),
    Term("stayed", "是否停止执行", "whether stayed"),
    Term("fall", "失去效力的方式", "by what it fell"),
    Term("to_examine", "须一并审查的案卷", "files to be examined with it"),
)

WORDINGS = (
    Wording(
        "remedy_stage",
        "该救济目前“{stage}”，本事项须在“{needed}”时办理。",
        "The remedy is {stage}; this is done while it is {needed}.",
    ),
    Wording("no_review", "这不是行政复议。", "This is no review."),
    Wording("no_suit", "这不是行政诉讼。", "This is no suit."),
    Wording(
        "remedy_over", "该救济已终结（{stage}）。", "The remedy is over ({stage})."
    ),
    Wording(
        "reply_without_evidence",
        "请列明随答复提交的证据、依据。",
        "List the evidence and basis handed in with the answer.",
    ),
    Wording("stayed_already", "已经停止执行。", "Execution is stayed already."),
    Wording("not_stayed", "没有停止执行。", "Execution is not stayed."),
    Wording(
        "not_challengeable",
        "该案卷没有这类可以申请复议或者起诉的行为。",
        "The file holds no act of this kind that can be challenged.",
    ),
    Wording(
        "applicant_unnamed",
        "请填写一个申请人：企业或者自然人。",
        "Name one applicant: an enterprise or a person.",
    ),
    Wording(
        "nothing_to_set_aside",
        "没有仍然有效的该项决定。",
        "No such decision stands.",
    ),
    Wording(
        "no_closure",
        "该关闭事项目前“{stage}”，不是有效的关闭决定。",
        "The closure is {stage}; no decision to close stands.",
    ),
    Wording(
        "no_such_review",
        "该复议不是针对此案卷的。",
        "That review is not against this file.",
    ),
)
