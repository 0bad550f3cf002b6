"""
What is said about a party and its codes: severity, Chinese, English (用语：当事人).
"""

from typing import Final

OF_PARTIES: Final[dict[str, tuple[str, str, str]]] = {
    "name_missing": (
        "R",
        "没有当事人名称。请按原始文书补录后再导入本行。",
        (
            "The party's name is missing. Enter it from the paper and import this "
            "row again."
        ),
    ),
    "two_parties": (
        "R",
        "一格内有两个当事人。请拆成两行，一行一个当事人，再导入。",
        (
            "Two parties stand in one cell. Split the row, one party to a row, and "
            "import both."
        ),
    ),
    "test_row": (
        "R",
        (
            "{seen}是测试或示例数据，不是真实记录。请删除本行；如确为真实数据，请按"
            "原始文书更正。"
        ),
        (
            "{seen} is trial or sample data. Delete this row, or correct it from "
            "the paper if it is real."
        ),
    ),
    "name_with_extra": (
        "W",
        "名称中夹有其他内容，已照原样保留。请核对。",
        "The name carries something else; it is kept as printed. Please check.",
    ),
    "former_name": (
        "N",
        "{seen}已作为曾用名另记。",
        "{seen} was taken down as a former name.",
    ),
    "question_mark": (
        "W",
        "含有“?”，可能是转换时丢失的字。请核对原始文书。",
        ("Has a “?”, perhaps a character lost in conversion. Please check the paper."),
    ),
    "masked_name": (
        "H",
        "名称已脱敏，照原样保留，不与任何企业匹配。须由人工认定当事人。",
        (
            "The name is masked; it is kept as printed and matched with nobody. A "
            "person must say who it is."
        ),
    ),
    "masked_code": (
        "W",
        "代码已脱敏，不用于匹配。",
        "The code is masked and is not used to find the party.",
    ),
    "masked_identity": (
        "N",
        "证件号码已脱敏，照原样保留。",
        "The identity number is masked and kept as printed.",
    ),
    "label_dropped": (
        "N",
        "已去掉单元格中的栏目名称。",
        "A label inside the cell was dropped.",
    ),
    "codes_parted": (
        "N",
        "一格内的几个代码已按各自名称分开。",
        "Several codes in one cell were parted by their labels.",
    ),
    "codes_unclear": (
        "W",
        "{seen}含有几个代码而未标明各是什么，已照原样保留，不用于匹配。",
        (
            "{seen} holds several codes that are not labelled; kept as printed and "
            "not used to find the party."
        ),
    ),
    "codes_differ": (
        "W",
        "{seen}与本行另一处的代码{other}不一致。请核对。",
        ("{seen} differs from the code {other} elsewhere in the row. Please check."),
    ),
    "digits_lost": (
        "R",
        (
            "{seen}已被表格软件改成科学计数，后几位丢失，无法还原。请把该列设为文本"
            "，按原始文书重新录入后再导入本行。"
        ),
        (
            "{seen} was turned into scientific form by a spreadsheet, and its last "
            "digits are gone. Make the column text, enter it anew from the paper, "
            "and import this row again."
        ),
    ),
    "number_too_long": (
        "R",
        (
            "单元格是超过15位的数字{seen}，表格软件只保留15位，后几位已不可信。请把"
            "该列设为文本，按原始文书重新录入后再导入本行。"
        ),
        (
            "The cell is a number of more than 15 digits ({seen}); a spreadsheet "
            "keeps only 15, so the last ones cannot be trusted. Make the column "
            "text, enter it anew from the paper, and import this row again."
        ),
    ),
    "uscc_wrong": (
        "R",
        ("统一社会信用代码{seen}{zh}。请按营业执照或决定书核对、更正后再导入本行。"),
        (
            "The USCC {seen} {en}. Check it against the licence or the decision, "
            "correct it, and import this row again."
        ),
    ),
    "uscc_wrong_proposal": (
        "R",
        (
            "统一社会信用代码{seen}{zh}。只改一处的话，可能是{proposal}；请核对证照"
            "后自行录入，再导入本行。"
        ),
        (
            "The USCC {seen} {en}. With one correction it could be {proposal}; "
            "check it against the licence, type it yourself, and import this row "
            "again."
        ),
    ),
    "organisation_digit": (
        "W",
        "{seen}校验通过，但其中第9至17位作为组织机构代码不符。请核对。",
        (
            "{seen} passes, but its characters 9 to 17 fail as an organisation "
            "code. Please check."
        ),
    ),
    "moved_to_uscc": (
        "N",
        "{seen}是统一社会信用代码，已按其类型归入。",
        "{seen} is a USCC and was taken as one.",
    ),
    "moved_to_reg_no": (
        "N",
        "{seen}是注册号，不是统一社会信用代码，已归入注册号。",
        "{seen} is a registration number, not a USCC, and was taken as one.",
    ),
    "moved_to_org_code": (
        "N",
        "{seen}是组织机构代码，已按其类型归入。",
        "{seen} is an organisation code and was taken as one.",
    ),
    "reg_no_check": (
        "W",
        "注册号{seen}校验码不符或者位数不同，已照原样保留。请核对。",
        (
            "The registration number {seen} fails its check or has another length; "
            "it is kept as printed. Please check."
        ),
    ),
    "org_code_check": (
        "W",
        "{seen}：{zh}，不用于匹配。请核对。",
        "{seen}: {en}; it is not used to find the party. Please check.",
    ),
    "code_or_identity": (
        "H",
        "18位数字既符合统一社会信用代码，又符合身份证号码，须由人工认定。",
        (
            "These 18 digits pass as a USCC and as an identity number; a person "
            "must say which it is."
        ),
    ),
    "placeholder": (
        "N",
        "十七个0加X表示个体工商户代码不详，按无代码处理。",
        (
            "Seventeen zeros and X stand for an unknown code of an individual "
            "business; taken as none."
        ),
    ),
    "placeholder_not_allowed": (
        "R",
        (
            "十七个0加X只用于有注册号的个体工商户。请补录注册号，或者录入真实代码后"
            "再导入本行。"
        ),
        (
            "Seventeen zeros and X are only for individual businesses with a "
            "registration number. Add that number, or the real code, and import "
            "this row again."
        ),
    ),
    "identity_in_code_column": (
        "R",
        (
            "统一社会信用代码栏填的是身份证号码（不在此显示）。请改填代码；当事人是"
            "自然人的，请改用自然人表。"
        ),
        (
            "An identity number (not shown here) stands in the column of the USCC. "
            "Enter the code, or use the table for natural persons."
        ),
    ),
    "code_in_identity_column": (
        "R",
        (
            "证件号码栏填的是统一社会信用代码。当事人是单位的，请改用法人表，再导入"
            "本行。"
        ),
        (
            "A USCC stands in the column of identity numbers. For a unit use the "
            "table for legal persons, and import this row again."
        ),
    ),
    "identity_wrong": (
        "W",
        "身份证号码校验不符（不在此显示）。请核对。",
        "The identity number (not shown here) fails its check. Please check.",
    ),
    "identity_in_text": (
        "W",
        "文字中有身份证号码，按个人信息保管，不公开。",
        (
            "The text has an identity number in it; it is kept as personal data and"
            " not published."
        ),
    ),
    "identity_moved": (
        "W",
        "本栏含有身份证号码，全格按个人信息保管。",
        (
            "The column has an identity number in it; the whole cell is kept as "
            "personal data."
        ),
    ),
    "person_mixed": (
        "W",
        "一格内有姓名、性别和证件号码，全格按个人信息保管。",
        (
            "Name, sex and identity number stand in one cell; all of it is kept as "
            "personal data."
        ),
    ),
    "class_word_unknown": (
        "H",
        "不知道{seen}是哪一类行政相对人，须由人工认定。",
        "It is not known which class of party {seen} is; a person must say.",
    ),
    "class_conflict": (
        "H",
        "当事人类别与代码或证件不一致，须由人工认定是单位还是自然人。",
        (
            "The party's class does not agree with its codes or papers; a person "
            "must say whether it is a unit or a natural person."
        ),
    ),
    "class_unknown": (
        "H",
        "看不出当事人是单位还是自然人，须由人工认定。",
        (
            "Nothing tells whether the party is a unit or a natural person; a "
            "person must say."
        ),
    ),
    "no_code": (
        "H",
        "没有可用的代码，只有名称；须由人工确认是哪一家。",
        ("There is no usable code, only a name; a person must say which one it is."),
    ),
    "no_uscc": (
        "H",
        "没有统一社会信用代码，须由人工确认后登记。",
        ("There is no USCC; a person must confirm the unit before it is registered."),
    ),
    "same_unit_other_facts": (
        "R",
        (
            "与第{rows}行是同一代码，内容却不同，分不清哪一行正确。请留下正确的一行"
            "再导入。"
        ),
        (
            "Has the same code as row {rows} but says something else; nothing tells"
            " which is right. Keep the right one and import it again."
        ),
    ),
    "same_entry_other_facts": (
        "R",
        ("与第{rows}行是同一单位、同一列入日期，内容却不同。请留下正确的一行再导入。"),
        (
            "Has the same unit and day of listing as row {rows} but says something "
            "else. Keep the right one and import it again."
        ),
    ),
    "void_entry": (
        "W",
        "本行已标记作废，作为作废记录导入。",
        "This row is marked void and is taken over as such.",
    ),
}
