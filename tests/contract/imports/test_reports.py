"""
What an import says of each row, and that it adds up.
"""

from pathlib import Path

import orjson

from domain.imports import Counts
from infra.tables import Kind, open_table
from tests import controls
from tests.contract.imports.city import NOW, City, penalty
from tests.contract.imports.test_kinds import listed
from tests.contract.tables.papers import Cell, csv_file, sheet_of, xlsx_file

WRONG_CODE = controls.USCC_WRONG


def dirty(path: Path) -> Path:
    """
    Write a workbook with a title, a note, a row of each outcome, and a total.
    """
    rows = [
        penalty(1),
        penalty(2),
        penalty(2),
        penalty(3, code=WRONG_CODE),
        penalty(4, decided="2026/9/31"),
        penalty(5, fine="", content="警告"),
        penalty(6),
    ]
    header, *lines = sheet_of(*rows)
    title: list[Cell] = ["行政处罚信息公示表"]
    total: list[Cell] = ["合计", None, None, None, None, None, None, None, "15"]
    return xlsx_file(path, [title, header, *lines, [], total])


class TestReport:
    def test_it_adds_up(self, city: City, tmp_path: Path) -> None:
        """
        Every line of the file is a row with one outcome, or skipped.
        """
        path = dirty(tmp_path / "dirty.xlsx")

        counts = city.imports(path).counts

        with open_table(path, Kind.PENALTIES, today=NOW.date()) as table:
            assert counts.read + counts.skipped == table.length
        assert counts.add_up
        assert counts == Counts(7, accepted=4, duplicate=1, rejected=2, skipped=4)
        assert len(city.records) == counts.accepted

    def test_rows_as_a_spreadsheet_shows_them(self, city: City, tmp_path: Path) -> None:
        """
        A row is named by the number that its reader sees, with field and reason.
        """
        report = city.imports(dirty(tmp_path / "dirty.xlsx"))

        told = {row.row: (row.ok, row.code, row.field) for row in report.rows}
        assert told[3] == (True, "", "")
        assert told[5] == (True, "duplicate", "")
        assert told[6][:1] + told[6][2:] == (False, "party_uscc")
        assert told[7] == (False, "day_impossible", "decided_on")
        assert told[8] == (True, "amount_missing", "fine_amount")
        for row in report.rows:
            if row.code:
                assert f"第{row.row}行" in row.zh
                assert row.en.startswith(f"Row {row.row}")

    def test_as_json(self, city: City, tmp_path: Path) -> None:
        """
        Other programs find the agreed names in the report, days in ISO form and money
        in fen.
        """
        report = city.imports(dirty(tmp_path / "dirty.xlsx"))
        report.write(tmp_path / "report.json")

        told = orjson.loads((tmp_path / "report.json").read_bytes())
        first = told["rows"][0]
        assert told["file"] == "dirty.xlsx"
        assert (told["read"], told["skipped"]) == (7, 4)
        assert set(first) == {
            "row",
            "ok",
            "code",
            "field",
            "message",
            "values",
            "fact",
        }
        assert first["values"]["decided_on"] == "2026-05-20"
        assert first["values"]["fine_amount"] == 1_000_000
        assert set(told["rows"][3]["message"]) == {"zh", "en"}

    def test_facts_are_named(self, city: City, tmp_path: Path) -> None:
        """
        An accepted row names its fact, a doubled one the fact that says it already.
        """
        report = city.imports(dirty(tmp_path / "dirty.xlsx"))

        facts = {fact.id for fact in city.records}
        assert {row.fact for row in report.rows if row.ok} == facts
        assert report.rows[1].fact == report.rows[2].fact
        assert not any(row.fact for row in report.rows if not row.ok)


