"""
Masters of the papers (文书母版), by form, set and day.

A row names the template by which a paper is laid out, from one day on.
What a template says of the law it takes from the rules named here, as they stood on the
day of the paper; so a form that outlives its law prints no stale article.
A set that replaces another, or a better layout, is a row more: papers of earlier days
keep theirs.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.law.form_rules import RULES
from domain.law.forms import Form, FormSet

#: Topics of the facts that make a paper: a document issued, a service made.
ISSUED: Final = "document.document-issued.v1"
SERVED: Final = "service.document-served.v1"

#: What is told to whom an order goes: how long review and suit are open.
REMEDIES: Final = ("RM.review.apply", "RM.suit")


@dataclass(frozen=True, slots=True)
class Master:
    """
    How one kind of paper is laid out, from a day on.

    Args:
        template: Name of the template's file, without its suffix.
        title: Title of the paper.
        form_set: The set that it follows.
        form_number: Its number there; 0 for none.
        form: The kind of document; none for a paper that is no document itself.
        topic: Topic of the fact that it shows.
        rules: Rules whose periods it tells, as they stood on its day.
        since: First day, inclusive; none if it has always been in use.
        unsure: Whether the form is 待核.
    """

    template: str
    title: str
    form_set: FormSet
    form_number: int = 0
    form: Form | None = None
    topic: str = ISSUED
    rules: tuple[str, ...] = ()
    since: date | None = None
    unsure: bool = False


def _of(
    form: Form,
    template: str,
    form_set: FormSet = FormSet.NATIONAL_2016,
    *,
    number: int = 0,
    rules: tuple[str, ...] = (),
) -> Master:
    return Master(template, form.zh, form_set, number, form, rules=rules)


#: What a decision on a penalty tells besides: by when to pay.
PENALTIES: Final = (*REMEDIES, "PN.pay")

_OWN: Final = (
    _of(Form.INSPECTION_PLAN, "inspection_plan", number=2),
    _of(Form.INSPECTION_NOTICE, "inspection_notice", FormSet.MOJ_2025),
    _of(Form.INSPECTION_RECORD, "inspection_record", number=3),
    _of(Form.RECTIFICATION_ORDER, "rectification_order", number=5, rules=REMEDIES),
    _of(Form.REINSPECTION_OPINION, "reinspection_opinion", number=6),
    _of(Form.EXTENSION_REPLY, "extension_reply", FormSet.OWN),
    _of(Form.SUPERVISION_NOTICE, "supervision_notice", FormSet.OWN),
    _of(Form.DELISTING_NOTICE, "delisting_notice", FormSet.OWN),
    _of(Form.PENALTY_NOTICE, "penalty_notice", number=24),
    _of(
        Form.HEARING_RIGHT_NOTICE,
        "penalty_notice",
        number=26,
        rules=("PN.hearing.request",),
    ),
    _of(Form.SPOT_DECISION_UNIT, "penalty_decision", number=32, rules=PENALTIES),
    _of(Form.SPOT_DECISION_PERSON, "penalty_decision", number=33, rules=PENALTIES),
    _of(Form.PENALTY_DECISION_UNIT, "penalty_decision", number=34, rules=PENALTIES),
    _of(Form.PENALTY_DECISION_PERSON, "penalty_decision", number=35, rules=PENALTIES),
    _of(Form.CASE_FILING, "case_filing", number=1),
    _of(Form.HEARING_NOTICE, "hearing_notice", number=27),
    _of(Form.NO_PENALTY_DECISION, "no_penalty_decision", FormSet.OWN, rules=REMEDIES),
    _of(Form.CRIME_REFERRAL_LETTER, "crime_referral_letter", number=44),
    _of(Form.CASE_CLOSING, "case_closing", number=46),
    Master("service_receipt", "文书送达回执", FormSet.NATIONAL_2016, 40, topic=SERVED),
)

_LAID_OUT: Final = frozenset(each.form for each in _OWN)

#: Every master; a form without one of its own is laid out by the general one, fact by
#: fact, and that is marked 待核.
MASTERS: Final = (
    *_OWN,
    *(
        Master(
            "general",
            rule.form.zh,
            rule.form_set,
            rule.number,
            rule.form,
            rules=REMEDIES if rule.challenged else (),
            unsure=True,
        )
        for rule in RULES.values()
        if rule.form not in _LAID_OUT
    ),
)


def master_of(
    topic: str, form: Form | None, form_set: FormSet | None, *, day: date
) -> Master | None:
    """
    Choose the master of a paper: the newest that was in use on its day.

    Args:
        topic: Of the fact that makes the paper.
        form: The kind of document; none for a paper that is no document itself.
        form_set: The set that the document was issued by; none for any.
        day: The legal day of the fact.
    """
    fitting = [
        each
        for each in MASTERS
        if (each.topic, each.form) == (topic, form)
        and form_set in (None, each.form_set)
        and (each.since is None or each.since <= day)
    ]
    return max(fitting, key=lambda each: each.since or date.min, default=None)
