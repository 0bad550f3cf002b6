"""
A city bureau with a real ledger, and files of rows as other systems write them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import domain
from domain.base import Actor, Fact, Role
from domain.body.file import BodyKind, Identity
from domain.codes import make_resident_id, make_uscc_of
from domain.jurisdictions import Level
from domain.printed import PrintedParty
from domain.procedures.standing import Standing
from domain.values import Personal
from infra.clock import Clock, SetClock
from infra.ledger import Ledger, Rehearsal, Request
from infra.tables import Kind
from services.web.import_report import Report
from services.web.importing import Asked, import_file
from tests import controls
from tests.contract.tables.papers import (
    BODY,
    BODY_CODE,
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    HEAD,
    HEAD_ID,
    KINDS,
    NAME,
    NUMBER,
    PUBLIC,
    REMARK,
    VALID,
    Cell,
)

#: Importing it makes every file known, as a process of ours does.
KNOWN = domain

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
OPERATOR = Actor(Role.OPERATOR)
#: Personal values that rows bring, each found nowhere but in the vault.
SECRET_NAME = "欧阳静秘"
SECRET_ID = make_resident_id("22020219800101003")
SECRET_PHONE = "13904320987"
SECRET_STORY = "司徒某某擅自拆除安全联锁"
SECRETS = (SECRET_NAME, SECRET_ID, SECRET_PHONE, SECRET_STORY)


class City:
    """
    A ledger of one city bureau whose importer and clerk are in office.
    """

    def __init__(
        self,
        home: Path,
        clock: Clock | None = None,
        rehearsal: Rehearsal | None = None,
    ) -> None:
        """
        Open the ledger in a folder, and found the bureau the first time.

        Args:
            home: The folder.
            clock: One that stands at ``NOW`` by default.
            rehearsal: What happens between an act's examination and its append.
        """
        self.ledger = Ledger(
            home, law=Standing(), clock=clock or SetClock(NOW), rehearsal=rehearsal
        )
        if not self.ledger.recorder.head:
            self._found()
        self.body = self._first("body.body-registered.v1")
        person = self._first("officer.officer-enrolled.v1")
        self.importer = Actor(Role.IMPORTER, person, self.body)
        self.clerk = Actor(Role.CLERK, person, self.body)
        self.publisher = Actor(Role.DISCLOSURE_OFFICER, person, self.body)

    def _found(self) -> None:
        self.does(
            "open-ledger",
            deployment="tests",
            name="演示市",
            region=controls.CITY.code,
            demonstration=True,
        )
        bureau = controls.CITY_BUREAU
        body = self.does(
            "register-body",
            body_kind=BodyKind.REGULATOR,
            level=Level.PREFECTURE,
            region=bureau.place.code,
            identity=Identity(bureau.name, bureau.region_word, bureau.agency_word),
            since_on=date(2020, 1, 1),
            uscc=bureau.uscc,
        )
        name = Personal("演示寅")
        person = self.does("enrol-officer", name=name, body=body, login="importer")
        for role in (Role.IMPORTER, Role.DISCLOSURE_OFFICER, Role.CLERK):
            self.does(
                "assign-officer-role",
                file=person,
                role=role,
                body=body,
                since_on=date(2020, 1, 1),
            )

    def does(
        self,
        act: str,
        *,
        by: Actor = OPERATOR,
        file: UUID | None = None,
        **terms: object,
    ) -> UUID:
        """
        Do an act; the file that it opened or was done on.
        """
        key = f"{act}/{self.ledger.recorder.head}"
        receipt = self.ledger.perform(Request(act, by, key, terms=terms, file=file))
        return next(iter(receipt.files))

    def _first(self, topic: str) -> UUID:
        found = next(f for f in self.ledger.facts() if topic == f.TOPIC)
        return found.file

    def imports(
        self, path: Path, kind: Kind = Kind.PENALTIES, *, dry_run: bool = False
    ) -> Report:
        """
        Import a file as the importer does.
        """
        asked = Asked(path, kind, self.importer, dry_run=dry_run)
        return import_file(self.ledger, asked)

    def register(self, firm: controls.Firm) -> UUID:
        """
        Enter an enterprise in the register.
        """
        return self.does(
            "register-enterprise",
            by=self.clerk,
            name=firm.name,
            region=firm.place.code,
            uscc=firm.uscc,
        )

    @property
    def facts(self) -> list[Fact]:
        """
        Every fact.
        """
        return self.ledger.facts(limit=1_000_000)

    @property
    def records(self) -> list[Fact]:
        """
        The first facts of all imported records.
        """
        return [f for f in self.facts if f.TOPIC.startswith(_FIRST_FACTS)]

    def told(self) -> list[str]:
        """
        Write down what the imported rows say, whatever the form of their file: one
        entry for each, personal values as the vault has them.
        """
        return sorted(map(self._told, self.records))

    def _told(self, fact: Fact) -> str:
        said = {name: getattr(fact, name, None) for name in _SAID}
        party = said["party"]
        assert isinstance(party, PrintedParty)
        said["party"] = replace(party, legal_rep=None, party_person=None)
        sealed = self.ledger.vault.of_fact(fact.id)
        del sealed["terms/row"]
        return f"{fact.TOPIC} {said} {sorted(sealed.items())}"


_FIRST_FACTS = (
    "imported-record.imported-penalty",
    "imported-record.imported-non-penalty",
    "imported-record.imported-permit",
    "imported-record.imported-list",
)
#: Terms of a record in which nothing is sealed, but for the party's persons.
_SAID = ("party", "authority", "penalty", "permit", "entry", "non_penalty")


@contextmanager
def opened(
    home: Path, clock: Clock | None = None, rehearsal: Rehearsal | None = None
) -> Iterator[City]:
    """
    Open a city, and close it.
    """
    city = City(home, clock, rehearsal)
    try:
        yield city
    finally:
        city.ledger.close()


def penalty(number: int, **changes: Cell) -> dict[str, Cell]:
    """
    Give a right row of the national table, one for each number.

    Args:
        number: From 1; the party, the number of the decision and the fine follow it.
        changes: Other cells, by the names of the columns in this module.
    """
    row: dict[str, Cell] = {
        NAME: f"演示第{number}化工有限公司",
        CODE: make_uscc_of("91", "220202", f"MA{number:06}"),
        HEAD: SECRET_NAME,
        HEAD_ID: SECRET_ID,
        NUMBER: f"（演）应急罚〔2026〕{number}号",
        FACT: f"{SECRET_STORY}，电话{SECRET_PHONE}",
        KINDS: "警告;罚款",
        CONTENT: f"警告，罚款人民币{number}万元",
        FINE: str(number),
        DECIDED: "2026/5/20",
        VALID: "2099/12/31",
        PUBLIC: "2027/5/20",
        BODY: controls.CITY_BUREAU.name,
        BODY_CODE: controls.CITY_BUREAU.uscc,
        REMARK: "",
    }
    return row | {_COLUMNS[name]: value for name, value in changes.items()}


_COLUMNS: Mapping[str, str] = {
    "name": NAME,
    "code": CODE,
    "number": NUMBER,
    "fact": FACT,
    "kinds": KINDS,
    "content": CONTENT,
    "fine": FINE,
    "decided": DECIDED,
    "public": PUBLIC,
    "body": BODY,
    "body_code": BODY_CODE,
    "remark": REMARK,
}
