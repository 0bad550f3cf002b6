"""
Questions over HTTP: pages, both axes, files for a spreadsheet, and who looked.
"""

import csv
import sqlite3
from collections.abc import Iterator
from io import BytesIO, StringIO

import orjson
import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from domain.base import Role
from domain.body.file import BodyKind
from domain.hazard.choices import Stage
from infra.questions import Ask, Reader
from infra.tables_of_rows import Column, Kind
from services.web.asking import Asked
from services.web.exports import Export, guarded
from tests.e2e.city import Town

FORMULA = '=HYPERLINK("http://elsewhere","城东")'


@pytest.fixture
def first(town: Town) -> Iterator[TestClient]:
    """An officer of the bureau."""
    with town.client("first") as client:
        yield client


class TestPage:
    def test_one_after_the_other(self, first: TestClient) -> None:
        """
        A page says where it stands and where the next one is, until there is none.
        """
        address, seen, pages = "api/officers?limit=3", [], 0
        while address:
            answer = first.get(address).json()
            seen += [row["id"] for row in answer["rows"]]
            pages += 1
            cursor = answer["next"]
            address = f"api/officers?limit=3&cursor={cursor}" if cursor else ""

        assert pages == 2
        assert len(seen) == len(set(seen)) == 5

    def test_the_link_to_the_next(self, first: TestClient, town: Town) -> None:
        """
        The header Link leads on, and every page names the position it stands at.
        """
        answer = first.get("api/bodies", params={"limit": 2, "words": "演示"})
        link = answer.headers["link"]
        after = first.get(f"http://test{link[1 : link.index('>')]}")

        assert link.endswith('rel="next"')
        assert len(after.json()["rows"]) == 2
        assert after.json()["position"] == town.house.ledger.recorder.head

    def test_labels_of_columns(self, first: TestClient) -> None:
        """
        Columns say what they are called and what their codes mean, in both languages.
        """
        columns = first.get("api/bodies").json()["columns"]

        assert {c["name"]: (c["zh"], c["kind"]) for c in columns}["name"] == (
            "名称",
            "text",
        )
        assert all(c["zh"] and c["en"] for c in columns)

    @pytest.mark.parametrize(
        ("query", "pointer"),
        [
            ("limit=0", "/limit"),
            ("as_of=yesterday", "/as_of"),
            ("known_at=soon", "/known_at"),
            ("colour=red", "/colour"),
        ],
    )
    def test_a_malformed_question(
        self, first: TestClient, query: str, pointer: str
    ) -> None:
        """
        What cannot be read is named, and nothing is guessed.
        """
        answer = first.get(f"api/bodies?{query}")

        assert answer.status_code == 422
        assert [e["pointer"] for e in answer.json()["errors"]] == [pointer]

    def test_a_cursor_of_nobody(self, first: TestClient) -> None:
        """
        A cursor that was not given out is refused.
        """
        answer = first.get("api/bodies?cursor=e30")

        assert (answer.status_code, answer.json()["code"]) == (422, "no_such_cursor")

    def test_as_it_was_known(self, first: TestClient, town: Town) -> None:
        """
        A moment stands for the last position recorded by then.
        """
        before = town.clock.moment
        town.body("演示市新设局", parent=None, kind=BodyKind.COURT)

        now = first.get("api/bodies", params={"words": "新设"}).json()
        then = first.get(
            "api/bodies", params={"words": "新设", "known_at": before.isoformat()}
        ).json()
        assert len(now["rows"]) == 1
        assert then["rows"] == []


class TestPersonal:
    def test_for_those_whose_row_it_is(self, town: Town) -> None:
        """
        Names come from the vault for the people of the row's own body and above.
        """
        with town.client("first") as near, town.client("policeman") as far:
            names = {row["name"] for row in near.get("api/officers").json()["rows"]}
            others = {row["name"] for row in far.get("api/officers").json()["rows"]}

        assert {"赵一", "李外"} <= names
        assert others == {"吴警"}

    def test_for_nobody_in_particular(self, town: Town) -> None:
        """
        Who is not signed in sees no name of a person, whatever is asked.
        """
        town.hazard()
        with town.client() as client:
            names = [q["operationId"] for q in questions_of(client)]
            answers = [client.get(f"api/{name}") for name in names]

        assert len(names) > 3
        for answer in answers:
            for name in ("赵一", "郑文", "李外"):
                assert name not in answer.text


def questions_of(client: TestClient) -> list[dict[str, str]]:
    """Every question of a desk, as its own document lists them."""
    paths = client.get("openapi.json").json()["paths"]
    return [
        path["get"]
        for path in paths.values()
        if "查询 questions" in path.get("get", {}).get("tags", [])
    ]


