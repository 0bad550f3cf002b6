"""
The index of the search: by what a thing is found, by whom, and what it is called.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Role
from domain.body.file import Identity
from domain.codes import make_uscc_of
from domain.document.file import DocumentIssued
from domain.enterprise.profile import Profile, SubjectKind
from domain.hazard.choices import HazardLevel
from domain.imported_record.changes import Field
from domain.law.credit_classes import CreditClass
from domain.law.forms import Form
from domain.parties import Addressee
from domain.printed import (
    ListGeneration,
    ListTexts,
    NonPenalty,
    PermitTexts,
    PrintedListEntry,
    PrintedPermit,
)
from domain.procedures.importing import (
    record_imported_list_entry,
    record_imported_non_penalty,
    record_imported_permit,
)
from domain.values import end_of
from infra.clock import SetClock
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from projections.search import Found, Search
from tests import controls
from tests.cases.enterprise.register import entered
from tests.cases.imported import NUMBER, ImportOffice, import_office, unit
from tests.cases.published import WORKS, Public
from tests.cases.scene import Scene
from tests.cases.town import CITY, TODAY, Town
from tests.contract.projections.readers import ANYBODY, officer_of
from tests.contract.projections.stories import SUBJECT, as_recorded

FIRST, SECOND, THIRD = "演示市应急管理局", "演示市安监局", "演示市应急局"


class Index:
    """
    A town, and the index of everything in it.
    """

    def __init__(self, folder: Path) -> None:
        """
        Set the town up.
        """
        self.folder = folder
        self.town = Town()
        self.names: dict[UUID, str] = {}

    def renames(self, name: str) -> None:
        """
        Give the city's bureau another name.
        """
        self.town.do(
            "change-body-identity",
            self.town.city,
            identity=Identity(name, parent=self.town.government),
            since_on=TODAY,
        )

    @property
    def model(self) -> Search:
        """
        The index as it stands.
        """
        facts = as_recorded(self.town.office.facts)
        names = {f"{file}/1": {"terms/name": name} for file, name in self.names.items()}
        folder = self.folder / str(len(facts))
        model = Search(folder, lambda fact: names.get(fact, {}))
        model.apply(facts)
        return model

    def found(
        self, words: str, reader: Reader = ANYBODY, file: UUID | None = None
    ) -> list[Mapping[str, Value]]:
        """
        Search, and give what was found of a file.
        """
        model = self.model
        rows = model.answer("search", Ask(reader), words=words).rows
        model.close()
        return [row for row in rows if file is None or row["file"] == str(file)]

    def called(self, file: UUID) -> str:
        """
        Say what a page calls a file.
        """
        model = self.model
        label, _ = model.called([str(file)])[str(file)]
        model.close()
        return label


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """
    A town that nothing was searched in yet.
    """
    return Index(tmp_path)


class TestBody:
    def test_by_its_new_name(self, index: Index) -> None:
        """
        A body that was renamed goes by its new name, and is found by either.
        """
        index.renames(SECOND)
        city = index.town.city

        assert index.called(city) == SECOND
        (now,) = index.found(SECOND, file=city)
        (before,) = index.found(FIRST, file=city)
        assert now["found_by"] == Found.NAME.code
        assert (before["label"], before["found_by"]) == (
            SECOND,
            Found.FORMER_NAME.code,
        )

    def test_renamed_again_and_back(self, index: Index) -> None:
        """
        Back under a name that it bore before, it is found by that as its own.
        """
        for name in (SECOND, THIRD, FIRST, SECOND):
            index.renames(name)
        city = index.town.city

        assert index.called(city) == SECOND
        assert {row["label"] for row in index.found("演示市", file=city)} == {SECOND}
        assert Found.NAME.code in {
            row["found_by"] for row in index.found(SECOND, file=city)
        }

    def test_what_does_not_change_its_name(self, index: Index) -> None:
        """
        A change that leaves the name makes no former one of it.
        """
        index.renames(FIRST)

        (row,) = index.found(FIRST, file=index.town.city)
        assert row["found_by"] == Found.NAME.code


class TestPerson:
    @pytest.mark.parametrize("words", ["赵小一", "小", "zxy", "ZX"])
    def test_by_name_and_initials(self, index: Index, words: str) -> None:
        """
        D8: a person is found by a part of the name or its initials, and the index holds
        the name under its subject alone.
        """
        town = index.town
        person = town.person("zhao", Role.OFFICER, town.county, by="county clerk")
        index.names[person] = "赵小一"

        (row, *_) = index.found(words, officer_of(town.county), person)

        assert (row["label"], row["found_by"]) == ("", Found.PERSON.code)
        assert str(row["subject"]).startswith(str(SUBJECT))

    def test_by_nobody_else(self, index: Index) -> None:
        """
        D21: the people of a body are found by that body and those above it.
        """
        town = index.town
        person = town.person("zhao", Role.OFFICER, town.city, by="clerk")
        index.names[person] = "赵小一"

        assert index.found("赵小一", officer_of(town.city), person)
        assert not index.found("赵小一", officer_of(town.county), person)
        assert not index.found("赵小一", ANYBODY, person)


class TestEnterprise:
    def enterprise(self, index: Index) -> UUID:
        """
        Register an individual business that has no code yet.
        """
        facts = index.town.do(
            "register-enterprise",
            by="first",
            name="城东（演示）Mill加工部",
            region=CITY,
            profile=Profile(subject_kind=SubjectKind.HOUSEHOLD),
        )
        return facts[0].file

    @pytest.mark.parametrize(
        "words", ["城", "城东(演示)", "ＭＩＬＬ", "mill 加工", "cd", "吉林市"]
    )
    def test_however_it_is_typed(self, index: Index, words: str) -> None:
        """
        From one character on, whatever the width, the case, the brackets or the blanks;
        by initials, and by the place.
        """
        file = self.enterprise(index)

        assert index.found(words, officer_of(index.town.city), file)

    @pytest.mark.parametrize("words", ["%", "_", "城%部", "城_"])
    def test_no_patterns(self, index: Index, words: str) -> None:
        """
        What is typed is looked for as it stands.
        """
        file = self.enterprise(index)

        assert not index.found(words, officer_of(index.town.city), file)

    def test_a_code_that_became_known(self, index: Index) -> None:
        """
        A code that was entered later finds the enterprise under its name.
        """
        file = self.enterprise(index)
        code = make_uscc_of("92", CITY, "00000009")
        index.town.do("change-enterprise-profile", file, by="first", uscc=code)

        (row,) = index.found(code, officer_of(index.town.city), file)

        assert row["found_by"] == Found.CODE.code
        assert row["label"] == "城东（演示）Mill加工部"

    def test_under_its_new_name(self, index: Index) -> None:
        """
        Renamed, it is found by either name and by its place, always under the new one.
        """
        file = self.enterprise(index)
        index.town.do("rename-enterprise", file, by="first", name="城西厂")
        officer = officer_of(index.town.city)

        found = [index.found(w, officer, file)[0] for w in ("城西", "城东", "吉林市")]

        assert {row["label"] for row in found} == {"城西厂"}
        assert [row["found_by"] for row in found] == [
            Found.NAME.code,
            Found.FORMER_NAME.code,
            Found.REGION.code,
        ]
        assert index.called(file) == "城西厂"

    def test_where_it_moved_to(self, index: Index) -> None:
        """
        Moved, it is found by the new place and no longer by the old one.
        """
        file = self.enterprise(index)
        officer = officer_of(index.town.city)
        act = "change-enterprise-profile"

        index.town.do(act, file, by="first", region=controls.DISTRICT.code)
        (moved,) = index.found("昌邑区", officer, file)
        index.town.do(act, file, by="first", region=controls.COUNTY.code)
        (moved_again,) = index.found("永吉县", officer, file)

        assert moved["found_by"] == moved_again["found_by"] == Found.REGION.code
        assert moved["label"] == "城东（演示）Mill加工部"
        assert not index.found("昌邑区", officer, file)

    def test_by_the_offices_alone(self, index: Index) -> None:
        """
        The register is not everybody's to search.
        """
        file = self.enterprise(index)

        assert not index.found("城东", ANYBODY, file)


class TestImported:
    """
    Every kind of imported record is found by party, code and number.
    """

    PERMIT_NO = "（吉）WH安许证字〔2024〕1号"
    DECISION_NO = "吉市应急许决〔2024〕9号"

    def permitted(self, desk: ImportOffice) -> UUID:
        """
        Import a permit of the chemical works.
        """
        permit = PrintedPermit(self.PERMIT_NO, decision_no=self.DECISION_NO)
        row = desk.row(unit(WORKS), permit=permit, permit_texts=PermitTexts())
        del row["penalty"], row["texts"]
        return desk.does(record_imported_permit, by=desk.importer, **row)[0].file

    def spared(self, desk: ImportOffice) -> UUID:
        """
        Import a decision not to penalise the chemical works.
        """
        row = desk.row(unit(WORKS), non_penalty=NonPenalty.NOT_PENALISED)
        return desk.does(record_imported_non_penalty, by=desk.importer, **row)[0].file

    def listed(self, desk: ImportOffice) -> UUID:
        """
        Import an entry of an older black list.
        """
        entry = PrintedListEntry(ListGeneration.NOTICE_49)
        row = desk.row(unit(WORKS), entry=entry, list_texts=ListTexts())
        del row["penalty"], row["texts"]
        return desk.does(record_imported_list_entry, by=desk.importer, **row)[0].file

    @pytest.mark.parametrize(
        ("kind", "words"),
        [
            ("permitted", (WORKS.name, WORKS.uscc, PERMIT_NO, DECISION_NO)),
            ("spared", (WORKS.name, WORKS.uscc, NUMBER)),
            ("listed", (WORKS.name, WORKS.uscc)),
        ],
    )
    def test_by_what_it_says(
        self, tmp_path: Path, kind: str, words: tuple[str, ...]
    ) -> None:
        """
        The record is found by each of its own.
        """
        desk = import_office()
        record = getattr(self, kind)(desk)
        model = Search(tmp_path)
        model.apply(as_recorded(desk.office.facts))

        for each in words:
            rows = model.answer("search", Ask(officer_of(desk.city)), words=each).rows
            assert str(record) in {row["file"] for row in rows}, each


def test_a_permit_by_its_number(tmp_path: Path) -> None:
    """
    A permit of the register is found by its number, whoever issued it.
    """
    town = Town()
    (fact,) = town.do(
        "record-permit",
        enterprise=entered(town),
        permit_kind="安全生产许可证",
        permit_no="（演）危许〔2026〕7号",
        issuing_authority="演示省应急管理厅",
        valid_from=TODAY,
    )
    model = Search(tmp_path)
    model.apply(as_recorded(town.office.facts))

    rows = model.answer(
        "search", Ask(officer_of(town.city)), words="危许〔2026〕7"
    ).rows

    assert [row["file"] for row in rows] == [str(fact.file)]


def test_what_is_public(tmp_path: Path) -> None:
    """
    安全生产法78(2): what was made public is found by everybody, the record that it came
    from by the offices alone.
    """
    public = Public()
    model = Search(tmp_path)
    model.apply(as_recorded(public.desk.office.facts))

    for words in (WORKS.name, WORKS.uscc, NUMBER):
        rows = model.answer("search", Ask(ANYBODY), words=words).rows
        assert {row["file"] for row in rows} == {str(public.item)}
    rows = model.answer("search", Ask(officer_of(public.desk.city)), words=NUMBER).rows
    assert {row["file"] for row in rows} == {str(public.item), str(public.record)}


def test_corrected_since(tmp_path: Path) -> None:
    """
    安全生产法78(2): what was public and wrong finds nothing once it is corrected.
    """
    public = Public()
    right = "（演）应急罚〔2026〕99号"
    public.corrects_record(field=Field.DECISION_NO, new_plain=right)
    public.corrects()
    model = Search(tmp_path)
    model.apply(as_recorded(public.desk.office.facts))

    def found(words: str) -> set[Value]:
        rows = model.answer("search", Ask(ANYBODY), words=words).rows
        return {row["file"] for row in rows}

    assert found(right) == found(WORKS.name) == {str(public.item)}
    assert found(NUMBER) == set()


def test_a_document_by_its_number(tmp_path: Path) -> None:
    """
    A paper is found by a part of its number, and goes by it.
    """
    scene = Scene()
    paper = scene.do(
        "issue-document",
        None,
        about=scene.ordered(HazardLevel.ORDINARY),
        form=Form.RECTIFICATION_ORDER,
        addressees=(Addressee(enterprise=scene.enterprise),),
    )[-1]
    assert isinstance(paper, DocumentIssued)
    assert paper.number is not None
    vars(paper)["number"] = replace(paper.number, serial=12)
    model = Search(tmp_path)
    model.apply(as_recorded(scene.office.facts))

    rows = model.answer("search", Ask(officer_of(scene.bureau)), words="12号").rows

    assert [row["file"] for row in rows] == [str(paper.file)]
    assert model.called([str(paper.file)])[str(paper.file)][0].endswith("12号")


def test_up_to_its_last_day(tmp_path: Path) -> None:
    """
    公示期: everybody finds it up to the last day of the term that stands; the offices
    afterwards too.
    """
    public = Public()
    public.corrects(credit_class=CreditClass.SERIOUS, class_ground="严重")
    model = Search(tmp_path)
    model.apply(as_recorded(public.desk.office.facts))
    last = date(2029, 5, 20)

    def found(reader: Reader, day: date) -> bool:
        model.clock = SetClock(end_of(day))
        rows = model.answer("search", Ask(reader), words=NUMBER).rows
        return str(public.item) in {row["file"] for row in rows}

    after = last + timedelta(days=1)
    assert [found(ANYBODY, day) for day in (last, after)] == [True, False]
    assert found(officer_of(public.desk.city), after)
