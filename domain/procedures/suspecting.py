"""
Suspecting a crime (发现涉罪), about any file of the body.
"""

from domain.acts import opening
from domain.base import File, Role, Time
from domain.circumstances import Circumstances
from domain.law.crimes import Offence, Threshold, crime_on
from domain.law.statutes import REFERRAL_MEASURES, REFERRAL_REGULATION
from domain.limits import limit_if_any
from domain.parties import person_key
from domain.references import EnterpriseRef, FileRef
from domain.referral.facts_of_suspicion import CrimeSuspected
from domain.referral.file import Referral
from domain.referral.parts import Suspect, SuspectedPerson
from domain.values import Upload

SUSPECT = f"{REFERRAL_REGULATION.article(3)};{REFERRAL_MEASURES.article(7)}"


@opening(
    "发现涉嫌犯罪",
    "Suspect a crime",
    by=Role.OFFICER,
    under=SUSPECT,
    time=Time.CAPTURED,
    two_officers=True,
    rules=("INV-01", "INV-02", "INV-17"),
    rows=("REF-01", "REF-06"),
)
def suspect_crime(
    at: Circumstances,
    *,
    about: FileRef,
    offence: Offence,
    threshold_fact: str,
    threshold: Threshold | None = None,
    also_about: tuple[FileRef, ...] = (),
    suspected_enterprises: tuple[EnterpriseRef, ...] = (),
    suspected_persons: tuple[SuspectedPerson, ...] = (),
    evidence: tuple[Upload, ...] = (),
) -> Referral:
    """
    Suspect a crime; from now on nothing is closed, dropped or fined on these files.

    Whatever stage they are at, it is never refused: a suspicion needs no proof.

    Args:
        at: Who, when.
        about: The file in which it came up: an inspection, a hazard, a case, a record.
        offence: Which crime.
        threshold_fact: What it is suspected by.
        threshold: Which threshold may be reached.
        also_about: Other files that are about the same.
        suspected_enterprises: Enterprises that are suspected.
        suspected_persons: Persons that are suspected; with no suspect, who is unknown.
        evidence: Photographs, papers, recordings.

    Raises:
        NoSuchCase: If there is no such file of this body.

    Source:
        国务院令310号 (2020) 3, 5; 应急〔2019〕54号 7.
    """
    files = tuple(dict.fromkeys((about, *also_about)))
    first, *others = (at.read(File, each) for each in files)
    crime = crime_on(offence, at.on)
    return Referral.start(
        CrimeSuspected,
        at,
        because=first,
        concerns=tuple(f.id for f in others if f.thread != first.thread),
        offence=offence,
        basis=crime.basis if crime else "",
        threshold_fact=threshold_fact,
        threshold=threshold,
        files=files,
        suspects=(
            *(Suspect(enterprise=each) for each in suspected_enterprises),
            *(suspect_of(at, each) for each in suspected_persons),
        ),
        evidence=evidence,
        report_limit=limit_if_any(at, "RF.report", at.on),
    )


def suspect_of(at: Circumstances, named: SuspectedPerson) -> Suspect:
    """
    Write a suspected person down, with what stands for their number.
    """
    number = named.identity_number
    return Suspect(
        person=named.person,
        identity_number=number,
        person_key=person_key(at, number),
    )