class TestExport:
    def test_as_csv(self, first: TestClient, town: Town) -> None:
        """
        A spreadsheet reads the Chinese, and no cell runs as a formula.
        """
        town.enterprise(FORMULA)

        answer = first.get("api/enterprises?format=csv")

        rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
        assert answer.content.startswith(b"\xef\xbb\xbf")
        assert "attachment" in answer.headers["content-disposition"]
        assert "名称" in rows[0]
        assert f"'{FORMULA}" in rows[1]

    @pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
    def test_what_a_spreadsheet_would_run(self, begins: str) -> None:
        """
        Whatever a formula can begin with is marked as text, and nothing else is.
        """
        assert guarded(f"{begins}1+1") == f"'{begins}1+1"
        assert guarded(f"1{begins}1") == f"1{begins}1"
        assert guarded(-1) == -1

    @pytest.mark.parametrize(
        ("value", "kind", "written"),
        [
            (2_000_050, "fen", "20000.50"),
            (0, "fen", "0.00"),
            (None, "fen", ""),
            ("2026-03-02T17:00:00.000000Z", "moment", "2026-03-03 01:00"),
            ("2026-03-02", "day", "2026-03-02"),
        ],
    )
    def test_a_cell(
        self, town: Town, value: str | int | None, kind: Kind, written: str
    ) -> None:
        """
        Money is in yuan, and a moment by the office's clock.
        """
        asked = Asked(town.house.question("bodies"), Ask(Reader(Role.PUBLIC)), {}, {})
        export = Export(town.house, asked, "zh")

        assert export.cell(value, Column("x", kind)) == written

    def test_money_codes_and_moments(self, town: Town) -> None:
        """
        D16: amounts in yuan, codes by their label, moments by the office's clock, in
        the language that is asked for.
        """
        town.hazard()
        with town.client("first") as client:
            zh, en = (
                client.get(
                    "api/hazards?format=csv", headers={"Accept-Language": language}
                ).content.decode("utf-8-sig")
                for language in ("zh", "en")
            )

        assert "发现" in zh
        assert Stage.IDENTIFIED.zh in zh
        assert Stage.IDENTIFIED.en in en
        assert Stage.IDENTIFIED.code.upper() not in zh

    def test_as_xlsx(self, first: TestClient, town: Town) -> None:
        """
        Codes of eighteen digits stay text, and so does what looks like a formula.
        """
        town.enterprise(FORMULA)

        content = first.get("api/enterprises?format=xlsx").content

        sheet = load_workbook(BytesIO(content)).active
        assert sheet is not None
        cells = {c.value: c.data_type for row in sheet.iter_rows() for c in row}
        assert cells[FORMULA] == "s"
        assert not {"f", "n"} & {
            kind for value, kind in cells.items() if str(value).startswith("91")
        }

    def test_as_json(self, first: TestClient) -> None:
        """
        The whole answer, beyond the page that was asked for.
        """
        whole = orjson.loads(first.get("api/officers?format=json&limit=2").content)

        assert len(whole["rows"]) == 5

    def test_as_something_else(self, first: TestClient) -> None:
        """
        A format that is not offered is named.
        """
        answer = first.get("api/officers?format=pdf")

        assert answer.json()["errors"][0]["code"] == "no_such_choice"


class TestAccess:
    def test_who_looked(self, first: TestClient, town: Town) -> None:
        """
        Each answer and each export to a person leaves a line with how much was shown.
        """
        first.get("api/officers")
        first.get("api/officers?format=csv")

        lines = town.house.access.who_looked(person=town.id("first"))
        assert [(each.what, each.rows) for each in lines] == [
            ("export/officers", 5),
            ("read/officers", 5),
        ]

    def test_whose_data(self, first: TestClient, town: Town) -> None:
        """
        A look at one file names it.
        """
        file = town.hazard()
        first.get("api/file-facts", params={"file": str(file)})

        (line,) = town.house.access.who_looked(file=file)
        assert line.person == town.id("first")

    def test_what_cannot_be_noted_is_not_shown(
        self, first: TestClient, town: Town
    ) -> None:
        """
        An answer whose line cannot be written does not leave (D27).
        """
        store = town.house.access.store
        with store.transaction() as sql:
            sql.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(store.path)
        other.execute("BEGIN IMMEDIATE")

        answer = first.get("api/officers")
        other.close()

        assert answer.status_code == 503
        assert "赵一" not in answer.text


def test_health(town: Town) -> None:
    """
    The process says that it lives, and how far each read model has come.
    """
    town.house.catch_up()
    with TestClient(town.app, "http://test") as client:
        ready = client.get("/readyz").json()
        live = client.get("/enforcement/livez")
        release = client.get("/version").json()

    assert live.json() == {"status": "pass"}
    assert release["name"] == "shilu"
    assert ready["head"] == town.house.ledger.recorder.head
    assert {m["lag"] for m in ready["models"].values()} == {0}


def test_a_stopped_read_model(town: Town) -> None:
    """
    A read model that a fact has stopped is not ready, and its questions say so.
    """
    town.house.catch_up()
    town.house.projector.poison["directory"] = "a fact that it cannot take"
    with town.client("first") as client:
        ready = client.get("http://test/readyz")
        answer = client.get("api/officers")

    assert ready.status_code == 503
    assert ready.json()["models"]["directory"]["poison"]
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
