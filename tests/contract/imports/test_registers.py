"""
A register imported: each row kept with its enterprise, and none overwrites another.
"""

from datetime import date
from pathlib import Path

import orjson
import pytest

from domain.base import Actor, Audience, Fact, Role
from domain.body.file import BodyKind, Identity
from domain.imports import Counts
from domain.jurisdictions import Level
from domain.values import Personal
from infra.questions import Ask, Reader
from infra.tables import Kind
from projections.trace import Trace
from services.web.import_report import Report, RowOutcome
from tests import controls
from tests.contract.imports.city import SECRET_NAME, SECRET_PHONE, City, opened
from tests.contract.imports.test_kinds import firm
from tests.contract.tables.papers import Cell, csv_file, sheet_of, xlsx_file

PHONE = "联系电话"
CAPITAL = "注册资本（万元）"
ROW = "enterprise.enterprise-row-imported.v1"
REGISTERED = "enterprise.enterprise-registered.v1"


@pytest.fixture
def register(tmp_path: Path, city: City) -> "Register":
    """
    A city that takes in registers.
    """
    return Register(city, tmp_path)


class Register:
    """
    Takes in files of enterprises.
    """

    def __init__(self, city: City, folder: Path) -> None:
        """
        Begin with none.
        """
        self.city = city
        self.folder = folder
        self.count = 0

    def takes(self, *rows: dict[str, Cell], **options: str) -> Report:
        """
        Take in a file of rows, each time under another name.
        """
        self.count += 1
        path = self.folder / f"{self.count}.csv"
        return self.city.imports(
            csv_file(path, sheet_of(*rows), **options), Kind.ENTERPRISES
        )

    def outcome(self, **changes: Cell) -> RowOutcome:
        """
        Take in one row, and say what became of it.
        """
        (row,) = self.takes(firm(1, **changes)).rows
        return row

    @property
    def rows(self) -> list[Fact]:
        """
        The facts that keep a row.
        """
        return [fact for fact in self.city.facts if ROW == fact.TOPIC]


class TestKept:
    def test_the_row_lies_whole_in_the_vault(self, register: Register) -> None:
        """
        The row is sealed as it was printed, under a subject of its own, and the head
        who is named in it under that subject too.
        """
        register.outcome(**{PHONE: SECRET_PHONE, "从业人数": " 35 人"})

        (fact,) = register.rows
        vault = register.city.ledger.vault
        sealed = orjson.loads(vault.of_fact(fact.id)["terms/row"])
        assert (sealed[PHONE], sealed["从业人数"]) == (SECRET_PHONE, " 35 人")
        subject = vars(fact)["row"].subject
        assert vault.of_subjects([subject])[subject]["principal"] == SECRET_NAME

    def test_the_fact_has_what_is_no_persons(self, register: Register) -> None:
        """
        Import, row, layout, rules and every value of no person stand in the fact.
        """
        register.outcome(**{PHONE: SECRET_PHONE, "统一社会信用代码": _spaced()})

        (fact,) = register.rows
        origin = vars(fact)["origin"]
        assert (origin.row_no, origin.layout) == (2, "enterprises/csv")
        told = {each.field: each.printed_value for each in vars(fact)["values"]}
        assert told["employees"] == "35"
        assert told["uscc"] == firm(1)["统一社会信用代码"]
        assert not {"phone", "legal_rep"} & told.keys()

    def test_the_trace_shows_where_it_came_from(
        self, register: Register, tmp_path: Path
    ) -> None:
        """
        Whoever traces the enterprise sees the run and the row, and whoever traces the
        run sees the enterprise's row.
        """
        outcome = register.outcome()

        facts = register.city.facts
        trace = Trace(tmp_path / "read", lambda _: {})
        trace.apply(facts)
        file = outcome.fact.partition("/")[0]
        office = frozenset({Audience.PUBLIC, Audience.OFFICE})
        bodies = frozenset({register.city.body})
        ask = Ask(Reader(Role.IMPORTER, bodies=bodies, audiences=office))
        entries = trace.answer("trace", ask, thread=file).rows
        (kept,) = [each for each in entries if each["topic"] == ROW]
        run = next(f.file for f in facts if f.TOPIC == "import.import-started.v1")
        assert orjson.loads(str(kept["terms"]))["origin"]["run"] == str(run)
        concerned = trace.answer("trace", ask, thread=str(run)).rows
        assert ROW in {each["topic"] for each in concerned}

    def test_in_every_form_the_same(self, register: Register, tmp_path: Path) -> None:
        """
        The same rows as a workbook, or in GB18030, are known already.
        """
        rows = [firm(1, 住所="演示路１号"), firm(2)]
        register.takes(*rows)

        again = register.takes(*rows, encoding="gb18030")
        book = xlsx_file(tmp_path / "b.xlsx", sheet_of(*rows))
        as_book = register.city.imports(book, Kind.ENTERPRISES)

        assert again.counts == as_book.counts == Counts(2, 0, 2, 0, 1)
        assert len(register.rows) == 2


