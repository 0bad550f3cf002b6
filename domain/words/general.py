"""
Words of every context.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("name", "名称", "name"),
    Term("region", "行政区划", "region", hint_zh="GB/T 2260 六位代码"),
    Term("reason", "理由", "reason"),
    Term("grounds", "依据和理由", "grounds"),
    Term("since_on", "起始日", "first day"),
    Term("until_on", "截止日", "last day, inclusive"),
    Term("occurred_at", "发生时间", "when it happened"),
    Term("with_officers", "共同执法人员", "the other officers"),
    Term("late_reason", "补录原因", "why it is recorded late"),
    Term("late_scan", "纸质材料扫描件", "scan of the paper"),
    Term("sha256", "文件摘要", "digest"),
    Term("size", "大小", "size", unit="bytes"),
    Term("media", "文件类型", "media type"),
    Term("zone", "时区", "time zone"),
    Term("format", "格式", "format"),
    Term("demonstration", "是否演示", "whether a demonstration"),
    Term("deployment", "部署编号", "deployment"),
)

WORDINGS = (
    Wording(
        "role_not_competent",
        "岗位“{role}”不能办理本事项；可办理的岗位：{roles}。",
        "The role {role} may not do this; these may: {roles}.",
    ),
    Wording("no_such_file", "查无此件：{file}。", "There is no such file: {file}."),
    Wording("no_such_fact", "查无此事实：{fact}。", "There is no such fact: {fact}."),
    Wording(
        "makes_no_paper",
        "{fact} 不产生文书。可排印的是签发的文书和送达。",
        "{fact} makes no paper; a document issued and a service do.",
    ),
    Wording("no_such_act", "没有这个事项：{act}。", "There is no such act: {act}."),
    Wording(
        "identity_number_in_text",
        "“{term}”中含有公民身份号码。请删去号码，或者填入专门填写个人信息的栏目。",
        "{term} holds a resident's identity number; leave it out, or put it into a "
        "field for personal data.",
    ),
    Wording(
        "no_such_question",
        "没有这个查询：{question}。",
        "There is no such question: {question}.",
    ),
    Wording(
        "question_not_for_role",
        "查询“{question}”不对岗位“{role}”开放。",
        "The question {question} is not for the role {role}.",
    ),
    Wording(
        "no_such_cursor",
        "续页标记无法识别，请从第一页重新查询。",
        "The cursor is none that was given out; ask again from the first page.",
    ),
    Wording(
        "no_such_receipt",
        "没有以幂等键“{key}”办理过的事项。",
        "Nothing was done under the key {key}.",
    ),
    Wording(
        "in_the_future",
        "发生时间 {occurred_at} 晚于现在（{now}）。请填写实际发生的时间。",
        "It is said to happen at {occurred_at}, after now ({now}); state when it did.",
    ),
    Wording(
        "not_recorded_late",
        "“{act}”须当场记录，不能补录。",
        "“{act}” is recorded when it is done; it cannot be recorded late.",
    ),
    Wording(
        "late_incomplete",
        "补录须写明发生时间和原因，并上传纸质材料的扫描件。",
        "What is recorded late needs its time, the reason and a scan of the paper.",
    ),
    Wording(
        "day_not_stated",
        "“{act}”以办理当时为准，请不要填写发生时间。",
        "“{act}” counts by the moment at which it is done; state no other.",
    ),
    Wording("ledger_open", "账本已经开立。", "The ledger has been opened already."),
)
