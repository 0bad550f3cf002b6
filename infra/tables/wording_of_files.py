"""
What is said about a whole file (用语：文件).

A fault has Chinese and English; a note has its severity before them.
"""

from typing import Final

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "not_a_file": (
        "这不是一个文件。请给出文件的路径。",
        "This is no file. Give the path of a file.",
    ),
    "cannot_open": (
        "打不开文件：{reason}。请检查路径和权限。",
        "The file cannot be opened: {reason}. Check its path and rights.",
    ),
    "empty_file": (
        "文件是空的。请重新导出。",
        "The file is empty. Export it anew.",
    ),
    "too_large": (
        "文件内容有{size} MB，超过上限{limit} MB。请分成几个文件导入。",
        "The file holds {size} MB, more than {limit} MB. Import it in parts.",
    ),
    "too_wide": (
        (
            "第{row}行有{count}格，多于表格软件的{limit}列；分隔符或者换行多半有误。"
            "请重新导出。"
        ),
        (
            "Row {row} has {count} cells, more than the {limit} columns of any "
            "spreadsheet: separator or line ends are wrong. Export it anew."
        ),
    ),
    "swollen": (
        (
            "文件解压后是原来的{times}倍（{size} MB），不像真实的表格，不予读取。"
            "请重新导出，或者另存为 CSV 再导入。"
        ),
        (
            "Unpacked, the file is {times} times as large ({size} MB), which no real "
            "table is; it is not read. Export it anew, or save it as CSV."
        ),
    ),
    "not_a_table": (
        "这是{form}文件，不是可以读取的表格。请另存为 xlsx 或者 CSV 再导入。",
        (
            "This is a {form} file, not a table that can be read. Save it as xlsx "
            "or CSV and import that."
        ),
    ),
    "locked": (
        "文件有密码。请去掉密码另存后再导入。",
        "The file is locked by a password. Save it without one and import that.",
    ),
    "macros": (
        "文件带有宏，不予读取。请另存为不带宏的 xlsx 再导入。",
        (
            "The file carries macros and is not read. Save it as xlsx without "
            "macros and import that."
        ),
    ),
    "damaged_workbook": (
        "工作簿损坏或者不完整。请重新取得文件。",
        "The workbook is damaged or incomplete. Get the file anew.",
    ),
    "cut_off": (
        "文件在一个字的中间断了，没有传完。请重新取得完整的文件。",
        (
            "The file ends in the middle of a character: it was not transferred "
            "whole. Get it anew."
        ),
    ),
    "encoding_unknown": (
        (
            "字符编码既不是 UTF-8 也不是 GB18030，不能读取而不丢字。请另存为 UTF-8 "
            "再导入。"
        ),
        (
            "The characters are written neither in UTF-8 nor in GB18030, and cannot"
            " be read without loss. Save the file as UTF-8 and import that."
        ),
    ),
    "open_quote": (
        (
            "从第{row}行起有一个引号没有关闭，以后的内容都分不开；文件可能没有传完"
            "。请检查该处或者重新取得文件。"
        ),
        (
            "A quotation mark in row {row} is never closed, and all that follows "
            "runs together; perhaps the file was not transferred whole. Mend it "
            "there or get the file anew."
        ),
    ),
    "no_header": (
        (
            "前15行中找不到{kind}的表头（至少三个已知栏目）。请确认文件种类，或者把"
            "表头改成标准名称。"
        ),
        (
            "No header of {kind_en} (at least three known columns) stands in the "
            "first 15 lines. Check the kind of file, or give the columns their "
            "standard names."
        ),
    ),
    "wrong_kind": (
        "文件像是{other}，不是{kind}。请按{other}导入。",
        ("The file looks like {other_en}, not {kind_en}. Import it as {other_en}."),
    ),
    "which_sheet": (
        "有几张工作表都像要导入的表：{sheets}。请指定一张。",
        "Several sheets look like the table to import: {sheets}. Name one.",
    ),
    "no_such_sheet": (
        "没有名为“{wanted}”的工作表，只有：{sheets}。",
        "There is no sheet “{wanted}”, only: {sheets}.",
    ),
    "column_unclear": (
        "「{header}」可能是：{meanings}。请指明本文件中它是哪一个。",
        "「{header}」 may mean: {meanings}. Say which it is in this file.",
    ),
    "two_columns": (
        "{headers}都是“{field}”，分不清以哪一列为准。请指明留用哪一列。",
        (
            "{headers} all mean {field}, and nothing tells which holds. Say which "
            "one to use."
        ),
    ),
    "column_missing": (
        "缺少“{field}”一列。未识别的列：{unknown}。",
        "The column {field} is missing. Columns not recognised: {unknown}.",
    ),
    "unit_unknown": (
        (
            "「{header}」的单位是元还是万元？表中没有写明。处罚内容与金额一致的行："
            "按元{yuan}行，按万元{wan}行。请指明单位。"
        ),
        (
            "Is 「{header}」 counted in 元 (yuan) or 万元 (wan)? The file does not "
            "say. Rows whose text agrees: {yuan} as yuan, {wan} as wan. State the "
            "unit."
        ),
    ),
    "unit_contradicted": (
        (
            "「{header}」写明单位是{unit}，但处罚内容与金额一致的行：按元{yuan}行，"
            "按万元{wan}行，相差一万倍。请指明实际单位。"
        ),
        (
            "「{header}」 says {unit}, but rows whose text agrees are {yuan} as yua"
            "n, {wan} as wan: a factor of ten thousand. State the unit that is "
            "meant."
        ),
    ),
    "class_words": (
        (
            "「{field}」中的{words}各指法人、自然人还是个体工商户？各系统的代码互相"
            "矛盾，请为本文件指明。"
        ),
        (
            "In 「{field}」, which of {words} are legal persons, natural persons, i"
            "ndividual businesses? Systems contradict each other; say it for this "
            "file."
        ),
    ),
}

FILE_NOTES: Final[dict[str, tuple[str, str, str]]] = {
    "header_unknown": (
        "W",
        "不认识的列「{header}」，原样保管，未读取。相近的有：{near}。",
        ("The column 「{header}」 is not known; it is kept unread. Similar: {near}."),
    ),
    "columns_unnamed": (
        "W",
        "有{count}列没有表头，原样保管，未读取。",
        "{count} columns have no header; they are kept unread.",
    ),
    "unit_from_title": (
        "W",
        "「{header}」的单位“{unit}”取自表头上方。",
        "The unit 「{unit}」 of 「{header}」 was taken from above the header.",
    ),
    "unit_answered": (
        "W",
        "「{header}」的单位“{unit}”由导入人指明。",
        "The unit 「{unit}」 of 「{header}」 was stated by the importer.",
    ),
    "unit_overruled": (
        "W",
        "表中写明的单位与内容矛盾，按导入人指明的“{unit}”读取。",
        (
            "The unit in the file contradicts its texts; amounts are read in 「{uni"
            "t}」, as the importer stated."
        ),
    ),
    "other_sheets": (
        "W",
        "读取的是工作表「{sheet}」；另有未读取的工作表：{others}。",
        "The sheet 「{sheet}」 is read; other sheets are not: {others}.",
    ),
    "sheet_hidden": (
        "W",
        "工作表「{sheet}」是隐藏的。",
        "The sheet 「{sheet}」 is hidden.",
    ),
    "rows_hidden": (
        "W",
        "有{count}行被隐藏或者筛掉，照样读取。",
        "{count} rows are hidden or filtered away; they are read all the same.",
    ),
}