class TestOnFile:
    @pytest.mark.parametrize(
        ("column", "cell", "field", "known"),
        [
            ("企业名称", "演示更名有限公司", "name", "演示第1化工有限公司"),
            ("行政区划代码", controls.COUNTY.code, "region_code", "220202"),
            ("从业人数", "36", "employees", "35"),
            ("住所", "演示路2号", "address", "演示路1号"),
            ("成立日期", "2015-06-02", "established_on", "2015-06-01"),
        ],
    )
    def test_what_differs_is_told_and_refused(
        self, register: Register, column: str, cell: str, field: str, known: str
    ) -> None:
        """
        The report names the field, both values and the way to mend it; nothing is
        overwritten, and the row is in the file of refused rows.
        """
        register.outcome()
        before = len(register.city.facts)

        report = register.takes(firm(1, **{column: cell}))

        (row,) = report.rows
        assert (row.ok, row.code, row.field) == (False, "enterprise_differs", field)
        for told in (row.zh, row.en):
            assert known in told
            assert cell in told
        assert "变更企业信息" in row.zh
        assert report.rejects is not None
        new = [fact.TOPIC for fact in register.city.facts[before:]]
        assert new == ["import.import-started.v1", "import.import-completed.v1"]

    def test_another_head(self, register: Register) -> None:
        """
        That the head is another one is told, but neither name.
        """
        register.outcome()

        row = register.outcome(法定代表人="诸葛另有")

        assert (row.ok, row.code, row.field) == (
            False,
            "enterprise_differs",
            "legal_rep",
        )
        assert "诸葛另有" not in row.problem
        assert SECRET_NAME not in row.problem

    def test_what_is_new_is_added(self, register: Register) -> None:
        """
        What the register did not know is added by a fact of its own, and told.
        """
        register.outcome()

        row = register.outcome(企业规模="小型")

        assert (row.ok, row.code) == (True, "added_to_file")
        topics = [fact.TOPIC for fact in register.city.facts if fact.id == row.fact]
        assert topics == ["enterprise.enterprise-profile-changed.v1"]
        (again,) = register.takes(firm(1, 企业规模="小型"), encoding="gb18030").rows
        assert again.code == "duplicate"

    def test_a_value_of_no_register(self, register: Register) -> None:
        """
        A newer value that only rows carry is kept beside the older one.
        """
        register.outcome(**{CAPITAL: "500"})

        row = register.outcome(**{CAPITAL: "600"})

        assert (row.ok, row.code) == (True, "added_to_file")
        told = [
            each.printed_value
            for fact in register.rows
            for each in vars(fact)["values"]
            if each.field == "registered_capital"
        ]
        assert told == ["500000000", "600000000"]

    def test_mended_and_imported_again(self, register: Register) -> None:
        """
        Once the register was changed by the act that the report names, the refused
        row agrees with it, and is kept.
        """
        first = register.outcome()
        file = next(f.file for f in register.city.facts if f.id == first.fact)
        refused = register.takes(firm(1, 企业名称="演示更名有限公司"))
        register.city.does(
            "rename-enterprise",
            by=register.city.clerk,
            file=file,
            name="演示更名有限公司",
        )

        assert refused.rejects is not None
        (again,) = register.city.imports(refused.rejects, Kind.ENTERPRISES).rows

        assert (again.ok, again.code) == (True, "added_to_file")
        assert len(register.rows) == 2

    def test_one_of_another_body(self, register: Register) -> None:
        """
        Of an enterprise that another body leads, the report says that nothing was
        compared or recorded, and not which file it is.
        """
        city = register.city
        city.register(controls.CHEMICAL_WORKS)
        city.importer = _importer_elsewhere(city)
        works = controls.CHEMICAL_WORKS

        row = register.outcome(企业名称=works.name, 统一社会信用代码=works.uscc)

        assert (row.ok, row.code, row.fact) == (True, "duplicate", "")
        assert "另一机关" in row.zh
        assert register.rows == []


class TestMended:
    def test_the_union_is_a_clean_files(
        self, register: Register, tmp_path: Path
    ) -> None:
        """
        Refused rows that are mended and imported leave what a clean file leaves.
        """
        right = [firm(number) for number in range(1, 6)]
        dirty = [firm(1), firm(2, 统一社会信用代码="9.1E+17"), *right[2:]]
        refused = register.takes(*dirty)
        assert refused.counts.rejected == 1
        assert refused.rejects is not None
        code = str(firm(2)["统一社会信用代码"])
        text = refused.rejects.read_text(encoding="utf-8")
        refused.rejects.write_text(text.replace("9.1E+17", code), encoding="utf-8")

        register.city.imports(refused.rejects, Kind.ENTERPRISES)

        with opened(tmp_path / "clean") as city:
            other = Register(city, tmp_path)
            other.takes(*right)
            assert _told(other) == _told(register)
            assert len(_told(other)) == 10


def _told(register: Register) -> list[str]:
    """
    Write down what is on file, with what the vault has of it but the row as printed.
    """
    vault = register.city.ledger.vault
    told = []
    for fact in register.city.facts:
        said = {n: vars(fact).get(n) for n in ("name", "uscc", "profile", "values")}
        sealed = {k: v for k, v in vault.of_fact(fact.id).items() if k != "terms/row"}
        if fact.TOPIC in (REGISTERED, ROW):
            told.append(f"{fact.TOPIC} {said} {sealed}")
    return sorted(told)


def _spaced() -> str:
    code = str(firm(1)["统一社会信用代码"])
    return f"{code[:9]} {code[9:]}"


def _importer_elsewhere(city: City) -> Actor:
    """
    Put an importer into a county bureau.
    """
    bureau, since = controls.COUNTY_BUREAU, date(2020, 1, 1)
    body = city.does(
        "register-body",
        by=city.clerk,
        body_kind=BodyKind.REGULATOR,
        level=Level.COUNTY,
        region=bureau.place.code,
        identity=Identity(
            bureau.name, bureau.region_word, bureau.agency_word, parent=city.body
        ),
        since_on=since,
        uscc=bureau.uscc,
    )
    person = city.does(
        "enrol-officer", name=Personal("演示卯"), body=body, login="elsewhere"
    )
    role = Role.IMPORTER
    city.does("assign-officer-role", file=person, role=role, body=body, since_on=since)
    return Actor(role, person, body)
