"""
Search (检索): part of a name, a former name, pinyin initials, a code or a number.

One table of folded text, searched by ``instr``: it works from a single Chinese
character, where full-text engines need three.
Names of persons stand here under the subject whose name it is, and nowhere else.
"""

from collections.abc import Iterable
from typing import ClassVar

import orjson

from domain.base import Fact
from domain.body.file import Body, BodyIdentityChanged, BodyRegistered
from domain.calendar import ONE_DAY
from domain.document.file import Document, DocumentIssued
from domain.enterprise.facts import (
    EnterpriseProfileChanged,
    EnterpriseRegistered,
    EnterpriseRenamed,
    PrincipalChanged,
    PrincipalRecorded,
)
from domain.enterprise.file import Enterprise
from domain.folding import folded
from domain.hazard.facts_of_treatment import HazardListedForSupervision
from domain.hazard.file import Hazard
from domain.imported_record.changes import Field, ImportedRecordCorrected
from domain.imported_record.file import ImportedRecord
from domain.imported_record.rows import (
    ImportedListEntryRecorded,
    ImportedNonPenaltyRecorded,
    ImportedPenaltyRecorded,
    ImportedPermitRecorded,
    ImportedRow,
)
from domain.officer.file import Officer, OfficerCertified, OfficerEnrolled
from domain.permit.file import Permit, PermitRecorded
from domain.publication.facts_of_ending import ItemEndedByRepair
from domain.publication.file import ItemCorrected, ItemPublished, Publication
from domain.regions import full_name
from domain.values import Choice
from infra.initials import initials_of
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table


class Found(Choice):
    """
    By what a thing was found (命中项).
    """

    NAME = "名称", "name"
    FORMER_NAME = "曾用名", "former name"
    INITIALS = "拼音首字母", "pinyin initials"
    CODE = "代码", "code"
    NUMBER = "文号", "document number"
    REGION = "行政区划", "region"
    PERSON = "人员姓名", "name of a person"


ENTRIES = Table(
    "index_entries",
    (
        Column("file", "file"),
        Column("found_by", "choice", choices=Found),
        Column("folded"),
    ),
    (
        Column("kind_of_file"),
        Column("label"),
        Column("subject", "personal"),
        Column("public_until", "day"),
    ),
    orders=(
        Order(
            ("label",),
            ("label", "kind_of_file", "subject", "owner", "audience"),
        ),
    ),
)


