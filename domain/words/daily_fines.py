"""
Words of daily fines.
"""

from domain.words.entries import Term, Wording

TERMS = (
    Term("ordered_on", "责令改正日", "day of the order to correct"),
    Term("days_fined", "处罚天数", "days that are fined", unit="days"),
    Term("base_fine_fen", "原处罚数额", "what the act was fined", unit="fen"),
    Term("refusal_proof", "拒不改正的证据", "what shows the refusal"),
    Term("daily_fine", "拟按日连续处罚", "fine proposed for each day"),
    Term("notified_on", "告知日", "day on which the party was told"),
)

WORDINGS = (
    Wording(
        "daily_fine_not_proposed",
        "请先在案件中就该事项“提出按日连续处罚意见”，送达告知书并听取陈述申辩。",
        "Propose the daily fine on this in a case first; notify and hear the party.",
    ),
    Wording(
        "daily_fine_proposed",
        "对当事人 {no} 拟作出的是按日连续处罚，请办理“决定按日连续处罚”。",
        "What is proposed against party {no} is a daily fine; decide that.",
    ),
    Wording(
        "penalty_under_way",
        "对当事人 {no} 的拟处罚尚未决定，不能同时提出按日连续处罚。",
        "Another penalty on party {no} is proposed and undecided.",
    ),
    Wording(
        "no_fine_on_unit",
        "按日连续处罚以对生产经营单位已经送达、仍然有效的罚款决定为前提。",
        "A daily fine repeats a fine on a unit that was served and stands.",
    ),
    Wording(
        "fined_under_other_law",
        "原罚款不是依据《安全生产法》作出的，不能按日连续处罚。",
        "The fine was not imposed under the Work Safety Law; it is not repeated daily.",
    ),
    Wording(
        "nothing_ordered",
        "没有责令改正的记录，不能按日连续处罚。",
        "Nothing was ordered to be corrected; no day can be fined.",
    ),
    Wording(
        "order_for_other_act",
        "责令改正的不是原罚款所处罚的违法行为。",
        "What was ordered to be corrected is not what was fined.",
    ),
    Wording(
        "refusal_unproved",
        "请写明拒不改正的证据。",
        "State what shows that the party refuses to correct.",
    ),
    Wording(
        "no_day_to_fine",
        "可以按日处罚的期间为 {since_on} 至 {until_on}；已罚的、改正后的日期不再处罚。",
        "Days from {since_on} to {until_on} can be fined; none twice, and none after "
        "it was corrected.",
    ),
)
