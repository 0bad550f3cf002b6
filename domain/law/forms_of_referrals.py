"""
Forms of referrals (移送文书).

The national set has one letter for every transfer; to the police it bears the name of
国务院令310号 6, the body's own seal, and the signature of the principal head.
"""

from typing import Final

from domain.law.forms import Form, FormRule, FormSet

RULES: Final = (
    FormRule(
        Form.REFERRAL_APPROVAL,
        FormSet.NATIONAL_2016,
        43,
        "移审",
        (
            "referral.crime-suspected.v1",
            "referral.referral-reported.v1",
            "referral.referral-decided.v1",
        ),
        "",
        addressed=False,
    ),
    FormRule(
        Form.CRIME_REFERRAL_LETTER,
        FormSet.NATIONAL_2016,
        44,
        "移",
        (
            "referral.crime-suspected.v1",
            "referral.referral-decided.v1",
            "referral.transfer-demanded.v1",
        ),
        "公章",
        addressed=True,
    ),
    FormRule(
        Form.RECONSIDERATION_REQUEST,
        FormSet.OWN,
        0,
        "提复",
        ("referral.filing-reconsideration-requested.v1",),
        "公章",
        addressed=True,
        unsure=True,
    ),
    FormRule(
        Form.FILING_SUPERVISION_LETTER,
        FormSet.OWN,
        0,
        "立监",
        ("referral.filing-supervision-suggested.v1",),
        "公章",
        addressed=True,
        unsure=True,
    ),
)
