"""
The parameters of the rule packs (规则包参数表), one table.

One entry is one parameter: what it means, what a place may do with it, what holds for
the whole country, and what each of the five places has.
``every_place`` marks figures that national law leaves to the place and the place's own
document does not state.
They are illustrative (示范取值) and marked 待核: a bureau puts its own in their stead
before it relies on them.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.law.dated import Confidence, is_within
from domain.law.ladders import APPROVALS, SETTABLE, Matter
from domain.law.rule import PackMay, Period, days, hours, working_days, years
from domain.law.statutes import (
    COERCION_LAW,
    DRAFT_OPINION,
    GANZI_OPINION,
    HARBIN_OPINION,
    HAZARD_RULES_16,
    INSPECTION_OPINION,
    JILIN_OPINION,
    OLD_REDLIST,
    PENALTY_LAW,
    PENALTY_RULES_15,
    REFERRAL_MEASURES,
    REFERRAL_REGULATION,
    REPAIR_RULES_36,
    SAFETY_LAW,
    XINZHOU_NOTICE,
)
from domain.values import Choice

#: What a parameter may hold. Words are stable codes in lower case.
Value = int | str | tuple[str, ...] | Period

HARBIN: Final = "000"
XINZHOU: Final = "001"
DRAFT: Final = "002"
GANZI: Final = "003"
JILIN: Final = "004"
PLACES: Final = (HARBIN, XINZHOU, DRAFT, GANZI, JILIN)

YES: Final = True
NO: Final = False

#: What stands as the basis of a figure that nobody has laid down.
ILLUSTRATIVE: Final = "示范取值"


class Kind(Choice):
    """
    The type of a parameter's value (取值类型).
    """

    PERIOD = "期间,至少为1", "a period of 1 or more"
    COUNT = "不小于0的整数", "a whole number, 0 or more"
    FLAG = "是或者否", "yes or no"
    WORD = "一个代码", "one code"
    WORDS = "若干互不相同的代码", "one or more different codes"


def is_of_kind(value: Value, kind: Kind) -> bool:
    """
    Whether a value may be meant as one of a kind.
    """
    match kind:
        case Kind.PERIOD:
            return isinstance(value, Period) and value.length > 0
        case Kind.COUNT:
            return type(value) is int and value >= 0
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.WORD:
            return isinstance(value, str) and bool(value)
        case _:
            return isinstance(value, tuple) and 0 < len(value) == len(set(value))


@dataclass(frozen=True, slots=True)
class Setting:
    """
    A value that holds for a time (取值).

    Args:
        value: Of the parameter's kind and unit.
        basis: The provision, or that nothing states it.
        confidence: How well it is known.
        in_force_from: First day, inclusive; none from the adoption of the pack on.
        in_force_until: Last day, inclusive; none while it stands.
        overtaken_by: The provision that ended it, where higher law did.
    """

    value: Value
    basis: str
    confidence: Confidence = Confidence.READ
    _: KW_ONLY
    in_force_from: date | None = None
    in_force_until: date | None = None
    overtaken_by: str = ""

    def stands_on(self, day: date) -> bool:
        """
        Whether it holds on a day.
        """
        return is_within(day, self.in_force_from, self.in_force_until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """
    Something that the rule pack of a place may hold (参数).

    Args:
        id: Its name; that of the rule of ``law.deadlines`` where it sets a period.
        zh: What it means, in Chinese.
        en: What it means, in English.
        kind: Type of its value.
        may: What a place may do with it.
        under: The provision that fixes it, or leaves it to the place.
        unit: What a count counts, in Chinese and English.
        choices: The only words allowed; empty if any are.
        required: Whether a pack without it may not be published.
        national: What holds where a place says nothing, in order of time.
        places: What each place has, by the code of its pack.
    """

    id: str
    zh: str
    en: str
    _: KW_ONLY
    kind: Kind
    may: PackMay
    under: str
    unit: tuple[str, str] = ("", "")
    choices: tuple[str, ...] = ()
    required: bool = False
    national: tuple[Setting, ...] = ()
    places: Mapping[str, tuple[Setting, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


def illustrative(value: Value, document: str = "") -> Setting:
    """
    Mark a figure that nobody has laid down.

    Args:
        value: The figure.
        document: The document that asks for a figure without giving one.
    """
    basis = f"{document}(未定天数);{ILLUSTRATIVE}" if document else ILLUSTRATIVE
    return Setting(value, basis, Confidence.UNSURE)


def every_place(
    value: Value, stated: Mapping[str, Setting] = MappingProxyType({})
) -> Mapping[str, tuple[Setting, ...]]:
    """
    Give each of the five places the same illustrative value.

    Args:
        value: The value.
        stated: What a place's own document says in its stead, by the code of the pack.
    """
    return MappingProxyType(
        {code: (stated.get(code, illustrative(value)),) for code in PLACES}
    )


#: In Jilin until the amended law of 2021 set its own ranges; history since.
_JILIN_CEILING_BASIS: Final = f"{JILIN_OPINION.zh}(三十六)"
_CEILINGS_ENDED: Final = date(2021, 8, 31)


def _jilin_ceiling(fine_fen: int) -> Mapping[str, tuple[Setting, ...]]:
    ended = Setting(
        fine_fen,
        _JILIN_CEILING_BASIS,
        in_force_until=_CEILINGS_ENDED,
        overtaken_by=SAFETY_LAW.article(114),
    )
    return MappingProxyType({JILIN: (ended,)})


_RED_CONDITIONS: Final = (
    "promise_kept",
    "no_dishonesty",
    "no_penalty",
    "no_fatal_accident",
    "standard_level_1",
    "no_joint_discipline",
)


def _points(*items: tuple[str, int, str, str]) -> tuple[Parameter, ...]:
    """
    Give how many points a place has for each of some items; the table is its own.
    """
    return tuple(
        Parameter(
            f"points.{code}",
            f"考核记分:{zh}",
            f"Points: {en}",
            kind=Kind.COUNT,
            may=PackMay.SET,
            under=f"{XINZHOU_NOTICE.zh}(三)",
            unit=("分值", "points"),
            places=every_place(points),
        )
        for code, points, zh, en in items
    )


def _ladders() -> tuple[Parameter, ...]:
    """
    Give the ladder of each matter that is put up for approval; no place has one.
    """
    return tuple(
        Parameter(
            matter.parameter,
            f"承办人之上的审批层级,自低至高,末级决定:{matter.zh}",
            f"Rungs above those who handle it, the last one deciding: {matter.en}",
            kind=Kind.WORDS,
            may=PackMay.SET,
            under=APPROVALS,
            choices=SETTABLE,
        )
        for matter in Matter
    )


PARAMETERS: Final = (
    # -- referral of suspected crimes ------------------------------------------------
    Parameter(
        "RF.report",
        "发现涉嫌犯罪至提出书面移送报告的外限",
        "Outer limit from the suspicion to the written report on a referral",
        kind=Kind.PERIOD,
        may=PackMay.SHORTEN,
        under=f"{REFERRAL_REGULATION.article(5)};{REFERRAL_MEASURES.article(7)}",
        required=True,
        national=(
            Setting(
                days(10),
                f"{REFERRAL_REGULATION.article(5)}(未定天数);{ILLUSTRATIVE}",
                Confidence.UNSURE,
            ),
        ),
        places=every_place(days(10)),
    ),
    Parameter(
        "referral.decided_by",
        "由谁决定是否移送",
        "Who decides on a referral",
        kind=Kind.WORD,
        may=PackMay.NOTHING,
        under=REFERRAL_REGULATION.article(5),
        national=(Setting("principal_head", REFERRAL_REGULATION.article(5)),),
    ),
    # -- inspection -------------------------------------------------------------------
    Parameter(
        "inspection.committee_office_may_inspect",
        "安全生产委员会办公室可否实施检查",
        "Whether the office of a safety committee may inspect",
        kind=Kind.FLAG,
        may=PackMay.NOTHING,
        under=INSPECTION_OPINION.zh,
        national=(Setting(NO, INSPECTION_OPINION.zh, Confidence.READ_PARTLY),),
    ),
    Parameter(
        "IN.approve.late",
        "紧急检查补办审批的时限,自检查开始",
        "Time to approve an inspection after its opening",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{INSPECTION_OPINION.zh}(及时报告并补办)",
        places=every_place(hours(24)),
    ),
    Parameter(
        "inspection.late_approval_grounds",
        "可以补办审批的紧急情形",
        "Grounds on which an inspection may be approved after its opening",
        kind=Kind.WORDS,
        may=PackMay.NOTHING,
        under=INSPECTION_OPINION.zh,
        choices=("tip_off", "accident", "urgent_danger"),
        national=(
            Setting(
                ("tip_off", "accident", "urgent_danger"),
                INSPECTION_OPINION.zh,
                Confidence.READ_PARTLY,
            ),
        ),
    ),
    Parameter(
        "inspection.cap_per_year",
        "同一企业年度检查次数上限(未按类别公布时)",
        "Visits to one enterprise in a year where no cap is published for its class",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=INSPECTION_OPINION.zh,
        unit=("次", "visits a year"),
        places=every_place(2),
    ),
    Parameter(
        "inspection.key_enterprise_per_year",
        "对重点企业每年至少排查的次数",
        "Hazard checks of a key enterprise in a year, at least",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=SAFETY_LAW.article(62),
        unit=("次", "checks a year"),
        places=MappingProxyType(
            {DRAFT: (Setting(1, f"{DRAFT_OPINION.zh}(十一)"),)},
        ),
    ),
    Parameter(
        "IN.outcome",
        "发现违法行为至作出处理的时限",
        "Time from a violation found to its outcome",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{XINZHOU_NOTICE.zh}(十)",
        required=True,
        places=every_place(
            working_days(7),
            {
                XINZHOU: illustrative(working_days(7), f"{XINZHOU_NOTICE.zh}(十)"),
            },
        ),
    ),
    Parameter(
        "IN.lead.answer",
        "移送线索的答复时限",
        "Time to accept or reject a matter passed on",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=SAFETY_LAW.article(69),
        required=True,
        places=every_place(working_days(5)),
    ),
    # -- hazards ---------------------------------------------------------------------
    Parameter(
        "IN.major.list",
        "重大事故隐患挂牌督办的时限,自定级",
        "Time from the grading of a major hazard to its listing for supervision",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=SAFETY_LAW.article(41, 3),
        required=True,
        places=every_place(
            working_days(5),
            {
                XINZHOU: illustrative(working_days(5), f"{XINZHOU_NOTICE.zh}(十二)"),
                DRAFT: illustrative(working_days(5), f"{DRAFT_OPINION.zh}(二十三)"),
            },
        ),
    ),
    Parameter(
        "IN.major.escalate",
        "重大事故隐患逾期未整改的升级时限",
        "Time from an overdue major hazard to a measure, case, letter or talk",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=SAFETY_LAW.article(41, 3),
        required=True,
        places=every_place(
            working_days(5),
            {
                XINZHOU: illustrative(working_days(5), f"{XINZHOU_NOTICE.zh}(九)"),
                DRAFT: illustrative(working_days(5), f"{DRAFT_OPINION.zh}(二十四)"),
            },
        ),
    ),
    Parameter(
        "IN.reinspect.grace",
        "整改期满至安排复查的宽限,不超过复查期限",
        "Grace from the last day of an order to its re-inspection",
        kind=Kind.PERIOD,
        may=PackMay.SHORTEN,
        under=PENALTY_RULES_15.article(16),
        required=True,
        national=(Setting(days(10), PENALTY_RULES_15.article(16), Confidence.UNSURE),),
        places=every_place(days(10)),
    ),
    Parameter(
        "hazard.major.plan",
        "重大事故隐患治理方案的内容",
        "What the plan for a major hazard holds",
        kind=Kind.WORDS,
        may=PackMay.ADD,
        under=HAZARD_RULES_16.article(15),
        national=(
            Setting(
                (
                    "aims",
                    "methods_and_measures",
                    "money_and_goods",
                    "body_and_people",
                    "time",
                    "safety_measures_and_emergency_plan",
                ),
                HAZARD_RULES_16.article(15),
                Confidence.READ_PARTLY,
            ),
        ),
    ),
    Parameter(
        "hazard.major.reported_to",
        "重大事故隐患治理情况的报告对象(双报告)",
        "To whom the treatment of a major hazard is reported",
        kind=Kind.WORDS,
        may=PackMay.ADD,
        under=SAFETY_LAW.article(41, 2),
        choices=("regulator", "workers_congress", "shareholders_meeting"),
        national=(
            Setting(("regulator", "workers_congress"), SAFETY_LAW.article(41, 2)),
        ),
        places=MappingProxyType(
            {
                GANZI: (
                    Setting(
                        ("regulator", "workers_congress"), f"{GANZI_OPINION.zh}(五)"
                    ),
                ),
            },
        ),
    ),
    Parameter(
        "hazard.major.three_lists",
        "重大事故隐患是否须列问题、责任、整改三清单",
        "Whether a major hazard needs the lists of problem, responsibility and remedy",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under=f"{DRAFT_OPINION.zh}(十一)",
        places=every_place(YES, {DRAFT: Setting(YES, f"{DRAFT_OPINION.zh}(十一)")}),
    ),
    Parameter(
        "hazard.ordinary.three_lists",
        "一般事故隐患是否也须列三清单",
        "Whether an ordinary hazard needs the three lists as well",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under=SAFETY_LAW.article(41),
        national=(Setting(NO, "法律未规定"),),
    ),
    Parameter(
        "hazard.ordinary.on_the_spot",
        "一般事故隐患可否当场消除即办结",
        "Whether an ordinary hazard may end by removal on the spot",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under=SAFETY_LAW.article(65),
        national=(Setting(YES, SAFETY_LAW.article(65)),),
    ),
    Parameter(
        "hazard.ordinary.opinion_stands",
        "一般事故隐患的复查意见书可否代替验收和核查",
        "Whether the signed re-inspection opinion accepts and verifies an ordinary one",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under=PENALTY_RULES_15.article(16),
        national=(Setting(NO, "法律未规定"),),
        places=every_place(
            YES,
            {
                DRAFT: illustrative(NO, f"{DRAFT_OPINION.zh}(十一)"),
            },
        ),
    ),
    Parameter(
        "hazard.listed_by",
        "由谁挂牌督办,首项为通常主体",
        "Who may list a major hazard for supervision, the usual one first",
        kind=Kind.WORDS,
        may=PackMay.SET,
        under=SAFETY_LAW.article(41, 3),
        choices=("department", "committee_office"),
        national=(Setting(("department",), SAFETY_LAW.article(41, 3)),),
        places=MappingProxyType(
            {
                DRAFT: (
                    Setting(
                        ("department", "committee_office"),
                        f"{DRAFT_OPINION.zh}(二十三)(二十四)",
                    ),
                ),
            },
        ),
    ),
    Parameter(
        "hazard.extension.days_before",
        "申请延期须早于整改期满的天数,0为期满前即可",
        "Days before the last day by which more time must be asked for; 0: by its end",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_RULES_15.article(15),
        unit=("日", "days"),
        national=(
            Setting(
                10,
                PENALTY_RULES_15.article(15),
                Confidence.READ_PARTLY,
                in_force_until=date(2026, 1, 31),
            ),
            Setting(
                0, "法律未规定", Confidence.REMEMBERED, in_force_from=date(2026, 2, 1)
            ),
        ),
    ),
    Parameter(
        "hazard.extension.count_max",
        "同一整改指令准予延期的次数上限",
        "How often the last day of one order may be put off",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under="法律未规定",
        unit=("次", "times"),
        places=every_place(2),
    ),
    # -- registers, officers, documents ----------------------------------------------
    Parameter(
        "enterprise.grades",
        "企业安全等级,由优至劣",
        "Grades of enterprises, best first",
        kind=Kind.WORDS,
        may=PackMay.SET,
        under=SAFETY_LAW.article(62),
        national=(Setting(("a", "b", "c", "d"), ILLUSTRATIVE, Confidence.UNSURE),),
        places=MappingProxyType(
            {
                XINZHOU: (
                    Setting(("good", "medium", "poor"), f"{XINZHOU_NOTICE.zh}(八)"),
                )
            },
        ),
    ),
    Parameter(
        "IN.cert.retrain",
        "执法人员轮训的间隔",
        "How often officers are trained anew",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{JILIN_OPINION.zh}(三十一)",
        places=MappingProxyType(
            {JILIN: (Setting(years(3), f"{JILIN_OPINION.zh}(三十一)"),)},
        ),
    ),
    Parameter(
        "officer.certified_percent",
        "执法人员持证率",
        "Share of officers who hold a certificate",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=f"{XINZHOU_NOTICE.zh}(七)",
        unit=("%", "per cent"),
        places=MappingProxyType(
            {XINZHOU: (Setting(100, f"{XINZHOU_NOTICE.zh}(七)"),)},
        ),
    ),
    Parameter(
        "officer.licensing_look_back",
        "离开许可岗位后不得对同一企业执法的天数",
        "Days after a licensing post without enforcement on the same enterprise",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=f"{GANZI_OPINION.zh}(十)",
        unit=("日", "days"),
        places=every_place(365),
    ),
    # -- lists -----------------------------------------------------------------------
    Parameter(
        "redlist.conditions",
        "列入红名单的条件",
        "Conditions of an entry on the red list",
        kind=Kind.WORDS,
        may=PackMay.SET,
        under=f"{OLD_REDLIST.zh}(地方采用)",
        choices=_RED_CONDITIONS,
        national=(
            Setting(
                _RED_CONDITIONS, f"{OLD_REDLIST.zh}(地方采用)", Confidence.READ_PARTLY
            ),
        ),
    ),
    Parameter(
        "RL.term",
        "红名单有效期",
        "How long an entry on the red list lasts",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{OLD_REDLIST.zh}(地方采用)",
        places=every_place(years(3)),
    ),
    Parameter(
        "CR.repair.decide",
        "信用修复申请的办理期限",
        "How long an application for repair may wait for its answer",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{REPAIR_RULES_36.zh}(待核)",
    ),
    # -- points ----------------------------------------------------------------------
    Parameter(
        "points.sectors",
        "实行考核记分的行业",
        "Trades with a system of points",
        kind=Kind.WORDS,
        may=PackMay.SET,
        under=f"{XINZHOU_NOTICE.zh}(三)",
        places=every_place(
            ("mine", "hazardous_chemicals"),
            {
                XINZHOU: Setting(
                    ("mine", "hazardous_chemicals"), f"{XINZHOU_NOTICE.zh}(三)"
                )
            },
        ),
    ),
    *_points(
        ("penalty", 3, "受到安全生产行政处罚", "a safety penalty"),
        ("major_hazard", 2, "存在重大事故隐患", "a major hazard"),
        (
            "overdue_hazard",
            6,
            "重大事故隐患逾期未整改",
            "a major hazard not removed in time",
        ),
        ("refusal", 6, "拒绝、阻碍监督检查", "an inspection refused or hindered"),
        ("year_max", 12, "一个年度满分", "the most of a year"),
    ),
    Parameter(
        "document.number_policy",
        "文书编号方式:按文种或者按案件",
        "Whether serials of documents run by kind or by case",
        kind=Kind.WORD,
        may=PackMay.SET,
        under="法律未规定",
        choices=("per_kind", "per_case"),
        national=(Setting("per_kind", "法律未规定", Confidence.UNSURE),),
    ),
    # -- cases ------------------------------------------------------------------------
    Parameter(
        "case.hearing_fine_unit",
        "对单位罚款应当告知听证的数额起点",
        "Fine of a unit from which a hearing is to be offered",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_LAW.article(63),
        unit=("分", "fen"),
        national=(
            Setting(
                5_000_000,
                PENALTY_RULES_15.article(33),
                Confidence.RECALLED,
                in_force_until=date(2026, 1, 31),
            ),
            Setting(
                5_000_000,
                ILLUSTRATIVE,
                Confidence.UNSURE,
                in_force_from=date(2026, 2, 1),
            ),
        ),
    ),
    Parameter(
        "case.hearing_fine_person",
        "对个人罚款应当告知听证的数额起点",
        "Fine of a person from which a hearing is to be offered",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_LAW.article(63),
        unit=("分", "fen"),
        national=(
            Setting(
                2_000_000,
                PENALTY_RULES_15.article(33),
                Confidence.RECALLED,
                in_force_until=date(2026, 1, 31),
            ),
            Setting(
                2_000_000,
                ILLUSTRATIVE,
                Confidence.UNSURE,
                in_force_from=date(2026, 2, 1),
            ),
        ),
    ),
    Parameter(
        "case.review_fine",
        "当地要求法制审核的罚款数额起点",
        "Fine from which the place wants a legal review",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_LAW.article(58),
        unit=("分", "fen"),
        places=every_place(5_000_000),
    ),
    Parameter(
        "case.deliberation_fine",
        "应当集体讨论的罚款数额起点",
        "Fine from which the heads decide together",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_LAW.article(57, 2),
        unit=("分", "fen"),
        places=every_place(10_000_000),
    ),
    Parameter(
        "case.adjudication",
        "作出处罚决定前是否须经案件审理",
        "Whether a case is adjudicated before a penalty is decided",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under="法律未规定",
        national=(Setting(NO, "法律未规定"),),
        places=MappingProxyType(
            {HARBIN: (illustrative(YES, HARBIN_OPINION.zh),)},
        ),
    ),
    Parameter(
        "case.maximum_required",
        "是否要求按裁量档次的上限处罚",
        "Whether the top of the tier is required",
        kind=Kind.FLAG,
        may=PackMay.SET,
        under=PENALTY_LAW.article(34),
        national=(Setting(NO, "法律未规定"),),
        places=MappingProxyType(
            {XINZHOU: (Setting(YES, f"{XINZHOU_NOTICE.zh}(九)"),)},
        ),
    ),
    Parameter(
        "case.archive_years",
        "处罚案卷的最低保管年限",
        "Years that the papers of a case are kept, at least",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=PENALTY_LAW.article(47),
        unit=("年", "years"),
        places=every_place(10),
    ),
    # -- suspension and fines ----------------------------------------------------------
    Parameter(
        "LS.suspend",
        "致死责任事故后作出停产或者不停产决定的时限",
        "Time to decide on suspension after a fatal liability accident",
        kind=Kind.PERIOD,
        may=PackMay.SET,
        under=f"{DRAFT_OPINION.zh}(十四)",
        required=True,
        places=every_place(
            days(3),
            {
                XINZHOU: illustrative(days(3), f"{XINZHOU_NOTICE.zh}(五)"),
                DRAFT: illustrative(days(3), f"{DRAFT_OPINION.zh}(十四)"),
            },
        ),
    ),
    Parameter(
        "suspension.deaths_min",
        "责任事故停产整顿的死亡人数起点",
        "Deaths from which a liability accident leads to suspension",
        kind=Kind.COUNT,
        may=PackMay.SET,
        under=f"{DRAFT_OPINION.zh}(十四)",
        unit=("人", "deaths"),
        places=MappingProxyType(
            {
                XINZHOU: (Setting(0, f"{XINZHOU_NOTICE.zh}(五)"),),
                DRAFT: (Setting(1, f"{DRAFT_OPINION.zh}(十四)"),),
            }
        ),
    ),
    Parameter(
        "measure.coercion_delegable",
        "行政强制措施权可否委托",
        "Whether the power to coerce may be delegated",
        kind=Kind.FLAG,
        may=PackMay.NOTHING,
        under=COERCION_LAW.article(17),
        national=(Setting(NO, COERCION_LAW.article(17)),),
    ),
    Parameter(
        "fine.ceiling.general_accident",
        "一般事故责任单位罚款上限",
        "Highest fine of a unit liable for a general accident",
        kind=Kind.COUNT,
        may=PackMay.NOTHING,
        under=SAFETY_LAW.article(114),
        unit=("分", "fen"),
        places=_jilin_ceiling(50_000_000),
    ),
    Parameter(
        "fine.ceiling.larger_accident",
        "较大事故责任单位罚款上限",
        "Highest fine of a unit liable for a larger accident",
        kind=Kind.COUNT,
        may=PackMay.NOTHING,
        under=SAFETY_LAW.article(114),
        unit=("分", "fen"),
        places=_jilin_ceiling(100_000_000),
    ),
    Parameter(
        "fine.ceiling.major_accident",
        "重大事故责任单位罚款上限",
        "Highest fine of a unit liable for a major accident",
        kind=Kind.COUNT,
        may=PackMay.NOTHING,
        under=SAFETY_LAW.article(114),
        unit=("分", "fen"),
        places=_jilin_ceiling(500_000_000),
    ),
    # -- approvals --------------------------------------------------------------------
    *_ladders(),
)
