"""
The law and its files: acts, facts, guards, clocks; no I/O.

Importing the package imports every file and every act, since a stored topic can be
replayed, and an act be asked for, only where it is known.
"""

# ruff: noqa: F401  each import makes a file or an act known

import domain.audit_trail.file
import domain.body.file
import domain.calendar_year.acts
import domain.checklist.acts
import domain.deployment.file
import domain.document.file
import domain.duty_list.file
import domain.enforcement_case.answering
import domain.enforcement_case.hearing
import domain.enforcement_case.investigating
import domain.enforcement_case.judging
import domain.enforcement_case.proposing
import domain.enforcement_case.timing
import domain.enterprise.acts
import domain.hazard.closing
import domain.hazard.rectifying
import domain.hazard.removing
import domain.hazard.supervising
import domain.import_run.acts
import domain.imported_record.acts
import domain.inspection.acts
import domain.inspection.ending
import domain.list_entry.hearing
import domain.list_entry.leaving
import domain.number_series.acts
import domain.officer.acts
import domain.officer.training
import domain.penalty.at_court
import domain.penalty.paying
import domain.penalty.resting
import domain.penalty.spot
import domain.procedures.adoption
import domain.procedures.answering_police
import domain.procedures.answering_referrals
import domain.procedures.approving_inspections
import domain.procedures.banning
import domain.procedures.bodies
import domain.procedures.changing_publications
import domain.procedures.deciding_no_case
import domain.procedures.deciding_on_the_spot
import domain.procedures.deciding_penalties
import domain.procedures.deciding_referrals
import domain.procedures.drawing
import domain.procedures.ending_cases
import domain.procedures.ending_entries
import domain.procedures.ending_publicity
import domain.procedures.enterprises
import domain.procedures.executing_penalties
import domain.procedures.filing_cases
import domain.procedures.finding_hazards
import domain.procedures.flagging
import domain.procedures.flagging_penalties
import domain.procedures.flagging_referrals
import domain.procedures.frequencies
import domain.procedures.grading_hazards
import domain.procedures.importing
import domain.procedures.importing_enterprises
import domain.procedures.inspecting
import domain.procedures.inspection_caps
import domain.procedures.joint_discipline
import domain.procedures.liaising
import domain.procedures.linking
import domain.procedures.listing
import domain.procedures.mandates
import domain.procedures.notifying_parties
import domain.procedures.ordering
import domain.procedures.papers
import domain.procedures.parties_of_cases
import domain.procedures.people
import domain.procedures.permits
import domain.procedures.proposing_penalties
import domain.procedures.prosecuting
import domain.procedures.publishing
import domain.procedures.publishing_penalties
import domain.procedures.putting_right
import domain.procedures.red_listing
import domain.procedures.registering_evidence
import domain.procedures.reinspecting
import domain.procedures.serving
import domain.procedures.standing
import domain.procedures.supervising_filing
import domain.procedures.supervision
import domain.procedures.surcharging
import domain.procedures.suspecting
import domain.procedures.transferring_referrals
import domain.publication.facts_of_ending
import domain.publication.file
import domain.regulator_assignment.file
import domain.service.file
