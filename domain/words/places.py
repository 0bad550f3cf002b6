"""
Words of the rules of a place: rule packs, working calendars, number series.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("pack_code", "规则包代码", "code of the pack"),
    Term("pack_version", "规则包版本", "version of the pack"),
    Term("pack_status", "规则包状态", "status of the pack"),
    Term("pack_values", "规则包参数", "what the pack lays down"),
    Term(
        "changes",
        "本机关设定的参数",
        "values of one's own",
        hint_zh="代替文件所载的参数；每项参数须写全。",
        hint_en="They stand in place of the document's; give each parameter whole.",
    ),
    Term("parameter", "参数", "parameter"),
    Term(
        "value",
        "取值",
        "value",
        hint_zh="期间写作 5WD、15D、3M、24H；是否写作 yes、no；多项以逗号分隔。",
        hint_en="Periods as 5WD, 15D, 3M, 24H; yes or no; several with commas.",
    ),
    Term("confidence", "可信度", "how well it is known"),
    Term("in_force_from", "施行起始日", "in force from"),
    Term("in_force_until", "施行截止日", "in force until, inclusive"),
    Term("overtaken_by", "被何规定取代", "overtaken by"),
    Term("regions", "采用地区", "where it was adopted"),
    Term("year_status", "日历状态", "status of the year"),
    Term("holidays", "放假日期", "days off"),
    Term("makeup_workdays", "调休上班日期", "weekend days worked"),
    Term("statutory", "法定节日", "statutory holidays"),
    Term("caps", "各类上限", "caps by class"),
    Term("source", "来源文件", "source"),
    Term("kind_code", "文书代字（按案件编号的为“案”）", "word of the series"),
    Term("policy", "编号方式", "way of counting"),
)


def _of_pack(code: str) -> Wording:
    return Wording(
        f"pack_{code}", "规则包不得如此规定：{zh}", "No pack may do so: {en}"
    )


WORDINGS = (
    Wording(
        "pack_published",
        "规则包 {pack} 已发布。请换一个版本号。",
        "The pack {pack} is published already; name another version.",
    ),
    Wording(
        "no_such_pack",
        "没有代码为“{pack}”的规则包。",
        "There is no rule pack {pack}.",
    ),
    *(
        _of_pack(code)
        for code in (
            "unknown_parameter",
            "referral_fixed",
            "referral_switched_off",
            "fixed_by_law",
            "switched_off",
            "wrong_kind",
            "unknown_word",
            "lengthens",
            "drops_national",
            "missing",
        )
    ),
    Wording(
        "pack_is_draft",
        "规则包 {pack} 所依据的文件仅为征求意见稿，不能施行。",
        "The document behind the pack {pack} is a draft and governs nothing.",
    ),
    Wording(
        "pack_retired",
        "规则包 {pack} 已停用。",
        "The pack {pack} is retired.",
    ),
    Wording(
        "pack_not_adopted",
        "该地区没有采用规则包 {pack}。",
        "The place has not adopted the pack {pack}.",
    ),
    Wording(
        "source_missing",
        "请写明所依据的文件。",
        "Name the document by which this was laid down.",
    ),
    Wording(
        "year_over",
        "{year} 年已过，不能再公布上限。",
        "The year {year} is over; no caps are published for it.",
    ),
    Wording(
        "caps_incomplete",
        "每一类别须写明一次上限，至少一类。",
        "Give the cap of each class once, of one class at least.",
    ),
    Wording(
        "cap_negative",
        "检查次数上限不能小于零。",
        "A cap of visits is not below nothing.",
    ),
    Wording(
        "adopted_later",
        "该地区已采用自 {since_on} 起施行的规则包；起始日须晚于该日。",
        "The place has adopted a pack from {since_on} on; begin after that day.",
    ),
    Wording(
        "adoption_reaches_back",
        "规则包不得溯及既往：{since_on} 早于可以选择的日期。",
        "A pack does not reach back: {since_on} is too early.",
    ),
    Wording(
        "no_such_year",
        "没有 {year} 年。请填写四位年份。",
        "There is no year {year}; write four digits.",
    ),
    Wording(
        "year_official",
        "{year} 年已有正式日历，不能改为暂定。",
        "The calendar of {year} is official already.",
    ),
    Wording(
        "year_contradicts_itself",
        "日历自相矛盾：{found}",
        "The calendar contradicts itself: {found}",
    ),
    Wording(
        "series_open",
        "{year} 年“{kind_code}”字文号序列已启用。",
        "The series {kind_code} of {year} is open already.",
    ),
)