class Search(ReadModel):
    """
    What can be found, and by what.
    """

    NAME: ClassVar[str] = "search"
    ZH: ClassVar[str] = "检索"
    EN: ClassVar[str] = "search"
    EDITION: ClassVar[int] = 4
    TABLES: ClassVar[tuple[Table, ...]] = (ENTRIES,)

    def enter(
        self, fact: Fact, kind: str, text: str, *, by: Found, label: str = ""
    ) -> None:
        """
        Enter a text under which a file is found; nothing for an empty one.
        """
        if not text:
            return
        self.put(
            ENTRIES,
            file=str(fact.file),
            found_by=by.code,
            folded=folded(text),
            kind_of_file=kind,
            label=label or text,
            **scope_of(fact),
        )

    def enter_name(self, fact: Fact, kind: str, name: str) -> None:
        """
        Enter a name and its pinyin initials.
        """
        self.enter(fact, kind, name, by=Found.NAME)
        self.enter(fact, kind, initials_of(name), by=Found.INITIALS, label=name)

    def enter_person(self, fact: Fact, kind: str, term: str) -> None:
        """
        Enter the name of a person under its subject, from the vault.
        """
        value = getattr(fact, term)
        name = self.reveal(fact.id).get(f"terms/{term}", "")
        if not name:
            return
        for text in (name, initials_of(name)):
            self.put(
                ENTRIES,
                file=str(fact.file),
                found_by=Found.PERSON.code,
                folded=folded(text),
                kind_of_file=kind,
                label="",
                subject=f"{value.subject} {value.commitment}",
                **scope_of(fact),
            )

    @on(EnterpriseRegistered)
    def on_enterprise(self, fact: EnterpriseRegistered) -> None:
        """
        Enter name, codes and place.
        """
        kind = Enterprise.TOPIC
        self.enter_name(fact, kind, fact.name)
        for code in (fact.uscc, fact.reg_no, fact.org_code):
            self.enter(fact, kind, code, by=Found.CODE, label=fact.name)
        self._enter_place(fact, fact.region, label=fact.name)

    @on(EnterpriseProfileChanged)
    def on_changed(self, fact: EnterpriseProfileChanged) -> None:
        """
        Enter codes that became known, and the place that it moved to.
        """
        label = self._label(fact)
        for code in (fact.uscc, fact.reg_no, fact.org_code):
            self.enter(fact, Enterprise.TOPIC, code, by=Found.CODE, label=label)
        if fact.region:
            place = {"file": str(fact.file), "found_by": Found.REGION.code}
            self.drop(ENTRIES, **place)
            self._enter_place(fact, fact.region, label=label)

    def _enter_place(self, fact: Fact, region: str, *, label: str) -> None:
        place = full_name(region)
        self.enter(fact, Enterprise.TOPIC, place, by=Found.REGION, label=label)

    @on(EnterpriseRenamed)
    def on_renamed(self, fact: EnterpriseRenamed) -> None:
        """
        Show everything under the new name; the old one stays findable.
        """
        self._rename(fact, Enterprise.TOPIC, fact.name, former=fact.former_name)

    def _rename(self, fact: Fact, kind: str, name: str, *, former: str) -> None:
        file = str(fact.file)
        self.drop(ENTRIES, file=file, found_by=Found.NAME.code)
        for by in Found:
            if by is not Found.PERSON:
                self.mend(ENTRIES, {"file": file, "found_by": by.code}, label=name)
        self.enter_name(fact, kind, name)
        self.enter(fact, kind, former, by=Found.FORMER_NAME, label=name)

    @on(PrincipalRecorded, PrincipalChanged)
    def on_principal(self, fact: PrincipalRecorded | PrincipalChanged) -> None:
        """
        Find the enterprise by who is in charge.
        """
        self.enter_person(fact, Enterprise.TOPIC, "principal")

    @on(OfficerEnrolled)
    def on_officer(self, fact: OfficerEnrolled) -> None:
        """
        Enter name and account.
        """
        self.enter_person(fact, Officer.TOPIC, "name")
        self.enter(fact, Officer.TOPIC, fact.login, by=Found.NAME)

    @on(OfficerCertified)
    def on_certified(self, fact: OfficerCertified) -> None:
        """
        Enter the number of the certificate.
        """
        number = fact.certificate_number
        self.enter(fact, Officer.TOPIC, number, by=Found.NUMBER)

    @on(BodyRegistered)
    def on_body(self, fact: BodyRegistered) -> None:
        """
        Enter the body's name.
        """
        self.enter_name(fact, Body.TOPIC, fact.identity.name)

    @on(BodyIdentityChanged)
    def on_identity(self, fact: BodyIdentityChanged) -> None:
        """
        Show the body under its new name, where the name is what changed.
        """
        name, former = fact.identity.name, self._label(fact)
        if name != former:
            self._rename(fact, Body.TOPIC, name, former=former)

    @on(DocumentIssued)
    def on_document(self, fact: DocumentIssued) -> None:
        """
        Enter the document's number.
        """
        if fact.number is not None:
            printed = fact.number.printed
            self.enter(fact, Document.TOPIC, printed, by=Found.NUMBER)

    @on(HazardListedForSupervision)
    def on_listed(self, fact: HazardListedForSupervision) -> None:
        """
        Enter the number of the supervision.
        """
        number = fact.listing_number
        self.enter(fact, Hazard.TOPIC, number, by=Found.NUMBER)

    @on(ImportedPenaltyRecorded, ImportedNonPenaltyRecorded)
    def on_imported(
        self, fact: ImportedPenaltyRecorded | ImportedNonPenaltyRecorded
    ) -> None:
        """
        Enter the party as printed, its code and the number of the decision.
        """
        self._enter_row(fact, fact.penalty.decision_no)

    @on(ImportedPermitRecorded)
    def on_imported_permit(self, fact: ImportedPermitRecorded) -> None:
        """
        Enter the party as printed, its code, the numbers of permit and decision.
        """
        self._enter_row(fact, fact.permit.permit_no, fact.permit.decision_no)

    @on(ImportedListEntryRecorded)
    def on_entry(self, fact: ImportedListEntryRecorded) -> None:
        """
        Enter the party of a list entry as printed, and its code.
        """
        self._enter_row(fact)

    def _enter_row(self, fact: ImportedRow, *numbers: str) -> None:
        name, kind = fact.party.party_name, ImportedRecord.TOPIC
        self.enter_name(fact, kind, name)
        self.enter(fact, kind, fact.party.uscc, by=Found.CODE, label=name)
        for number in numbers:
            self.enter(fact, kind, number, by=Found.NUMBER, label=name)

    @on(PermitRecorded)
    def on_permit(self, fact: PermitRecorded) -> None:
        """
        Enter the number of a permit.
        """
        number = fact.permit_no
        self.enter(fact, Permit.TOPIC, number, by=Found.NUMBER)

    @on(ImportedRecordCorrected)
    def on_corrected(self, fact: ImportedRecordCorrected) -> None:
        """
        Find a record by what is right; what was printed first stays findable.
        """
        kind, label, right = ImportedRecord.TOPIC, self._label(fact), fact.new_plain
        if not label:
            return
        if fact.field is Field.PARTY_NAME and right != label:
            self._rename(fact, kind, right, former=label)
        elif fact.field is Field.USCC:
            self.enter(fact, kind, right, by=Found.CODE, label=label)
        elif fact.field is Field.DECISION_NO:
            self.enter(fact, kind, right, by=Found.NUMBER, label=label)

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Let everybody find what is public, for as long as it is.
        """
        self._enter_item(fact)

    @on(ItemCorrected)
    def on_item_corrected(self, fact: ItemCorrected) -> None:
        """
        Find it by what is right, and not by what was wrong; keep the term that stands.
        """
        self.drop(ENTRIES, file=str(fact.file))
        self._enter_item(fact)

    def _enter_item(self, fact: ItemPublished | ItemCorrected) -> None:
        kind, shown = Publication.TOPIC, fact.content or fact.listing or fact.result
        assert shown is not None
        name = shown.party_name
        self.enter_name(fact, kind, name)
        self.enter(fact, kind, shown.uscc, by=Found.CODE, label=name)
        self.enter(fact, kind, shown.decision_no, by=Found.NUMBER, label=name)
        until = fact.term.until_on.isoformat() if fact.term else None
        self.mend(ENTRIES, {"file": str(fact.file)}, public_until=until)

    @on(ItemEndedByRepair)
    def on_repaired(self, fact: ItemEndedByRepair) -> None:
        """
        Let nobody find any more what is public no longer, before its last day.
        """
        until = (fact.until_on - ONE_DAY).isoformat()
        self.mend(ENTRIES, {"file": str(fact.file)}, public_until=until)

    def called(self, files: Iterable[str]) -> dict[str, tuple[str, str]]:
        """
        Say what files are called, for a page that shows them already.

        Args:
            files: Their ids.

        Returns:
            By id: a label, or for a person the pointer to the name in the vault.
        """
        wanted = orjson.dumps(sorted({each for each in files if each})).decode()
        rows = self.store.reading.execute(
            "SELECT file, label, ifnull(subject, '') FROM \"index_entries\" "
            "WHERE file IN (SELECT value FROM json_each(?)) "
            "AND (found_by IN ('name', 'number') "
            "OR (found_by = 'person' AND kind_of_file = ?)) ORDER BY found_by DESC",
            (wanted, Officer.TOPIC),
        )
        found: dict[str, tuple[str, str]] = {}
        for file, label, subject in rows:
            if file not in found or subject:
                found[file] = (label, subject)
        return found

    def _label(self, fact: Fact) -> str:
        named = self.one(ENTRIES, file=str(fact.file), found_by=Found.NAME.code)
        return str(named["label"]) if named else ""

    @question(
        "检索",
        "Search",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        rows=("REG-01",),
    )
    def search(self, ask: Ask, *, words: str) -> Select:
        """
        Search names, former names, pinyin initials, codes, numbers and regions.

        One Chinese character is enough; width, case, brackets and blanks do not matter.
        """
        del ask
        return Select(
            ENTRIES,
            ("instr(folded, :words) > 0",),
            {"words": folded(words)},
            order=("label",),
            columns=("file", "kind_of_file", "label", "subject", "found_by"),
            lapse=Lapse("public_until"),
        )