class TestDuplicates:
    def test_another_file(self, city: City, tmp_path: Path) -> None:
        """
        What another file brought is known, whatever the form; the fact is named.
        """
        first = city.imports(csv_file(tmp_path / "a.csv", sheet_of(penalty(1))))

        again = city.imports(
            xlsx_file(tmp_path / "b.xlsx", sheet_of(penalty(1), penalty(2)))
        )

        assert again.counts == Counts(2, 1, 1, 0, 1)
        assert again.rows[0].code == "duplicate"
        assert again.rows[0].fact == first.rows[0].fact

    def test_the_same_file_again(self, city: City, tmp_path: Path) -> None:
        """
        The same file again gives the same answers, and no fact.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(penalty(1), penalty(2)))
        first = city.imports(path)
        head = city.ledger.recorder.head

        again = city.imports(path)

        assert again.rows == first.rows
        assert city.ledger.recorder.head == head

    def test_another_amount(self, city: City, tmp_path: Path) -> None:
        """
        The same number and party with another amount is refused by itself; the rows
        around it are taken.
        """
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(penalty(1))))
        rows = (penalty(2), penalty(1, fine="9", content="罚款9万元"), penalty(3))

        report = city.imports(csv_file(tmp_path / "b.csv", sheet_of(*rows)))

        assert report.counts == Counts(3, 2, 0, 1, 1)
        assert report.rows[1].code == "conflicting_row"
        assert report.rows[1].field == "decision_no"

    def test_a_row_that_repeats_a_refused_one(self, city: City, tmp_path: Path) -> None:
        """
        A row that repeats a refused one is refused for the same reason.
        """
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(penalty(1))))
        other = penalty(1, fine="9", content="罚款9万元")

        report = city.imports(csv_file(tmp_path / "b.csv", sheet_of(other, other)))

        assert [row.code for row in report.rows] == ["conflicting_row"] * 2
        assert [row.row for row in report.rows] == [2, 3]


class TestDryRun:
    def test_nothing_is_written(self, city: City, tmp_path: Path) -> None:
        """
        A dry run says what an import would say, and leaves nothing behind.
        """
        path = dirty(tmp_path / "dirty.xlsx")
        head = city.ledger.recorder.head

        rehearsed = city.imports(path, dry_run=True)

        assert city.ledger.recorder.head == head
        assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["dirty.xlsx"]
        done = city.imports(path)
        assert rehearsed.counts == done.counts
        assert [r.code for r in rehearsed.rows] == [r.code for r in done.rows]
        assert not any(row.fact for row in rehearsed.rows)


class TestRejects:
    def test_beside_the_report(self, city: City, tmp_path: Path) -> None:
        """
        Refused rows go to a file of the same form, with what is wrong; none, no file.
        """
        report = city.imports(dirty(tmp_path / "dirty.xlsx"))

        assert report.rejects == tmp_path / "dirty.rejects.xlsx"
        assert report.rejects.exists()
        clean = city.imports(csv_file(tmp_path / "a.csv", sheet_of(penalty(8))))
        assert clean.rejects is None
        assert not (tmp_path / "a.rejects.csv").exists()

    def test_one_that_is_being_mended(self, city: City, tmp_path: Path) -> None:
        """
        A file of refused rows that somebody has changed is never written over.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(penalty(1, code=WRONG_CODE)))
        first = city.imports(path).rejects
        assert first == city.imports(path).rejects
        assert first is not None
        first.write_text("mended", encoding="utf-8")

        second = city.imports(path).rejects

        assert second == tmp_path / "a.rejects-2.csv"
        assert first.read_text(encoding="utf-8") == "mended"


class TestTooLong:
    def test_a_value_that_no_fact_can_hold(self, city: City, tmp_path: Path) -> None:
        """
        A value longer than a fact may be refuses its row, by field and size; the rows
        around it stand.
        """
        rows = [listed(1, 名单名称=name) for name in ("甲", "乙" * 90_000)]
        rows.append(listed(2, 名单名称="丙"))

        report = city.imports(
            csv_file(tmp_path / "a.csv", sheet_of(*rows)), Kind.BLACKLIST
        )

        assert report.counts == Counts(3, 2, 0, 1, 1)
        refused = report.rows[1]
        assert (refused.code, refused.field) == ("fact_too_large", "list_name")
        assert "256 KB" in refused.zh
        assert "256 KB" in refused.en

    def test_a_text_however_long(self, city: City, tmp_path: Path) -> None:
        """
        Free text lies in the vault, whole, however long it is.
        """
        story = "司炉工未持证上岗。" * 60_000

        report = city.imports(
            csv_file(tmp_path / "a.csv", sheet_of(penalty(1, fact=story)))
        )

        assert report.counts.accepted == 1
        sealed = city.ledger.vault.of_fact(city.records[0].id)
        assert sealed["terms/texts/violation_fact"] == story
