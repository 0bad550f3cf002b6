"""
Which columns a page shows of a question (台账的列): those that a person goes by.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from infra.tables_of_rows import Column

#: Columns that stand in one field.
Group = tuple[Column, ...]

#: What a page shows of what is public: how it stands before what was decided, so that
#: the withdrawn, of which nothing else is left, say so.
PUBLIC = (
    "party_name+uscc decision_no+decided_on "
    "stage+withdrawn_on+withdrawal_ground+corrected_on+reasons "
    "violation_type+violation_fact+legal_basis "
    "kinds+penalty_content+fine_fen+confiscated_fen+licence_affected+penalty_until "
    "authority_name channel+credit_class published_on+public_until"
)

#: What a page shows of a question, in order; of others everything but the axes.
#: What is joined by ``+`` stands in one field, below one another, under one heading.
#: The link to the row's own file is on the first of these that holds a text.
SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(columns.split())
        for name, columns in {
            "approvals": "approval_matter+file approval_state+waiting_for "
            "until_on+put_up_on opinions_count+opinion returns_count+returned_reason "
            "given_by thread",
            "bans": "person+enterprise ban_kind+ban_scope ban_basis+basis_on "
            "stage until_on",
            "black-list": "party_name+uscc list_name+generation listed_on "
            "until_on+removed_on listed_reason authority_name enterprise",
            "bodies": "name body_kind level region uscc parent",
            "breaches": "breach+rule last_on about started_by thread",
            "cases": "case_name+case_source+inspection enterprise "
            "stage+next_step+receiver "
            "decide_until+filed_on "
            "parties_count+undecided_count+evidence_open_count+outcomes_open_count "
            "handlers thread",
            "closures": "reason+closure_ground enterprise+place government "
            "stage+decision_number since_on thread",
            "credit-facts": "credit_class+class_standard enterprise+person "
            "penalty+entry stage+objected+publish_again+left_public document_on "
            "repair_from+barred_until "
            "publicity_until+unsettled credit_record",
            "credit-records": "enterprise+person standing_count "
            "points_total+points_year since_on",
            "deadlines": "rule+provision "
            "last_on+waiting_since+provisional+calendar_version file person "
            "started_on+state thread",
            "discretion": "violation_code+legal_basis "
            "aggravating_factor+mitigating_factor fines_count lowest_fine_fen "
            "lower_quartile_fen median_fine_fen upper_quartile_fen highest_fine_fen "
            "body",
            "discretion-fines": "violation_code+legal_basis "
            "aggravating_factor+mitigating_factor band+band_min_fen+band_max_fen "
            "fine_fen decided_on penalty enterprise case",
            "docket": "mode enterprise stage+outcome inspectors approved_on+opened_at "
            "ended_at thread",
            "documents": "number form about stage+service_state issued_on+served_on "
            "person thread",
            "drawn-visits": "draw enterprise inspectors+overridden drawn_on",
            "draws": "name stage visits_count+officers_each_count+overrides_count "
            "committed_on+drawn_on",
            "enterprise": "uscc reg_no org_code region sector industry address "
            "employees_count grade visits_per_year principal lead_body officer state",
            "enterprises": "name+former_names+uscc region industry+sector "
            "grade+visits_per_year lead_body+officer state+pending",
            "experts": "name expert_field employer_name since_on until_on",
            "findings": "description+area item_no "
            "is_violation+violation_code+criminal_code found_on enterprise",
            "hazards": "place+description enterprise hazard_level+listing_number "
            "stage+handed_to rectify_until+nth_extension+reinspect_on+supervise_until "
            "finders+found_on thread",
            "imported-records": "party_name+uscc party_person record_kind+decision_no "
            "decided_on+fine_fen authority_name link+hold_reason+proposals enterprise "
            "status run+row_no",
            "imports": "import_kind stage started_on person accepted_count "
            "rejected_count",
            "inspections": "mode enterprise stage+outcome inspectors "
            "approved_on+opened_at ended_at thread",
            "joint-measures": "discipline_measure+incentive+legal_basis entry partner "
            "stage+feedback since_on",
            "list-entries": "enterprise+person colour+list_ground "
            "stage+entry_state+basis_fallen listed_on+until_on+early_from "
            "proposed_on penalty thread",
            "list-history": "party_name+uscc list_name+generation "
            "listed_on+listing_day until_on+removed_on listed_reason authority_name "
            "enterprise",
            "measures": "matter+reason enterprise+place stage+urgent "
            "until_on+overdue+things_left since_on case thread",
            "officers": "name+login body certificate_number valid_until",
            "penalties": "decision_no+number_void+kinds enterprise+person "
            "fine_fen+fine_left_fen+surcharge_left_fen+refund_fen stage+kinds_left "
            "decided_on served_on+pay_until case thread",
            "people": "name role body since_on until_on login",
            "public-register": PUBLIC,
            "publications": PUBLIC,
            "published-results": "party_name+uscc result_kind+outcome+closure_ground "
            "decision_no+decided_on "
            "stage+withdrawn_on+withdrawal_ground+corrected_on+reasons "
            "result_text+violations_count+until_on+override_reason "
            "authority_name channel published_on+public_until",
            "red-list": "party_name+uscc listed_on+until_on authority_name enterprise",
            "referrals": "offence+about stage+next_step+withheld "
            "our_rule+our_last_at their_rule+their_last_at+handling_last_at "
            "suspected_on+transferred_at+received_at police+receiver+court thread",
            "remedies": "remedy_kind+challenged_act challenged enterprise+applicant "
            "authority+authority_number stage+remedy_result+stayed "
            "since_on+answer_until thread",
            "search": "label subject kind_of_file found_by",
            "shared-credit-facts": "credit_class enterprise stage+usable changed_on "
            "document_on publicity_until body",
            "suspensions": "scope+suspension_kind reason enterprise "
            "stage+defied+conditions_open_count since_on+until_on case thread",
        }.items()
    }
)

#: The columns by which a model keeps its two axes; they are no matter of reading.
AXES = frozenset(("valid_from", "valid_until", "known_from", "known_until"))


def chosen(question: str, columns: Iterable[Column]) -> list[Group]:
    """
    Choose the columns that a page shows, in order, by the field that they stand in.
    """
    given = {column.name: column for column in columns}
    if question in SHOWN:
        fields = (field.split("+") for field in SHOWN[question])
        groups = (tuple(given[n] for n in field if n in given) for field in fields)
        return [group for group in groups if group]
    hidden = AXES | {"id", "owner", "audience", "leading"}
    return [(column,) for name, column in given.items() if name not in hidden]
