"""
Words of what the clock flags (违规警示用语).
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("breach", "违规情形", "what was not done in time"),
    Term("since_fact", "起算事实", "fact from which the time ran"),
    Term("told", "告知机关", "body that is told"),
    Term("limit_passed", "已过期限", "limit that passed"),
)

WORDINGS = (
    Wording(
        "no_time_set",
        "没有应守的期限：法律和规则包未定，或者无需处理。",
        "No time runs: neither law nor pack sets one, or nothing is to be done.",
    ),
    Wording(
        "time_not_over",
        "期限到 {until_on} 止，尚未届满。",
        "The time runs until {until_on} and is not over.",
    ),
    Wording(
        "done_in_time",
        "已在期限内办理（{rule}），无须警示。",
        "It was done within its time ({rule}); there is nothing to flag.",
    ),
    Wording(
        "flagged_already",
        "已作警示（{rule}），不重复。",
        "It is flagged already ({rule}).",
    ),
)
