"""
What is said about amounts, kinds and authorities: severity, Chinese, English.
"""

from typing import Final

OF_PENALTIES: Final[dict[str, tuple[str, str, str]]] = {
    "amount_unit_clash": (
        "R",
        "{seen}与本栏单位“{unit}”不一致。请更正金额或者单位后再导入本行。",
        (
            "{seen} does not agree with the column's unit 「{unit}」. Correct the a"
            "mount or the unit and import this row again."
        ),
    ),
    "amount_unreadable": (
        "R",
        "{seen}不是一个可以识别的金额。请只填数字后再导入本行。",
        (
            "{seen} cannot be read as an amount. Enter the number alone and import "
            "this row again."
        ),
    ),
    "amount_several": (
        "R",
        "{seen}含有几个金额，不能确定是哪一个。请每栏只填一个金额后再导入本行。",
        (
            "{seen} holds several amounts. Enter one amount to a column and import "
            "this row again."
        ),
    ),
    "amount_differs_from_capitals": (
        "R",
        "{seen}的数字与大写不一致。请按决定书更正后再导入本行。",
        (
            "In {seen} digits and words do not agree. Correct it from the decision "
            "and import this row again."
        ),
    ),
    "amount_without_unit": (
        "R",
        "不知道金额{seen}的单位是元还是万元。",
        "It is not known whether {seen} is counted in 元 or 万元.",
    ),
    "amount_too_fine": (
        "R",
        "{seen}{unit}不是整数分。请按决定书更正后再导入本行。",
        (
            "{seen} {unit} is no whole number of fen. Correct it from the decision "
            "and import this row again."
        ),
    ),
    "amount_negative": (
        "R",
        "金额{seen}是负数。请按决定书更正后再导入本行。",
        (
            "The amount {seen} is negative. Correct it from the decision and import"
            " this row again."
        ),
    ),
    "amount_at_cap": (
        "W",
        "{seen}万元可能是字段太短被截断的最大值。请核对。",
        (
            "{seen} 万元 may be the largest value of a field that was made too shor"
            "t. Please check."
        ),
    ),
    "amount_in_words": (
        "N",
        "{seen}由大写换算。",
        "{seen} was converted from words.",
    ),
    "amount_missing": (
        "W",
        "处罚类别有{kind}，但没有金额；未填不等于零。请核对。",
        (
            "The kinds have {kind}, but there is no amount; missing is not zero. "
            "Please check."
        ),
    ),
    "amount_zero": (
        "W",
        "处罚类别有{kind}，金额却是零。请核对。",
        "The kinds have {kind}, but the amount is zero. Please check.",
    ),
    "amount_without_kind": (
        "W",
        "有金额，但处罚类别没有{kind}。请核对。",
        "There is an amount, but the kinds have no {kind}. Please check.",
    ),
    "amount_told": (
        "W",
        "金额未填，处罚内容提到罚款{yuan}元；不自动采用，请核对后录入。",
        (
            "The amount is missing, and the content tells of a fine of {yuan} yuan;"
            " it is not taken from there. Please check and enter it."
        ),
    ),
    "amounts_told": (
        "W",
        "金额未填，处罚内容提到几个金额；不自动采用，请核对后录入。",
        (
            "The amount is missing, and the content tells of several; none is taken"
            " from there. Please check and enter it."
        ),
    ),
    "amount_differs_from_text": (
        "W",
        "金额与处罚内容所写不一致。请核对。",
        "The amount does not agree with what the content tells. Please check.",
    ),
    "kinds_unknown": (
        "W",
        "不认识的处罚类别：{seen}，已照原样保留。",
        "Unknown kinds of penalty: {seen}; kept as they are.",
    ),
    "kinds_cut": (
        "W",
        "处罚类别在“{seen}”处被截断。请核对决定书。",
        "The kinds were cut off at “{seen}”. Please check the decision.",
    ),
    "licence_missing": (
        "W",
        "处罚类别有暂扣或者吊销，但没有证照名称及编号。请核对。",
        (
            "A licence was suspended or revoked, but which one is not told. Please "
            "check."
        ),
    ),
    "not_a_penalty": (
        "W",
        "不予处罚不是处罚，另行记录，不计入处罚，不列入名单。",
        (
            "A decision not to punish is no penalty; it is recorded apart, counts "
            "for nothing and feeds no list."
        ),
    ),
    "withdrawn": (
        "W",
        "该决定已被撤销，决定和撤销都导入，不作为有效决定显示。",
        (
            "The decision was withdrawn; both are taken over, and it is not shown "
            "as standing."
        ),
    ),
    "disputed": (
        "W",
        "该决定处于{seen}状态，不作为无争议的决定显示。",
        "The decision is marked {seen}; it is not shown as undisputed.",
    ),
    "authority_missing": (
        "H",
        "没有处罚机关，须由人工指定。",
        "The authority is missing; a person must name it.",
    ),
    "authority_code_wrong": (
        "H",
        "机关代码{seen}{zh}，须由人工指定机关。",
        "The authority's code {seen} {en}; a person must name the authority.",
    ),
    "body_is_day": (
        "R",
        "机关栏填的是日期{seen}。请填机关名称后再导入本行。",
        (
            "A day, {seen}, stands in the column of the authority. Enter its name "
            "and import this row again."
        ),
    ),
    "body_is_id": (
        "R",
        "机关栏填的是系统编号{seen}。请填机关名称后再导入本行。",
        (
            "A system's id, {seen}, stands in the column of the authority. Enter "
            "its name and import this row again."
        ),
    ),
    "body_is_number": (
        "R",
        "机关栏填的是编号{seen}。请填机关名称后再导入本行。",
        (
            "A number, {seen}, stands in the column of the authority. Enter its "
            "name and import this row again."
        ),
    ),
    "body_is_address": (
        "R",
        "机关栏填的是地址{seen}。请填机关名称后再导入本行。",
        (
            "An address, {seen}, stands in the column of the authority. Enter its "
            "name and import this row again."
        ),
    ),
    "body_is_system": (
        "R",
        "机关栏填的是系统名称{seen}，不是机关。请填机关名称后再导入本行。",
        (
            "The name of a system, {seen}, stands in the column of the authority. "
            "Enter the authority's name and import this row again."
        ),
    ),
    "body_tail": (
        "W",
        "{seen}去掉系统附加的内容后读作{read}。请核对。",
        "{seen} was read as {read}, without what a system added. Please check.",
    ),
    "delegation": (
        "W",
        "机关名称后的委托说明“{seen}”另记。",
        "The note of a delegation, “{seen}”, was taken down apart.",
    ),
}
