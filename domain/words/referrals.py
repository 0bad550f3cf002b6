"""
Words of referrals (移送用语).
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("referral", "移送", "referral"),
    Term("offence", "涉嫌罪名", "offence suspected"),
    Term("threshold", "立案标准", "threshold of the crime"),
    Term("threshold_fact", "涉嫌犯罪的事实", "what the crime is suspected by"),
    Term("files", "所涉各卷", "files concerned"),
    Term("also_about", "同时涉及的卷", "other files about the same"),
    Term("suspects", "嫌疑单位和嫌疑人", "suspects"),
    Term(
        "suspected_enterprises",
        "嫌疑单位",
        "suspected enterprises",
        hint_zh="嫌疑单位和嫌疑人都不填的，视为嫌疑人不明。",
        hint_en="With neither enterprise nor person it is unknown who.",
    ),
    Term("suspected_persons", "嫌疑人", "suspected persons"),
    Term("identity_number", "公民身份号码", "number of the identity card"),
    Term("person_key", "身份比对值", "number of a person, for comparing"),
    Term("report_limit", "报告期限", "limit for the report"),
    Term("decide_limit", "决定期限", "limit for the decision"),
    Term("send_limit", "移送期限", "limit for the transfer"),
    Term("receipt_limit", "签收期限", "limit for the receipt"),
    Term("copy_limit", "抄送期限", "limit for the copy"),
    Term("filing_limit", "立案审查期限", "limit for filing or declining"),
    Term("handlers", "专案组", "team"),
    Term("report", "书面报告", "written report"),
    Term("decision", "决定", "decision"),
    Term("police", "公安机关", "police"),
    Term("procuratorate", "检察机关", "procuratorate"),
    Term("letter", "涉嫌犯罪案件移送书", "letter of transfer"),
    Term("papers", "移送材料", "papers that go with it"),
    Term("paper_slot", "材料类别", "which paper"),
    Term("documents", "本机关文书", "documents of this body"),
    Term("none_because", "没有该项材料的理由", "why there is none"),
    Term("source_sha256", "来源事实摘要", "digest of the source facts"),
    Term("earlier_penalties", "已作出的行政处罚", "penalties decided before"),
)

WORDINGS: tuple[Wording, ...] = ()
