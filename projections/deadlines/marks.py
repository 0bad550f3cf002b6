"""
What the clock itself says of periods (期限届满的标记): no period begins with it.
"""

from domain.audit_trail.file import RuleBreachFlagged
from domain.coercive_measure.facts_of_keeping import MeasureTermOverrun
from domain.officer.file import OfficerTrainingOverdue
from domain.publication.facts_of_ending import PublicationOverdue
from domain.referral.facts_of_flags import FineInsteadOfProsecutionFlagged
from domain.referral.facts_of_suspicion import ReferralWithheldFlagged

#: Facts by which the clock says that a period passed.
MARKS = (
    RuleBreachFlagged,
    OfficerTrainingOverdue,
    ReferralWithheldFlagged,
    FineInsteadOfProsecutionFlagged,
    PublicationOverdue,
    MeasureTermOverrun,
)
