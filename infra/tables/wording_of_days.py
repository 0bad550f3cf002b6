"""
What is said about cells, numbers and days: severity, Chinese, English (用语：日期).
"""

from typing import Final

OF_DAYS: Final[dict[str, tuple[str, str, str]]] = {
    "replaced_characters": (
        "R",
        (
            "{seen}含有“�”，文件在到达之前已经损坏。请从原系统重新导出，或者按原始"
            "文书录入后再导入本行。"
        ),
        (
            "{seen} has “�” in it: the file was damaged before it came here. Expor"
            "t it anew, or enter it from the paper, and import this row again."
        ),
    ),
    "replaced_characters_in_text": (
        "W",
        "文字中有“�”，文件在到达之前已经损坏，照原样保留。",
        (
            "The text has “�” in it: the file was damaged before it came here. Kep"
            "t as it is."
        ),
    ),
    "cell_error": (
        "R",
        "单元格是表格的错误值{seen}，原来的内容已看不到。请更正后再导入本行。",
        (
            "The cell shows the spreadsheet's error {seen}, and what stood there "
            "cannot be seen. Correct it and import this row again."
        ),
    ),
    "cell_too_long": (
        "R",
        (
            "本格有{length}字，这一栏不会有这么长的内容；多半是引号没有关闭或者各列"
            "错位。请对照原件改正后再导入本行。"
        ),
        (
            "The cell has {length} characters, and no such column holds so much: a "
            "quotation mark may be open, or the columns have slipped. Mend it by the "
            "paper and import the row again."
        ),
    ),
    "too_long": (
        "W",
        "共{length}字，超过标准规定的{limit}字，全文保留；上报时须缩短。",
        (
            "Has {length} characters, more than the {limit} that the standard "
            "allows; all is kept, but must be shortened for reporting."
        ),
    ),
    "row_cut_off": (
        "R",
        (
            "本行只有{count}格，表头有{width}格，而且文件到此中断。请取完整的文件，"
            "或者补全本行后再导入。"
        ),
        (
            "This row has {count} cells under {width} headers, and the file ends in"
            " it. Get the whole file, or complete the row, and import it again."
        ),
    ),
    "row_too_wide": (
        "R",
        (
            "本行有{count}格，表头只有{width}格，多半是文字中的逗号没有加引号，各格"
            "已经错位。请更正后再导入本行。"
        ),
        (
            "This row has {count} cells under {width} headers: most likely a comma "
            "in a text without quotation marks, and the cells have slipped. Correct"
            " it and import this row again."
        ),
    ),
    "word_unknown": (
        "W",
        "不认识{seen}，已照原样保留。",
        "{seen} is not known; it is kept as it is.",
    ),
    "count_unreadable": (
        "W",
        "{seen}不是整数，未采用。",
        "{seen} is no whole number and was not taken over.",
    ),
    "region_unknown": (
        "W",
        "行政区划代码表中没有{seen}，已照原样保留。请核对。",
        "No list of divisions has {seen}; it is kept as it is. Please check.",
    ),
    "region_retired": (
        "N",
        "{seen}是以前的行政区划代码。",
        "{seen} is a division's code of an earlier list.",
    ),
    "number_missing": (
        "W",
        "没有文书号。请按决定书补录。",
        "There is no document number. Enter it from the decision.",
    ),
    "no_number": (
        "W",
        "{seen}不是文书号。请按决定书录入。",
        "{seen} is no document number. Enter it from the decision.",
    ),
    "number_irregular": (
        "W",
        "{seen}不合文号的通常格式，已照原样保留。请核对。",
        (
            "{seen} does not have the usual form of a number; it is kept as it is. "
            "Please check."
        ),
    ),
    "same_number_other_facts": (
        "R",
        (
            "与第{rows}行文书号、当事人相同，内容却不同，分不清哪一行正确。请留下正"
            "确的一行再导入。"
        ),
        (
            "Has the same number and party as row {rows} but says something else; "
            "nothing tells which is right. Keep the right one and import it again."
        ),
    ),
    "day_missing": (
        "R",
        "没有决定日期。请按决定书补录后再导入本行。",
        (
            "There is no day of the decision. Enter it from the decision and import"
            " this row again."
        ),
    ),
    "day_impossible": (
        "R",
        "{seen}这一天不存在。请按原始文书更正后再导入本行。",
        (
            "There is no such day as {seen}. Correct it from the paper and import "
            "this row again."
        ),
    ),
    "day_partial": (
        "W",
        "{seen}只有年月，不是完整日期，未采用。请按原始文书补全日期。",
        ("{seen} is no whole day and was not taken over. Complete it from the paper."),
    ),
    "day_short_year": (
        "W",
        "{seen}的年份只有两位，不能确定，未采用。请写四位年份。",
        (
            "{seen} has a year of two digits, so the day is not certain and was not"
            " taken over. Write four digits."
        ),
    ),
    "day_order": (
        "W",
        "{seen}分不清月和日，未采用。请写成“年-月-日”。",
        (
            "In {seen} month and day cannot be told apart; it was not taken over. "
            "Write year-month-day."
        ),
    ),
    "day_unreadable": (
        "W",
        "{seen}不是可以识别的日期，未采用。请写成“年-月-日”。",
        (
            "{seen} cannot be read as a day and was not taken over. Write "
            "year-month-day."
        ),
    ),
    "day_serial": (
        "W",
        "{seen}是表格软件的日期序号，按{read}读取。请核对。",
        (
            "{seen} is a spreadsheet's serial number of a day, read as {read}. "
            "Please check."
        ),
    ),
    "day_serial_outside": (
        "R",
        ("{seen}不是日期，作为日期序号也不在合理范围。请按原始文书录入后再导入本行。"),
        (
            "{seen} is no day, and as a serial number of a day it is out of range. "
            "Enter it from the paper and import this row again."
        ),
    ),
    "day_from_moment": (
        "N",
        "由时间戳换算为北京时间{read}。",
        "Converted from a moment: {read} Beijing time.",
    ),
    "day_not_midnight": (
        "W",
        "由时间戳换算为北京时间{read}，不是零点，日期可能差一天。请核对。",
        (
            "Converted from a moment: {read} Beijing time, not midnight, so the day"
            " may be one off. Please check."
        ),
    ),
    "open_end": (
        "N",
        "{seen}表示长期，没有截止日期。",
        "{seen} means that there is no last day.",
    ),
    "decided_ahead": (
        "R",
        "决定日期{seen}晚于今天。请按决定书更正后再导入本行。",
        (
            "The day of the decision, {seen}, lies ahead. Correct it from the "
            "decision and import this row again."
        ),
    ),
    "day_ahead": (
        "W",
        "{seen}晚于今天。请核对。",
        "{seen} lies ahead. Please check.",
    ),
    "ends_before": (
        "W",
        "截止日期{seen}早于{start}。请核对。",
        "The last day {seen} is before {start}. Please check.",
    ),
    "publicity_is_update": (
        "W",
        "公示截止期与数据更新时间相同，可能被数据库覆盖。请核对。",
        (
            "The last day of publication is the day of the last update; a database "
            "may have overwritten it. Please check."
        ),
    ),
}
