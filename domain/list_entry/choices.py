"""
What is chosen from in the life of a list entry (名单代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How far an entry is (名单条目阶段).
    """

    PROPOSED = "拟列入", "proposed"
    NOTIFIED = "已告知", "notified"
    HEARD = "已陈述申辩", "heard"
    DECLINED = "不予列入", "declined"
    LISTED = "已列入", "listed"
    APPLIED = "已申请提前移出", "early removal applied for"
    ACCEPTED = "已受理提前移出", "application accepted"
    REMOVED = "已移出", "removed"
    REVOKED = "已撤销列入", "revoked"
    EXPIRED = "已期满", "expired"


#: While an entry stands on its list.
LIVE = frozenset((Stage.LISTED, Stage.APPLIED, Stage.ACCEPTED))

#: Before anything is decided.
PENDING = frozenset((Stage.PROPOSED, Stage.NOTIFIED, Stage.HEARD))

#: After it stood on its list.
OVER = frozenset((Stage.REMOVED, Stage.REVOKED, Stage.EXPIRED))


class RemovalCondition(Choice):
    """
    What an early removal asks for (提前移出条件), by 令11号 18.
    """

    DUTIES_DONE = "行政处罚决定的义务已履行完毕", "the penalty was performed"
    HARM_REMOVED = "已消除危害后果和不良影响", "harm and bad effect were removed"
    NO_NEW_GROUND = "未再发生应当列入的情形", "no new ground came up"


class RedCondition(Choice):
    """
    What an entry on the red list asks for (红名单条件), by 安监总办〔2017〕133号.
    """

    PROMISE_KEPT = "公开作出并履行安全生产承诺", "a public safety promise is kept"
    NO_DISHONESTY = "3年内无安全生产失信行为", "no dishonesty in three years"
    NO_PENALTY = "3年内未受安全生产行政处罚", "no safety penalty in three years"
    NO_FATAL_ACCIDENT = (
        "3年内无死亡责任事故且无新增职业病",
        "no fatal accident in three years",
    )
    STANDARD_LEVEL_1 = "安全生产标准化一级", "standardisation level 1"
    NO_JOINT_DISCIPLINE = (
        "未被列为其他领域联合惩戒对象",
        "no object of joint discipline elsewhere",
    )


class RevocationGround(Choice):
    """
    Why an entry was wrong, or is so now (撤销列入的理由).
    """

    PENALTY_FALLEN = "所依据的处罚决定已不成立", "the penalty fell"
    PENALTY_VARIED = "所依据的处罚决定已变更", "the penalty was varied"
    REVIEW = "行政复议决定", "decision on review"
    JUDGMENT = "人民法院裁判", "judgment"
    OWN_CORRECTION = "列入机关自行纠正", "the body corrects itself"


class ReviewOutcome(Choice):
    """
    What came of looking at an entry again (复核结果).
    """

    TO_EXAMINE = "依据有变化，须复核", "the basis changed; to be examined"
    STANDS = "维持列入", "the entry stands"


class RedEnding(Choice):
    """
    Why somebody leaves the red list before its term (移出红名单的理由).
    """

    BREACH = "不再符合条件", "a condition is broken"
    BLACK_LISTED = "被列入严重失信主体名单", "black-listed"
