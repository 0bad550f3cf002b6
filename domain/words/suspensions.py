"""
Words of suspensions, resumption, experts and closures.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("suspension_kind", "停产类别", "kind of suspension"),
    Term("scope", "停产停业范围", "what stops"),
    Term("suspended_from", "停产停业起始日", "suspended from"),
    Term("orderers", "责令人员", "who ordered it"),
    Term("coal", "是否煤矿", "whether a coal mine"),
    Term("resumption_conditions", "复产条件", "conditions of resumption"),
    Term("resumption_condition", "附加复产条件", "further condition"),
    Term("condition_no", "复产条件序号", "number of the condition"),
    Term("met_conditions", "已满足的复产条件", "conditions found met"),
    Term("conditions_open_count", "未满足的复产条件", "conditions open", unit="项"),
    Term("defiance", "拒不执行的情况", "how it is defied"),
    Term("defied", "是否拒不执行", "whether defied"),
    Term("self_check", "企业自查情况", "what the enterprise found"),
    Term("nth_application", "第几次申请", "which application", unit="次"),
    Term("resume_limit", "复产审查期限", "limit for the examination"),
    Term("experts", "验收专家", "experts"),
    Term("by_principal_head", "是否由主要负责人批准", "whether by the principal head"),
    Term("mine_safety_consent", "矿山安全监察机构意见", "consent of mine safety"),
    Term("government_consent", "人民政府主要负责人意见", "approval of the government"),
    Term("resumed_scope", "恢复生产范围", "what resumes"),
    Term("expert_field", "专业领域", "field"),
    Term("employer_name", "工作单位", "name of the employer"),
    Term("serves", "提供安全服务的企业", "enterprises served"),
    Term("suspension", "停产停业案卷", "suspension"),
    Term("closure_ground", "关闭情形", "ground of closure"),
    Term("government", "人民政府", "government"),
    Term("government_level", "人民政府层级", "level of the government"),
    Term("penalties", "行政处罚", "penalties"),
    Term("decision_number", "决定文号", "number of the decision"),
    Term("decision_paper", "决定书", "decision"),
    Term("operator", "经营者", "who runs it"),
)

WORDINGS = (
    Wording(
        "suspension_stage",
        "该停产停业目前“{stage}”，本事项须在“{needed}”时办理。",
        "The suspension is {stage}; this is done while it is {needed}.",
    ),
    Wording("scope_missing", "请写明停产停业范围。", "State what stops."),
    Wording(
        "penalty_on_no_enterprise",
        "该处罚的当事人不是生产经营单位。",
        "The penalty is on no enterprise.",
    ),
    Wording(
        "suspension_already",
        "该处罚的停产停业已经执行。",
        "The suspension of this penalty is carried out already.",
    ),
    Wording(
        "no_suspension_decided",
        "该处罚没有责令停产停业。",
        "The penalty orders no suspension.",
    ),
    Wording(
        "defiance_unproved",
        "请写明拒不执行的情况，并附证据。",
        "State how it is defied, with evidence.",
    ),
    Wording(
        "condition_missing",
        "请写明复产条件及其依据。",
        "State the condition and its basis.",
    ),
    Wording(
        "consents_missing",
        "煤矿复产须有矿山安全监察机构意见和人民政府主要负责人批准。",
        "A coal mine resumes with the consent of mine safety and of the government.",
    ),
    Wording(
        "acceptance_missing",
        "专家尚未验收合格（{stage}）。",
        "Experts have not accepted it ({stage}).",
    ),
    Wording(
        "conditions_open",
        "复产条件 {condition_nos} 尚未满足。",
        "The conditions {condition_nos} are not met.",
    ),
    Wording(
        "resumption_not_approved",
        "尚未准予复产（{stage}）。",
        "The resumption is not approved ({stage}).",
    ),
    Wording(
        "period_over_already",
        "停产期满已经记录。",
        "The end of the period is recorded already.",
    ),
    Wording(
        "expert_not_on_roster",
        "专家 {expert} 当日不在专家库。",
        "The expert {expert} is not on the roster that day.",
    ),
    Wording(
        "expert_not_independent",
        "专家 {expert} 属于该企业或者为其提供安全服务的单位。",
        "The expert {expert} belongs to the enterprise, or to who serves it.",
    ),
    Wording("experts_missing", "请至少选择一名专家。", "Choose at least one expert."),
    Wording(
        "no_such_condition",
        "没有序号为 {condition_no} 的复产条件。",
        "There is no condition number {condition_no}.",
    ),
    Wording("employer_missing", "请写明工作单位。", "Name the employer."),
    Wording(
        "expert_not_enrolled",
        "该专家已不在专家库。",
        "The expert is on the roster no more.",
    ),
    Wording(
        "closure_stage",
        "该关闭事项目前“{stage}”，本事项须在“{needed}”时办理。",
        "The closure is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "acceptance_not_failed",
        "没有停产停业后专家验收不合格的记录。",
        "No acceptance by experts failed after the suspension.",
    ),
    Wording(
        "penalties_too_few",
        "所选处罚不足180日内三次或者一年内四次。",
        "There are not three penalties in 180 days, nor four in a year.",
    ),
    Wording(
        "closure_unproved",
        "请附证明材料。",
        "Attach what shows it.",
    ),
    Wording(
        "below_county",
        "关闭由县级以上人民政府决定。",
        "A government of county level or above decides on closure.",
    ),
)
