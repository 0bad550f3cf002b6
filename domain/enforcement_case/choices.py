"""
What is chosen from in a case, from its filing to its investigation (案件代码项).
"""

from domain.values import Choice


class Stage(Choice):
    """
    How far a case is (案件阶段); how far each party's matter is, it says itself.
    """

    FILED = "调查中", "under investigation"
    INVESTIGATED = "调查终结", "investigated"
    PROPOSED = "告知、决定与执行", "from notice to performance"
    CLOSED = "已结案", "closed"
    ARCHIVED = "已归档", "archived"
    TRANSFERRED = "已移送其他机关", "transferred to another authority"
    TERMINATED = "已终止", "terminated"


#: While the body still works on a case.
OPEN = (Stage.FILED, Stage.INVESTIGATED, Stage.PROPOSED)

#: After the investigation, before the end.
DECIDABLE = (Stage.INVESTIGATED, Stage.PROPOSED)


class PartyStage(Choice):
    """
    How far the matter of one party is (当事人阶段).
    """

    NAMED = "已确定", "named"
    PROPOSED = "拟处罚", "penalty proposed"
    NOTICED = "已告知", "notice served"
    HEARING = "已申请听证", "hearing requested"
    HEARING_SET = "听证已通知", "hearing set"
    HEARING_HELD = "听证已举行", "hearing held"
    HEARD = "已听取意见", "heard"
    NO_PENALTY = "不予处罚", "no penalty"
    RELEASED = "已撤出", "released"


class CaseSource(Choice):
    """
    Where a case comes from (案件来源).
    """

    FINDING = "检查发现", "found by an inspection"
    TIP_OFF = "投诉举报", "a tip-off"
    LEAD = "其他机关移送线索", "a lead from another authority"
    ACCIDENT = "事故调查", "an accident"
    REFERRAL_BACK = "司法机关反向移送", "sent back by a judicial organ"
    SUPERIOR = "上级交办", "assigned by a superior body"


class RecusalAsker(Choice):
    """
    Who asked that somebody stand aside (回避申请人).
    """

    ONESELF = "本人", "the officer"
    PARTY = "当事人", "a party"
    BODY = "本机关", "the body"


class Disposition(Choice):
    """
    What became of a thing that was registered as evidence (登记保存处理方式).
    """

    RECORDED = "采取记录、复制等措施后返还", "recorded or copied, and given back"
    APPRAISED = "送交检验、检测、鉴定", "sent to be examined"
    SEIZED = "依法查封、扣押", "sealed or seized"
    RELEASED = "解除登记保存", "released"
    HANDED_OVER = "移送有关部门", "handed to another authority"


class MitigatingFactor(Choice):
    """
    Why a penalty must be lightened or left out (从轻减轻不予处罚情节), by 32 and 33.
    """

    HARM_REMOVED = "主动消除或者减轻危害后果", "removed or lessened the harm unasked"
    COERCED = "受他人胁迫或者诱骗", "coerced or deceived by others"
    DISCLOSED = "主动供述未掌握的违法行为", "disclosed an act not yet known"
    MERIT = "配合查处违法行为有立功表现", "helped to solve other violations"
    OTHER_BY_LAW = "法律法规规章规定的其他情节", "another ground of a law or rule"
    MINOR_CORRECTED = "违法轻微并及时改正且无危害后果", "minor, corrected, no harm"
    FIRST_MINOR = (
        "初次违法且危害后果轻微并及时改正",
        "first, little harm, corrected",
    )
    NO_FAULT = "有证据足以证明没有主观过错", "proved to be without fault"


#: Factors of 33: they leave no penalty, or may leave none.
OF_NO_PENALTY = frozenset(
    (
        MitigatingFactor.MINOR_CORRECTED,
        MitigatingFactor.FIRST_MINOR,
        MitigatingFactor.NO_FAULT,
    )
)


class MandatoryOutcome(Choice):
    """
    What a case must lead to where a rule says so (四个一律).
    """

    STOPPED = "停产整顿", "work suspended until rectified"
    CLOSED = "关闭", "closed"
    FINED_AT_MAXIMUM = "按上限处罚", "fined at the maximum"
    HELD_LIABLE = "追究法律责任", "those responsible held liable"


class ClockGround(Choice):
    """
    Why the time of a case stands still (办案期限中止事由).
    """

    REFERRAL = "移送公安机关", "referred to the police"
    APPRAISAL = "检测检验鉴定", "an appraisal"
    ANNOUNCEMENT = "公告送达", "service by announcement"
    OTHER = "其他", "another ground"


class TerminationGround(Choice):
    """
    Why a case ends without a decision on anybody (终止事由).
    """

    NO_VIOLATION = "违法事实不能成立", "the violation was not proved"
    PARTY_GONE = "当事人死亡或者终止", "the party died or ceased to exist"
    TIME_BARRED = "超过追责时效", "time-barred"
    OTHER = "其他法定事由", "another ground of law"
