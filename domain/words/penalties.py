"""
Words of penalties: how they are decided, paid, enforced and put right.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("case", "案件", "case"),
    Term("class_unsettled", "当事人类别待核", "whether the party's class is unsettled"),
    Term("penalised_acts", "受处罚的违法行为", "acts that are penalised"),
    Term("fine_floor_fen", "罚款下限", "least fine", unit="fen"),
    Term("fine_ceiling_fen", "罚款上限", "highest fine", unit="fen"),
    Term("fine_rule", "罚款幅度依据", "row of statutory ranges"),
    Term("fine_multiple", "倍数", "multiple of the range", unit="倍"),
    Term("multiple_ground", "适用倍数的理由", "why the multiple applies"),
    Term("notice", "处罚告知", "the notice before the decision"),
    Term("statement", "陈述申辩", "what the party said"),
    Term("surcharge_told", "已告知加处罚款", "whether the surcharge was told"),
    Term("review_first", "须先申请行政复议", "whether review comes before suit"),
    Term("serve_limit", "送达期限", "limit for the service"),
    Term("superior_limit", "报上级备案期限", "limit for the superior's file"),
    Term("file_limit", "备案期限", "limit for the filing"),
    Term("filed_with", "备案机关", "filed with"),
    Term("filed_summary", "备案内容", "what was filed"),
    Term("acts_fined", "违法行为及罚款", "acts and their fines"),
    Term("decision_content", "决定书内容", "what the decision says"),
    Term("licence_ground", "吊销许可的职权依据", "why the body issues the licence"),
    Term("pay_limit", "缴款期限", "limit for the payment"),
    Term("pay_until", "缴款截止日", "last day to pay, inclusive"),
    Term("receipt_no", "票据号码", "number of the receipt"),
    Term("amount_fen", "金额", "amount", unit="fen"),
    Term("pays_first", "抵充顺序", "what a payment counts towards first"),
    Term("fine_paid_fen", "其中罚款", "paid on the fine", unit="fen"),
    Term("surcharge_paid_fen", "其中加处罚款", "paid on the surcharge", unit="fen"),
    Term("fine_left_fen", "尚未缴纳的罚款", "left of the fine", unit="fen"),
    Term("collection_ground", "当场收缴情形", "ground for collecting on the spot"),
    Term("hand_in_limit", "上交期限", "limit for handing in"),
    Term("bank_limit", "缴库期限", "limit for paying in"),
    Term("granted", "是否准予", "whether it is granted"),
    Term("instalments", "分期安排", "parts"),
    Term("defer_limit", "延期截止", "limit of the deferral"),
    Term(
        "surcharge_to_date_fen",
        "截至当日的加处罚款",
        "surcharge up to that day",
        unit="fen",
    ),
    Term("days_not_counted", "不计入的天数", "days not counted"),
    Term("surcharge_fen", "加处罚款", "surcharge", unit="fen"),
    Term(
        "surcharge_left_fen",
        "尚未缴纳的加处罚款",
        "left of the surcharge",
        unit="fen",
    ),
    Term("kinds_left", "待履行的处罚种类", "what else is to be performed"),
    Term("surcharge_total_fen", "加处罚款累计", "surcharge altogether", unit="fen"),
    Term("demand_content", "催告内容", "what is demanded"),
    Term("court_papers", "申请材料", "papers of the application"),
    Term("court_body", "受理法院", "the court, as a body of the ledger"),
    Term("window_from", "可以申请的首日", "first day to apply"),
    Term("window_limit", "申请强制执行期限", "limit for the application"),
    Term("late_ground", "逾期申请的正当理由", "why it is applied for late"),
    Term("court_accepted", "法院是否受理", "whether the court accepted"),
    Term("review_limit", "申请上级法院复议期限", "limit for the higher court's review"),
    Term("surcharge_cut_fen", "减免的加处罚款", "surcharge let off", unit="fen"),
    Term("remedied", "采取的补救措施", "how the harm was put right"),
    Term("suspension_ground", "中止执行情形", "ground of the standstill"),
    Term("execution_end_ground", "终结执行情形", "why the execution ends"),
    Term("corrected_part", "更正事项", "what is corrected"),
    Term("changed_by", "作出变动的机关", "by whom it was changed"),
    Term("effective_on", "生效日", "day of effect"),
    Term("refund_fen", "应退金额", "to be given back", unit="fen"),
)

WORDINGS = (
    Wording(
        "penalty_stage",
        "该处罚{stage}，不能办理；须为：{needed}。",
        "The penalty is {stage}; this is done when it is: {needed}.",
    ),
    Wording(
        "nothing_to_perform",
        "该处罚{stage}，没有待履行的内容。",
        "The penalty is {stage}; nothing of it is to be performed.",
    ),
    Wording(
        "decision_fallen",
        "该处罚决定已经不再成立。",
        "The decision does not stand any more.",
    ),
    Wording(
        "decision_stands",
        "该处罚决定仍然有效，不能以其被撤销为由终结执行。",
        "The decision stands; the execution cannot end because it was revoked.",
    ),
    Wording(
        "party_unnamed",
        "当事人：请在企业和自然人中择一填写。",
        "Name one party, an enterprise or a person.",
    ),
    Wording(
        "party_not_inspected",
        "当事人不是该次检查的企业。",
        "The party is not the enterprise that was inspected.",
    ),
    Wording(
        "statement_not_heard",
        "未告知当事人事实、理由、依据和权利，或者未听取陈述申辩的，不得作出处罚决定。",
        "Tell the party facts, basis and rights, and hear it, before deciding.",
    ),
    Wording(
        "kinds_missing", "请选择处罚种类。", "Choose what the penalty consists in."
    ),
    Wording(
        "kind_not_simple",
        "“{kind}”不适用当场处罚程序，请立案办理。",
        "{kind} cannot be decided on the spot; file a case.",
    ),
    Wording(
        "fine_contradicts_kinds",
        "罚款金额与处罚种类不一致：有罚款的须有金额，没有的不得有。",
        "A fine needs an amount, and nothing but a fine has one.",
    ),
    Wording(
        "over_simple_ceiling",
        "当场处罚的罚款不得超过 {ceiling_fen} 分，现为 {fine_fen} 分。请立案办理。",
        "A fine on the spot is {ceiling_fen} fen at most, not {fine_fen}; file a case.",
    ),
    Wording(
        "fined_already",
        "同一违法行为已于 {on} 处以罚款，不得再次罚款。",
        "The same act was fined on {on} already; it is fined once.",
    ),
    Wording(
        "fined_by_court",
        "人民法院已就同一行为判处罚金，不得再处罚款。",
        "A court has fined the party for the same act; it is not fined again.",
    ),
    Wording(
        "decision_incomplete",
        "决定书须写明违法事实、依据和处罚内容。",
        "The decision states the facts, their basis and the penalty.",
    ),
    Wording(
        "time_barred",
        "违法行为已过追责时效，不再给予行政处罚。",
        "The act is time-barred; no penalty is imposed.",
    ),
    Wording(
        "no_such_range",
        "违法行为发生日（{on}）没有“{fine_rule}”这一罚款幅度。",
        "There was no range {fine_rule} on the day of the act, {on}.",
    ),
    Wording(
        "outside_range",
        "罚款 {fine_fen} 分不在法定幅度之内，或者适用倍数没有依据。",
        "A fine of {fine_fen} fen lies outside the range of the law, or its multiple "
        "has no ground.",
    ),
    Wording(
        "not_this_body",
        "“{kind}”不由本机关决定。",
        "{kind} is not for this body to decide.",
    ),
    Wording(
        "fines_do_not_add_up",
        "各项罚款合计 {total_fen} 分，与罚款总额 {fine_fen} 分不符。",
        "The fines come to {total_fen} fen, not to {fine_fen}.",
    ),
    Wording(
        "heavier_than_notified",
        "处罚重于告知的内容，请重新告知后决定。",
        "It is heavier than what the party was told; notify it anew first.",
    ),
    Wording(
        "not_on_the_spot",
        "该处罚不是当场作出的，无须此项备案。",
        "The penalty was not decided on the spot; there is nothing to file here.",
    ),
    Wording("filed_already", "已经备案。", "It is filed already."),
    Wording(
        "receipt_number_missing", "请填写票据号码。", "State the number of the receipt."
    ),
    Wording("nothing_to_pay", "没有待缴的款项。", "Nothing is left to pay."),
    Wording(
        "spot_collection_not_allowed",
        "不能以“{collection_ground}”当场收缴本项罚款（{fine_fen} 分）。",
        "A fine of {fine_fen} fen is not collected on the spot for: "
        "{collection_ground}.",
    ),
    Wording("no_cash", "没有待上交或者待缴库的罚款。", "No cash is waiting."),
    Wording(
        "amount_not_owed",
        "金额 {amount_fen} 分与应缴金额（{owed_fen} 分）不符。",
        "{amount_fen} fen is not what can be paid; {owed_fen} fen is owed.",
    ),
    Wording(
        "kind_not_open",
        "“{kind}”不是本处罚待履行的内容。",
        "{kind} is nothing that is still to be performed.",
    ),
    Wording(
        "deferral_asked_already",
        "已有一项延期分期申请待决定。",
        "An application to pay later awaits its answer.",
    ),
    Wording(
        "instalments_unclear",
        "请按日期先后列明各期，日期不得重复。",
        "List the parts in the order of their days, each day once.",
    ),
    Wording(
        "fine_not_waivable",
        "合计 {total_fen} 分，应为 {owed_fen} 分：罚款本金不得减免，只能减免加处罚款。",
        "It comes to {total_fen} fen instead of {owed_fen}: a fine is never let off, "
        "only a surcharge.",
    ),
    Wording(
        "not_yet_due",
        "缴款期限尚未届满，或者没有新增的加处罚款。",
        "The time to pay is not over, or nothing has accrued since.",
    ),
    Wording(
        "surcharge_not_told",
        "决定书没有告知加处罚款的标准，不得加处罚款。",
        "The decision did not tell the rate of the surcharge; none is imposed.",
    ),
    Wording(
        "above_fine",
        "加处罚款不得超出罚款的数额（{fine_fen} 分），现已达到。",
        "The surcharge never exceeds the fine of {fine_fen} fen, which it has reached.",
    ),
    Wording(
        "agreement_stands",
        "已经订立执行协议，不再加处罚款。",
        "An agreement on the execution stands; no surcharge is imposed.",
    ),
    Wording(
        "demand_content_missing",
        "请写明催告内容：期限、方式、金额和陈述申辩的权利。",
        "State what is demanded: by when, how, how much, and the right to be heard.",
    ),
    Wording(
        "deferral_runs",
        "已准予延期或者分期缴纳至 {until_on}。",
        "Payment is put off until {until_on}.",
    ),
    Wording(
        "too_early",
        "{from_on} 起才可以办理。",
        "This can be done from {from_on} on.",
    ),
    Wording(
        "window_closed",
        "申请强制执行的期限已于 {until_on} 届满；有正当理由的，请写明。",
        "The time to apply ended on {until_on}; state the ground, if there is one.",
    ),
    Wording(
        "remedy_pending",
        "行政复议或者行政诉讼尚未终结，不能申请强制执行。",
        "A review or suit is pending; the court cannot be asked to execute.",
    ),
    Wording(
        "court_papers_incomplete",
        "申请材料不全，缺：{missing}。",
        "Papers are missing: {missing}.",
    ),
    Wording("execution_rests", "执行已经中止。", "The execution stands still."),
    Wording(
        "execution_not_resting",
        "执行没有中止。",
        "The execution does not stand still.",
    ),
    Wording(
        "nothing_refused",
        "法院没有作出不予受理或者不予执行的裁定。",
        "The court has refused nothing.",
    ),
    Wording(
        "remedied_missing",
        "当事人采取补救措施的，才可以订立执行协议；请写明。",
        "An agreement needs that the party puts the harm right; state how.",
    ),
    Wording(
        "not_clerical",
        "“{corrected_part}”属于实质内容，不能更正；请办理变更或者撤销。",
        "{corrected_part} is content and cannot be corrected; vary or revoke it.",
    ),
    Wording(
        "heavier_than_decided",
        "本机关自行变更的，不得加重处罚。",
        "A body that varies its own decision makes it no heavier.",
    ),
    Wording(
        "own_decision_by_head",
        "本机关自行纠错的，由机关负责人决定。",
        "Where the body itself puts it right, its head decides.",
    ),
    Wording("nothing_to_refund", "没有应退还的款项。", "Nothing is to be given back."),
    Wording(
        "refund_too_much",
        "退还金额 {refund_fen} 分超出应退金额 {due_fen} 分。",
        "{refund_fen} fen is more than the {due_fen} fen to be given back.",
    ),
)
