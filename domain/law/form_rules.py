"""
What holds for each official form (执法文书), as data.

A form set is versioned and chosen by the day of the act; the codes follow the 2016 set
with the agency word of the body that issues (``law/FORMS.md`` §1, §2).
Codes marked 待核 were inferred by analogy and not seen in use.
"""

from typing import Final

from domain.law.forms import Form, FormRule
from domain.law.forms_of_cases import RULES as OF_CASES
from domain.law.forms_of_inspection import RULES as OF_INSPECTION
from domain.law.forms_of_lists import RULES as OF_LISTS
from domain.law.forms_of_measures import RULES as OF_MEASURES
from domain.law.forms_of_penalties import RULES as OF_PENALTIES
from domain.law.forms_of_referrals import RULES as OF_REFERRALS

RULES: Final[dict[Form, FormRule]] = {
    rule.form: rule
    for rule in (
        *OF_INSPECTION,
        *OF_CASES,
        *OF_PENALTIES,
        *OF_REFERRALS,
        *OF_LISTS,
        *OF_MEASURES,
    )
}
