"""
Forms of lists (名单文书): no published set has them, so each is the body's own.
"""

from typing import Final

from domain.law.forms import Form, FormRule, FormSet

RULES: Final = (
    FormRule(
        Form.LISTING_NOTICE,
        FormSet.OWN,
        0,
        "列告",
        (
            "list-entry.blacklist-entry-proposed.v1",
            "list-entry.blacklist-entry-notified.v1",
        ),
        "公章",
        addressed=True,
        unsure=True,
    ),
    FormRule(
        Form.LISTING_DECISION,
        FormSet.OWN,
        0,
        "列决",
        ("list-entry.blacklist-entry-made.v1",),
        "公章",
        addressed=True,
        unsure=True,
        challenged=True,
    ),
    FormRule(
        Form.LISTING_REPAIR_NOTICE,
        FormSet.OWN,
        0,
        "修告",
        ("list-entry.blacklist-entry-made.v1",),
        "公章",
        addressed=True,
        unsure=True,
    ),
    FormRule(
        Form.LISTING_REMOVAL,
        FormSet.OWN,
        0,
        "移决",
        (
            "list-entry.blacklist-entry-removed.v1",
            "list-entry.early-removal-refused.v1",
        ),
        "公章",
        addressed=True,
        unsure=True,
    ),
    FormRule(
        Form.LISTING_REVOCATION,
        FormSet.OWN,
        0,
        "撤列",
        ("list-entry.blacklist-entry-revoked.v1",),
        "公章",
        addressed=True,
        unsure=True,
    ),
)
