"""
Words of checklists.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("checklist", "检查表", "checklist"),
    Term("checklist_version", "检查表版本", "version of the checklist"),
    Term("items", "检查项", "items"),
    Term("checklist_item", "检查项编号", "code of the item"),
    Term("text", "内容", "text"),
    Term("violation_code", "违法行为代码", "violation code"),
    Term("basis", "依据", "basis"),
    Term("mandatory", "是否必检", "whether it must be answered"),
    Term("band", "裁量档次", "penalty band"),
)

WORDINGS = (
    Wording(
        "checklist_empty",
        "检查表至少要有一个检查项。",
        "A checklist needs at least one item.",
    ),
    Wording(
        "checklist_item_twice",
        "检查项编号“{checklist_item}”重复。",
        "The item code {checklist_item} stands twice.",
    ),
    Wording(
        "no_such_checklist_version",
        "该检查表没有第 {checklist_version} 版。",
        "The checklist has no version {checklist_version}.",
    ),
    Wording(
        "checklist_version_withdrawn",
        "该检查表第 {checklist_version} 版已停用。",
        "Version {checklist_version} of the checklist was withdrawn.",
    ),
)
