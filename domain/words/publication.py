"""
Words of publications.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("record", "导入记录", "imported record"),
    Term("records", "导入记录", "imported records"),
    Term("channel", "公开渠道", "channel"),
    Term("credit_class", "失信程度", "class of the breach"),
    Term("class_ground", "失信程度依据", "by which standard"),
    Term("hide", "不予显示的文字", "texts not to show"),
    Term("hidden", "隐去内容", "what is hidden"),
    Term("law_on", "所依法律的日期", "day of the law"),
    Term("content", "公开内容", "what is shown"),
    Term("announcement", "名单公告", "announcement"),
    Term("announced_on", "公告日", "announced on"),
    Term("publication", "公开信息", "publication"),
    Term("listing", "公开的名单信息", "what is shown of the entry"),
    Term("schema", "公开格式", "layout of the publication"),
    Term("term", "公示期", "term of publicity"),
    Term("limit", "法定最长期限", "longest lawful term"),
    Term("printed_on", "源头公示截止日", "end printed by the source"),
    Term("unsettled", "是否待核", "whether the term is unsettled"),
    Term("source_fact", "所依事实", "fact that it rests on"),
    Term("source_facts", "来源事实", "facts that it is made of"),
    Term("objected", "是否有异议", "whether objected to"),
    Term("publications", "公开信息", "publications"),
    Term("said_sha256", "原公开内容摘要", "digest of what was shown"),
    Term("follows", "所随事实", "fact that it follows"),
    Term("withdrawal_ground", "撤回理由", "ground of the withdrawal"),
    Term("reasons", "说明", "reasons shown"),
    Term("changed_on", "变动生效日", "day of the change"),
    Term("withdraw_limit", "撤回期限", "limit for the withdrawal"),
    Term("source_name", "数据来源单位", "source of the data"),
    Term(
        "source_code",
        "数据来源单位统一社会信用代码",
        "credit code of the source of the data",
    ),
    Term("flags", "标记", "flags"),
    Term("social_effect", "社会影响", "social effect"),
    Term("due_on", "应公开日期", "last day to publish"),
    Term("non_publication_ground", "不予公开情形", "ground for not publishing"),
    Term("decision_texts", "决定书文字", "texts of the decision"),
    Term("result_kind", "执法结果类别", "kind of result"),
    Term("result", "公开的执法结果", "what is shown of the result"),
    Term("result_text", "执法结果内容", "what the result says"),
    Term("violations_count", "违法问题数", "violations found", unit="项"),
    Term("batch_kind", "批次类别", "kind of batch"),
    Term("visits", "抽取结果", "visits drawn"),
    Term("overrides", "抽取结果变更", "overrides"),
    Term("replaced_by", "改为检查的企业", "visited instead"),
    Term("override_reason", "变更抽取结果的理由", "reason of the override"),
    Term("delay_cause", "公开逾期原因", "cause of the delay"),
)

WORDINGS = (
    Wording(
        "no_penalty",
        "没有可以依据的行政处罚：须是本事项适用的、已送达并且仍然有效的处罚决定。",
        "There is no penalty to rest on: one that counts here, is served and stands.",
    ),
    Wording(
        "not_ours",
        "该事项不由本机关办理：不是本机关作出或者发现的，也没有移交或者关联到本机关。",
        "It is not for this body: another one decided or found it, or none is linked.",
    ),
    Wording(
        "restricted_field",
        "{fields}含有不得公开的内容。自然人的处罚未认定社会影响前不公开；"
        "文字中有身份证号码或者电话的，请更正记录或者选择不显示。",
        "What must not be public stands in: {fields}. A person's penalty is not public "
        "before its social effect is found; else correct the record or hide the text.",
    ),
    Wording(
        "class_unknown",
        "当事人类别或者失信程度未定的，暂不公开。请先认定。",
        "Nothing is published while the class of party or breach is not settled.",
    ),
    Wording(
        "ended",
        "该信息已终止公开（{status}）；没有新的来源事实，不再公开。",
        "It has ended ({status}) and is not public again without a new source fact.",
    ),
    Wording(
        "barred_at_source",
        "源头不公开：{bars}。",
        "The source does not publish it: {bars}.",
    ),
    Wording(
        "term_unknown",
        "公示期限无法确定：当时的规定没有最长期限，来源也没有公示截止期。",
        "No term of publicity is known, neither by law nor from the source.",
    ),
    Wording(
        "term_over",
        "公示期已于 {until} 届满。",
        "Its term of publicity ended on {until}.",
    ),
    Wording(
        "minor_not_published",
        "轻微失信信息原则上不在信用平台公示。",
        "A minor breach is not published on the credit platform.",
    ),
    Wording(
        "public_already",
        "该记录已在这一渠道公开（{publication}）。",
        "The record is public on this channel already ({publication}).",
    ),
    Wording(
        "no_such_batch",
        "一批应为1至{most}条不重复的记录；现为{count}条。",
        "A batch has 1 to {most} records, each once; this one has {count}.",
    ),
    Wording(
        "no_such_period",
        "公告所涉期间应起止有序，且不晚于今天；现为 {since_on} 至 {until_on}。",
        "The period begins before it ends, today at the latest, not {since_on} to "
        "{until_on}.",
    ),
    Wording(
        "not_of_list",
        "该公开信息（{publication}）不是该名单（{colour}）的条目。",
        "The publication {publication} is of no entry of that list ({colour}).",
    ),
    Wording(
        "entry_has_no_class",
        "名单信息没有失信程度，公示至移出为止。",
        "An entry of a list has no class; it is public as long as it stands.",
    ),
    Wording(
        "no_such_result",
        "该卷没有这类可以公开的执法结果：{result_kind}。",
        "The file has no such result to publish: {result_kind}.",
    ),
    Wording(
        "result_fallen",
        "该执法结果的状态是“{status}”，不能公开。",
        "The result is {status} and cannot be published.",
    ),
    Wording(
        "visits_ahead",
        "抽中的企业中还有{count}家没有检查；检查前不公开抽取结果。",
        "{count} visits that were drawn are still to come; their result is not public "
        "before them.",
    ),
    Wording(
        "not_for_platform",
        "信用信息平台只公示行政许可和行政处罚；该结果在本机关网站公开。",
        "The credit platform takes permits and penalties; this is for the own site.",
    ),
    Wording(
        "result_has_no_class",
        "执法结果没有失信程度。",
        "A result of enforcement has no class.",
    ),
    Wording(
        "not_of_batch",
        "该公开信息（{publication}）不属于这一批（{batch_kind}）。",
        "The publication {publication} is none of that kind of batch ({batch_kind}).",
    ),
    Wording(
        "nothing_to_correct",
        "记录没有更正，失信程度和隐去内容也没有变化。请先更正导入记录。",
        "Neither record, class nor hidden texts changed; correct the record first.",
    ),
    Wording(
        "no_ground",
        "法律没有对该当事人的这一不予公开情形，或者没有说明理由：{ground}。",
        "The law has no such ground for this party, or no reason is told: {ground}.",
    ),
    Wording(
        "decision_changed",
        "所依决定的状态是“{status}”：应当撤回，不作更正。",
        "The decision is {status}: withdraw what is public instead of correcting it.",
    ),
    Wording(
        "basis_stands",
        "所依决定的状态是“{status}”，与撤回理由不符。请先记录源头的状态。",
        "The decision is {status}, unlike the ground; record its status first.",
    ),
    Wording(
        "not_public",
        "该信息不在公开中（{status}）。",
        "It is not public ({status}).",
    ),
)
