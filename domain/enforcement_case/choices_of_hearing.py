"""
What is chosen from while a party is heard and a decision is prepared (告知听证代码项).
"""

from domain.values import Choice


class HearingGround(Choice):
    """
    Why a party may have a hearing (听证事由), by 行政处罚法 63.
    """

    LARGE_FINE = "较大数额罚款", "a large fine"
    LARGE_CONFISCATION = (
        "没收较大数额违法所得、较大价值非法财物",
        "large confiscation",
    )
    QUALIFICATION = "降低资质等级、吊销许可证件", "grade lowered or licence revoked"
    BUSINESS = "责令停产停业、责令关闭、限制从业", "stopped, closed or barred"
    OTHER = "其他较重的行政处罚", "another heavy penalty"


class HearingEnd(Choice):
    """
    Why a hearing ended without being held to its end (听证终止事由).
    """

    ABSENT = "无正当理由不出席", "the party stayed away without reason"
    LEFT = "未经许可中途退出", "the party left without leave"
    WITHDRAWN = "撤回听证申请", "the request was withdrawn"


class HearingOutcome(Choice):
    """
    What the report on a hearing advises (听证报告意见).
    """

    KEEP = "维持拟处罚意见", "keep the proposal"
    CORRECT = "变更拟处罚意见", "correct the proposal"
    EXEMPT = "免予处罚", "exempt from the penalty"
    NO_PENALTY = "不予处罚", "no penalty"
    INVESTIGATE = "补充调查", "investigate further"
    REFER = "移送司法机关", "refer to a judicial organ"


class ReviewGround(Choice):
    """
    Why a decision is reviewed by a lawyer first (法制审核情形), by 行政处罚法 58.
    """

    PUBLIC_INTEREST = "涉及重大公共利益", "it touches a grave public interest"
    HEARING = "直接关系重大权益并经过听证程序", "weighty rights, after a hearing"
    COMPLEX = (
        "案件情况疑难复杂、涉及多个法律关系",
        "complex, several legal relations",
    )
    BY_LAW = "法律法规规定的其他情形", "another ground of a law"
    BY_PLACE = "当地规定的情形", "a ground that the place adds"


class ReviewPoint(Choice):
    """
    What a legal review looks at (法制审核内容).
    """

    POWER = "主体权限", "the body and its power"
    OFFICERS = "人员资格", "the officers' certificates"
    FACTS = "事实清楚", "the facts"
    EVIDENCE = "证据充分", "the evidence"
    LAW = "适用法律", "the law applied"
    DISCRETION = "裁量适当", "the discretion"
    PROCEDURE = "程序合法", "the procedure"
    PAPERS = "文书规范", "the papers"


class ReviewResult(Choice):
    """
    What a legal review came to (法制审核结论).
    """

    AGREED = "同意", "agreed"
    CORRECT = "提出纠正意见", "to be corrected"
    INVESTIGATE = "补充调查", "to be investigated further"
    PROCEDURE = "纠正程序", "the procedure to be put right"
    OTHER_BODY = "移送有管辖权的机关", "another authority is competent"


class NoPenaltyGround(Choice):
    """
    Why there is no penalty (不予处罚理由).
    """

    MINOR_CORRECTED = "违法轻微并及时改正且无危害后果(33)", "minor, corrected, no harm"
    FIRST_MINOR = "初次违法且危害后果轻微并及时改正(33)", "first time, little harm"
    NO_FAULT = "没有主观过错(33)", "without fault"
    MINOR = "违法行为轻微依法可以不予处罚(57)", "minor, and may go without a penalty"
    NOT_PROVED = "违法事实不能成立(57)", "the violation was not proved"
