"""
Words of the black and the red list.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("colour", "名单", "list"),
    Term("proposed_on", "拟列入日", "proposed on"),
    Term("list_ground", "列入情形", "ground of the listing"),
    Term("person_capacity", "责任人员类别", "as what the person answers"),
    Term("employer", "所在单位", "unit of the person"),
    Term(
        "named_in",
        "载明责任人的文书",
        "where the person is named",
        hint_zh="处罚决定书或者经批复的事故调查报告，写明文号和所在部分。",
        hint_en="The decision or the approved accident report, with number and part.",
    ),
    Term("measures_told", "告知的管理措施", "measures that were told"),
    Term("statement_limit", "列入陈述申辩期限", "limit for the statement"),
    Term("arguments_answered", "意见采纳情况及理由", "how each argument was answered"),
    Term("management_measures", "管理措施", "what follows"),
    Term("early_from", "可申请提前移出之日", "first day to apply for early removal"),
    Term("repair_conditions", "信用修复条件", "conditions of credit repair"),
    Term("repair_way", "信用修复方式", "how repair is asked for"),
    Term("end_red_entry", "是否同时移出红名单", "whether a red entry ends with it"),
    Term("record_limit", "录入信用系统期限", "limit for the credit system"),
    Term("entry_state", "录入时的状态", "state put in"),
    Term("review_outcome", "复核结果", "what came of the review"),
    Term("basis_fallen", "是否因依据变化", "whether its basis changed"),
    Term("removal_proofs", "提前移出证明", "proofs for the early removal"),
    Term("removal_condition", "提前移出条件", "condition of the early removal"),
    Term("credit_promise", "信用承诺书", "credit promise"),
    Term("accept_limit", "受理期限", "limit for accepting"),
    Term("removal_limit", "核实决定期限", "limit for deciding on the removal"),
    Term("conditions_met", "已核实的条件", "conditions verified"),
    Term("lift_system_limit", "信用系统修改期限", "limit for changing the system"),
    Term("lift_limit", "解除措施期限", "limit for lifting measures"),
    Term("revocation_ground", "撤销列入的理由", "why the entry is revoked"),
    Term("duties_open", "义务是否仍未履行", "whether duties are still open"),
    Term("red_proofs", "红名单条件证明", "proofs for the red list"),
    Term("red_condition", "红名单条件", "condition of the red list"),
    Term("red_conditions", "红名单条件（全部）", "conditions of the red list"),
    Term("red_ending", "移出红名单的理由", "why it leaves the red list"),
)

WORDINGS = (
    Wording(
        "entry_stage",
        "该条目（{colour}）目前“{stage}”，本事项须在“{needed}”时办理。",
        "The entry ({colour}) is {stage}; this is done while it is {needed}.",
    ),
    Wording(
        "entry_already",
        "该主体已有依同一依据办理的条目（{entry}）。",
        "There is an entry on the same basis already, {entry}.",
    ),
    Wording(
        "entry_not_live",
        "该条目（{colour}，{stage}）当前不在名单上。",
        "The entry ({colour}, {stage}) is not on its list.",
    ),
    Wording(
        "not_the_punisher",
        "谁处罚、谁列入：处罚（{penalty}）由其他机关作出。",
        "Who punished lists: another body decided the penalty {penalty}.",
    ),
    Wording(
        "list_rules_not_in_force",
        "{on} 时应急管理部令第11号不在施行中，不能列入。",
        "Order 11 is not in force on {on}; nobody is listed by it.",
    ),
    Wording(
        "person_not_named",
        "责任人员须是被处罚人，或者在处罚决定、经批复的事故调查报告中载明。",
        "The person must be the one punished, or be named in the decision or report.",
    ),
    Wording(
        "no_such_ground",
        "列入情形“{list_ground}”不适用于该主体；各地不得增设列入情形。",
        "The ground ({list_ground}) does not reach this subject; no place adds one.",
    ),
    Wording(
        "industry_out_of_scope",
        "行业（{sector}）不在令第11号适用范围内；行业未登记的，先登记企业信息。",
        "The sector ({sector}) is outside order 11; if unknown, state the profile.",
    ),
    Wording(
        "statement_open",
        "陈述申辩期限（{until_on}）尚未届满，也未收到陈述申辩。",
        "The subject may still state its case until {until_on}.",
    ),
    Wording(
        "answer_missing",
        "请写明对各项意见是否采纳及理由。",
        "Say which argument is taken, which is not, and why.",
    ),
    Wording(
        "entry_decision_incomplete",
        "列入决定须写明事实和理由、依据、信用修复条件和方式。",
        "A decision states facts and reasons, basis, and how the credit is repaired.",
    ),
    Wording(
        "more_than_notified",
        "管理措施不得超出告知的范围。",
        "No more follows than the subject was told.",
    ),
    Wording(
        "on_red_list",
        "该主体在红名单上（{entry}），须同时移出。",
        "The subject is on the red list ({entry}); it is removed from it first.",
    ),
    Wording(
        "on_black_list",
        "该企业在严重失信主体名单上（{entry}）。",
        "The enterprise is on the black list ({entry}).",
    ),
    Wording(
        "condition_open",
        "条件尚未满足或者没有证明：{missing}。",
        "Not met, or without proof: {missing}.",
    ),
    Wording(
        "ban_running",
        "法定禁入期（至 {until_on}）内不得提前移出。",
        "No early removal while a ban runs (until {until_on}).",
    ),
)
