"""
Words of approvals: what is put up, the rungs of the ladder, and why it is refused.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("approval_matter", "审批事项", "matter put up for approval"),
    Term("rung", "审批层级", "rung of the ladder"),
    Term("approval_state", "审批状态", "state of the approval"),
    Term("waiting_for", "待给意见的层级", "rung whose turn it is"),
    Term("put_up_by", "报批人", "put up by"),
    Term("put_up_on", "报批日期", "put up on"),
    Term("given_by", "已给意见人员", "those who stated opinions"),
    Term("opinions_count", "已有意见数", "opinions given"),
    Term("returns_count", "退回次数", "times returned"),
    Term("returned_reason", "上次退回理由", "why it was last returned"),
    Term("rungs_left", "其后层级", "rungs that follow"),
)

WORDINGS = (
    Wording(
        "all_rungs_given",
        "“{approval_matter}”各级意见已经齐备，可以办理。",
        "Every opinion on “{approval_matter}” is given; it can be done.",
    ),
    Wording(
        "ladder_ends_higher",
        "按照本地审批层级，须由{rung}决定。",
        "By the ladder of the place this is decided by {rung}.",
    ),
    Wording(
        "last_rung_decides",
        "其余各级意见已经齐备，请{rung}直接办理该事项。",
        "The other opinions are given; now {rung} decides by the act itself.",
    ),
    Wording(
        "no_ladder",
        "本地规则包没有为“{approval_matter}”设定审批层级，无须审批意见。",
        "The place has no ladder for “{approval_matter}”; no opinion is asked for.",
    ),
    Wording(
        "no_rung_of_role",
        "您的岗位不在该事项的审批层级（{rungs}）之内。",
        "The ladder of the matter ({rungs}) has no rung for your role.",
    ),
    Wording(
        "no_such_matter",
        "“{approval_matter}”不在这类卷宗上审批。",
        "“{approval_matter}” is not put up on a file of this kind.",
    ),
    Wording(
        "not_of_the_team",
        "应由本卷宗的承办人报批。",
        "Those who handle the file put its matters up.",
    ),
    Wording(
        "nothing_put_up",
        "“{approval_matter}”尚未报批，或者报批后卷宗有变化。",
        "“{approval_matter}” is not put up, or the file has changed since.",
    ),
    Wording(
        "rungs_missing",
        "办理“{approval_matter}”须先有现有卷宗上的审批意见，尚缺：{rungs}。",
        "“{approval_matter}” needs opinions on the file as it is now; missing: "
        "{rungs}.",
    ),
    Wording(
        "stood_on_lower_rung",
        "您已经作为{rung}给出意见，上一级意见和决定须由他人作出。",
        "You stated the opinion of {rung}; the next one, and the decision, are "
        "another's.",
    ),
    Wording(
        "turn_of_another",
        "现在应由{rung}给出意见。",
        "It is the turn of {rung}.",
    ),
    Wording(
        "worked_on_it",
        "您办理过本卷宗，审核和决定须由他人作出。",
        "You worked on the file; review and decision are another's.",
    ),
)
