"""
Official papers as PDF: what is on them, for whom, and that they never change.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from httpx2 import Response

from domain.base import FACTS
from domain.law.form_rules import RULES
from domain.law.forms import Form
from domain.law.masters import MASTERS as TABLE
from domain.law.masters import REMEDIES, SERVED
from domain.refusals import NoSuchCase
from infra import typesetting
from infra.transcoding import terms_of
from services.web.papers.drawing import MASTERS, Sheet, law_of, sheet_of
from services.web.papers.filling import Filling
from tests.contract.commandline.terminal import is_in_both_languages, run
from tests.e2e.papers import FORMS, Papers, pages_of, words_on
from tests.e2e.story import WORKS
from tests.e2e.telling import Teller

FONT = pytest.mark.needs("chinese-font")
ORDER = Form.RECTIFICATION_ORDER
ODD = (
    '"引号" [括号] #let x = 1 $x^2$ @ref <b>粗</b> \\ / // 注 */ {} `c` *a* _b_ ~ -- '
    "= 标题 + 1. é İ ß 𠮷 \u202e倒\u202c\x07" + "A" * 300 + "\n第二行"
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Papers]:
    """The story, every document of it issued."""
    teller = Teller(tmp_path_factory.mktemp("papers"))
    yield Papers(teller).whole()
    teller.house.close()


def sheet(story: Papers, file: str, login: str = "first") -> Sheet:
    """The paper of a file, as somebody sees it."""
    house, actor = story.teller.house, story.teller.people[login]
    reader = house.directory.reader(actor, story.teller.today)
    return sheet_of(house, reader, f"{file}/1")


def put(sheet: Sheet, topic: str, term: str, value: object) -> Sheet:
    """The same sheet, with something else in a term of the newest fact of a topic."""
    facts = [
        fact
        for file in _files(sheet).values()
        for fact in file["facts"]
        if fact["topic"] == topic
    ]
    facts[-1]["terms"][term] = value
    return sheet


def _files(sheet: Sheet) -> dict[str, Any]:
    found: Any = sheet.content["files"]
    return dict(found)


class TestMasters:
    def test_every_form_has_one(self) -> None:
        """
        Whatever can be issued can be printed; each template is of some master.
        """
        made = {each.form for each in TABLE if each.form is not None}
        templates = {path.stem for path in MASTERS.glob("*.typ")} - {"base"}

        assert made == set(RULES)
        assert {each.template for each in TABLE} == templates
        assert SERVED in {each.topic for each in TABLE}

    def test_follow_the_rules_of_their_forms(self) -> None:
        """
        A master stands in the form set that documents are issued by, with its number.
        """
        for each in TABLE:
            if each.form is not None:
                rule = RULES[each.form]
                assert (each.form_set, each.form_number) == (rule.form_set, rule.number)
                assert (set(REMEDIES) <= set(each.rules)) == rule.challenged

    @pytest.mark.parametrize(
        "path", sorted(MASTERS.glob("*.typ")), ids=lambda p: p.stem
    )
    def test_name_what_there_is(self, path: Path) -> None:
        """
        A template names topics that facts have, and terms that some fact has.
        """
        text = path.read_text()
        terms = {m.name for fact in FACTS.values() for m in terms_of(fact)}

        topics = re.findall(r'"([a-z-]+\.[a-z0-9-]+\.v\d+)"', text)
        named = re.findall(r'\bterm\([^",]+, "(\w+)"', text)

        assert set(topics) <= set(FACTS)
        assert set(named) <= terms

    @pytest.mark.parametrize(
        "path", sorted(MASTERS.glob("*.typ")), ids=lambda p: p.stem
    )
    def test_type_no_provision(self, path: Path) -> None:
        """
        No template has an article, or a period of the law, of its own.
        """
        text = path.read_text()

        assert not re.findall(
            r"第[一二三四五六七八九十百\d]+条|\d+\s*(?:日内|个月)", text
        )


@FONT
class TestOnPaper:
    @pytest.mark.parametrize("form", FORMS)
    def test_head_and_foot(self, story: Papers, form: Form) -> None:
        """
        Name of the body, title, number, addressee and day stand on it; there is ink.
        """
        paper = sheet(story, story.issued[form])

        read = words_on(paper)

        fact: Any = paper.content["fact"]
        assert form.zh in read
        assert fact["terms"]["number"] in read
        assert ("待核" in read) == RULES[form].unsure
        assert f"{WORKS}：" in read or not RULES[form].addressed
        assert "演示市应急管理局" in read
        assert "更名后" not in read
        assert re.search(r"2026年3月\d+日", read)
        assert all(page.ink() > 300 for page in pages_of(paper))

    def test_an_order(self, story: Papers) -> None:
        """
        安全生产法65: what, by when, under which law, by whom; both remedies.
        """
        read = words_on(sheet(story, story.issued[ORDER]))

        for said in (
            "1. 煤气柜与厂房的距离不足（部位：煤气柜）",
            "根据《中华人民共和国安全生产法》第六十五条的规定",
            "于2026年3月16日前（含当日）整改完毕",
            "整改要求：停用煤气柜并迁移。",
            "根据《中华人民共和国行政复议法》第二十条，可以自收到之日起60日内",
            "向演示市人民政府申请行政复议",
            "根据《中华人民共和国行政诉讼法》第四十六条，自收到之日起6个月内",
            "依法向演示区人民法院提起行政诉讼",
            "赵一",
            "证号：证-first",
        ):
            assert said in read

    def test_of_another_day_by_another_law(self, story: Papers) -> None:
        """
        What the tables of its day do not say is left open and marked, never today's.
        """
        told = law_of(REMEDIES, date(2023, 12, 31))
        paper = sheet(story, story.issued[ORDER])
        paper.content["law"] = told

        read = words_on(paper)

        assert list(told) == ["RM.suit"]
        assert "第二十条" not in read
        assert "法律规定的期限（待核）" in read
        assert "6个月内" in read

    def test_later_papers_name_the_order(self, story: Papers) -> None:
        """
        An answer and a re-inspection tell the number of the order that they follow.
        """
        order: Any = sheet(story, story.issued[ORDER]).content["fact"]
        number = order["terms"]["number"]

        for form in (Form.REINSPECTION_OPINION, Form.EXTENSION_REPLY):
            assert number in words_on(sheet(story, story.issued[form]))

    def test_a_receipt(self, story: Papers) -> None:
        """
        行政处罚法61: which paper, to whom, how, where, when, who took it, by whom.
        """
        read = words_on(sheet(story, story.service))

        for said in (
            *(
                "文书送达回执",
                ORDER.zh,
                WORKS,
                "直接送达",
                "厂部办公室",
                "2026年3月2日",
            ),
            *("何厂长", "与受送达人关系：厂长", "赵一", "钱二"),
        ):
            assert said in read

    def test_a_receipt_by_the_clock(self, story: Papers) -> None:
        """
        民事诉讼法95: where an announcement ran its time, the issuing body's receipt.
        """
        receipt = sheet(story, story.service)
        fact: Any = receipt.content["fact"]
        fact |= {"body": "", "person": "", "officers": []}

        read = words_on(receipt)

        assert "公告期满，系统自动记录" in read
        assert "演示市应急管理局" in read

    def test_a_demonstration(self, story: Papers) -> None:
        """
        演示 lies behind every page of a demonstration ledger, and behind no real one.
        """
        shown = sheet(story, story.issued[ORDER])
        (marked,) = pages_of(shown)
        shown.content["demonstration"] = False
        (real,) = pages_of(shown)

        assert marked.pale() > 5 * real.pale()

    def test_odd_texts(self, story: Papers) -> None:
        """
        A text is printed as it is, never read as markup, and stays on the page.
        """
        plain = sheet(story, story.issued[ORDER])
        odd = put(plain, "hazard.rectification-ordered.v1", "measures", ODD)

        read, pages = words_on(odd), pages_of(odd)

        assert (
            '"引号" [括号] #let x = 1 $x^2$ @ref <b>粗</b> \\ / // 注 */ {} `c`' in read
        )
        assert "A" * 300 in read
        assert not set("\u202e\u202c\x07") & set(read)
        assert sum(page.ink(beyond=0.89) for page in pages) == 0

    def test_a_sign_that_no_font_has(self, story: Papers) -> None:
        """
        It is left out, and the paper is no archive's; every other one is.
        """
        plain = sheet(story, story.issued[ORDER])
        odd = put(plain, "hazard.rectification-ordered.v1", "measures", "清理😀")

        pdf = odd.pdf()

        assert pdf.startswith(b"%PDF-")
        assert b"pdfaid:part" not in pdf

    def test_for_archives(self, story: Papers) -> None:
        """
        It is PDF/A-2a and PDF/UA-1, names its fact, and the fonts that it is set in.
        """
        paper = sheet(story, story.issued[ORDER])

        pdf = paper.pdf()

        for said in ("pdfaid:part", "pdfuaid:part", paper.fact, ORDER.zh):
            assert said.encode() in pdf
        assert typesetting.typeface().edition.encode() in pdf

    def test_what_is_not_the_readers(self, story: Papers) -> None:
        """
        D8: a personal value that the reader may not see is not on it.
        """
        house = story.teller.house
        first = house.directory.reader(story.teller.people["first"], story.teller.today)
        filling = Filling(house, first, position=house.ledger.recorder.head)
        (row, _), *_ = filling.rows(story.service)

        mine, hidden = (filling.fact(row, may=may) for may in (True, False))

        assert "何厂长" in str(mine)
        assert "何厂长" not in str(hidden)


@FONT
class TestNeverChanged:
    def test_the_same_bytes(self, story: Papers) -> None:
        """
        Drawn up again, for another who may see as much, it is the same.
        """
        for file in (*story.issued.values(), story.service):
            assert sheet(story, file).pdf() == sheet(story, file, "head").pdf()

    def test_in_another_process(self, story: Papers, tmp_path: Path) -> None:
        """
        ``shilu render`` writes the same bytes in processes of their own.
        """
        fact, outs = (
            f"{story.issued[ORDER]}/1",
            (tmp_path / "1.pdf", tmp_path / "2.pdf"),
        )

        for out in outs:
            words = ("render", fact, "--out", str(out), "--as", "first")
            assert run(*words, home=story.teller.home) == (0, "", "")

        assert {out.read_bytes() for out in outs} == {
            sheet(story, story.issued[ORDER]).pdf()
        }
        assert {path.name for path in tmp_path.iterdir()} == {"1.pdf", "2.pdf"}

    def test_whatever_comes_later(self, story: Papers) -> None:
        """
        Later facts, names and papers are not on it.
        """
        files = (*story.issued.values(), story.service)
        before = [sheet(story, file).pdf() for file in files]

        firm = story.done["register-enterprise"].file
        story.does("clerk", "rename-enterprise", firm, name="城西冶炼厂")
        story.issue(ORDER)

        assert [sheet(story, file).pdf() for file in files] == before

    def test_void(self, story: Papers) -> None:
        """
        A void paper says so across the page and on its head; one replaced likewise.
        """
        void, old = (story.issue(Form.SUPERVISION_NOTICE) for _ in range(2))
        valid = pages_of(sheet(story, void))

        story.does("first", "void-document", void, reason="文号有误")
        new = {"replacement": story.issued[Form.SUPERVISION_NOTICE]}
        story.does("first", "replace-document", old, reason="内容有误", **new)

        assert "本文书作废（2026年" in words_on(sheet(story, void))
        assert "理由：文号有误。" in words_on(sheet(story, void))
        assert "本文书已更换" in words_on(sheet(story, old))
        assert valid[0].red() == 0
        assert all(page.red() > 500 for page in pages_of(sheet(story, void)))


class TestNoSuchPaper:
    @pytest.mark.parametrize("login", ["foreign", "policeman"])
    def test_of_another(self, story: Papers, login: str) -> None:
        """
        D21: what is not theirs is not there.
        """
        with pytest.raises(NoSuchCase) as refusal:
            sheet(story, story.issued[ORDER], login)

        assert refusal.value.code == "no_such_fact"

    def test_of_a_fact_that_makes_none(self, story: Papers) -> None:
        """
        A hazard is no document.
        """
        with pytest.raises(NoSuchCase) as refusal:
            sheet(story, story.hazard)

        assert refusal.value.code == "makes_no_paper"


class TestPage:
    def path(self, file: str, query: str = "") -> str:
        """Where the paper of a file is."""
        return f"/enforcement/files/{file}/paper.pdf{query}"

    def page(self, story: Papers, login: str, path: str) -> Response:
        """What somebody is answered at the desk of enforcement."""
        actor = story.teller.people[login]
        posted = {
            "person": str(actor.person),
            "role": actor.role.code,
            "body": str(actor.body),
        }
        client = story.teller.client
        client.cookies.clear()
        client.post("/enforcement/sign-in", data=posted)
        return client.get(path, headers={"Accept": "text/html"})

    @FONT
    def test_of_a_document(self, story: Papers) -> None:
        """
        The document's page leads to its paper, which is given and noted.
        """
        file = story.issued[ORDER]

        access = story.teller.house.access
        before = len(access.who_looked(file=UUID(file)))

        given = self.page(story, "first", self.path(file, "?version=1"))
        looked = access.who_looked(file=UUID(file))
        shown = self.page(story, "first", f"/enforcement/files/{file}")

        assert self.path(file, "?version=1") in shown.text
        assert given.headers["content-type"] == "application/pdf"
        assert given.content == sheet(story, file).pdf()
        assert self.page(story, "first", self.path(file)).content == given.content
        assert len(looked) == before + 1
        assert "paper" in {each.what for each in looked}

    def test_where_there_is_none(self, story: Papers) -> None:
        """
        Neither a stranger, nor a file without a paper, nor a made-up version has one.
        """
        file = story.issued[ORDER]

        asked = (
            ("foreign", self.path(file)),
            ("first", self.path(story.hazard)),
            ("first", self.path(file, "?version=9")),
            ("first", self.path(file, "?version=x")),
        )

        assert {self.page(story, *each).status_code for each in asked} == {404}
        shown = self.page(story, "first", f"/enforcement/files/{story.hazard}")
        assert "paper.pdf" not in shown.text

    def test_without_a_font(
        self, story: Papers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        A machine without a Chinese font says in both languages how to get one.
        """
        monkeypatch.setattr(
            typesetting, "typeface", partial(typesetting.typeface, ("/nowhere",))
        )

        answer = self.page(story, "first", self.path(story.issued[ORDER]))

        assert answer.status_code == 503
        assert answer.text.count("apt-get install fonts-noto-cjk") == 2


class TestCommand:
    @pytest.mark.parametrize("fact", ["nothing", f"{UUID(int=7)}/1", "{hazard}/1"])
    def test_asked_wrongly(self, story: Papers, tmp_path: Path, fact: str) -> None:
        """
        What is no fact, or makes no paper, is said in both languages; nothing is
        written.
        """
        out = tmp_path / "paper.pdf"
        named = fact.format(hazard=story.hazard)

        code, _, said = run("render", named, "--out", str(out), home=story.teller.home)

        assert code == 2
        assert is_in_both_languages(said)
        assert not out.exists()

    @FONT
    def test_to_nowhere(self, story: Papers, tmp_path: Path) -> None:
        """
        A folder that is not there is said in both languages.
        """
        out = tmp_path / "none" / "paper.pdf"

        code, _, said = run(
            "render", f"{story.service}/1", "--out", str(out), home=story.teller.home
        )

        assert code == 1
        assert is_in_both_languages(said)
