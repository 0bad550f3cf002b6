"""
References from one file to another (引用): each an id, and the question that offers it.
"""

from typing import Annotated
from uuid import UUID

from domain.values import Reference

BodyRef = Annotated[UUID, Reference("body", "bodies")]
OfficerRef = Annotated[UUID, Reference("officer", "officers")]
EnterpriseRef = Annotated[UUID, Reference("enterprise", "enterprises")]
ChecklistRef = Annotated[UUID, Reference("checklist", "checklists")]
InspectionRef = Annotated[UUID, Reference("inspection", "inspections")]
HazardRef = Annotated[UUID, Reference("hazard", "hazards")]
DocumentRef = Annotated[UUID, Reference("document", "documents")]
ImportRef = Annotated[UUID, Reference("import", "imports")]
ImportedRecordRef = Annotated[UUID, Reference("imported-record", "imported-records")]
ListEntryRef = Annotated[UUID, Reference("list-entry", "list-entries")]
RandomDrawRef = Annotated[UUID, Reference("random-draw", "draws")]
CaseRef = Annotated[UUID, Reference("enforcement-case", "cases")]
CreditRecordRef = Annotated[UUID, Reference("credit-record", "credit-records")]
PublicationRef = Annotated[UUID, Reference("publication", "publications")]
PenaltyRef = Annotated[UUID, Reference("penalty", "penalties")]
SuspensionRef = Annotated[UUID, Reference("suspension-order", "suspensions")]
RemedyRef = Annotated[UUID, Reference("remedy", "remedies")]
ExpertRef = Annotated[UUID, Reference("expert", "experts")]
FileRef = Annotated[UUID, Reference("", "")]
