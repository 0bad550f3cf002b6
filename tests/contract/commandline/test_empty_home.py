"""
An empty home: opened as a demonstration ledger without data, in which people can work.
"""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import orjson
import pytest

from domain.base import WITHOUT_PERSON, Actor, Role
from domain.body.file import Body
from domain.codes import make_uscc_of
from domain.procedures.standing import Standing
from domain.values import day_of
from infra.clock import SystemClock
from infra.ledger import LEDGER, Ledger, Request
from services.commandline.demonstration import MARK, POSTS, holds_only_its_founding
from services.commandline.homes import ASKED_WRONGLY, DONE
from services.commandline.main import main
from services.web.house import House
from tests.contract.imports.city import penalty
from tests.contract.imports.test_kinds import firm, listed
from tests.contract.tables.papers import Cell, csv_file, sheet_of
from tests.e2e.story import USCC, WORKS, Story
from tests.e2e.telling import Teller

#: Provinces from the north, the south, the west and the east.
PROVINCES = ("230102", "440103", "650102", "310101", "540102")
#: What people of the story are called, and what their accounts are here.
LOGINS = {
    "first": "officer",
    "second": "officer-2",
    "third": "officer-3",
    "head": "head",
    "principal": "principal-head",
    "clerk": "clerk",
    "importer": "importer",
    "discloser": "disclosure-officer",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A home that is not even a folder yet.
    """
    home = tmp_path / "home"
    monkeypatch.setenv("SHILU_HOME", str(home))
    return home


def head_of(home: Path) -> int:
    """
    Say how many facts a home holds.
    """
    ledger = Ledger(home, law=Standing())
    try:
        return ledger.recorder.head
    finally:
        ledger.close()


def people(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """
    Ask the command who is there.
    """
    capsys.readouterr()
    assert main(("people", "--json")) == DONE
    told: list[dict[str, str]] = orjson.loads(capsys.readouterr().out)
    return told


class TestOpened:
    def test_it_says_so_once(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        That the ledger is an empty demonstration is said in both languages, when it is
        opened and not again.
        """
        assert main(("people",)) == DONE
        first = capsys.readouterr()
        assert main(("people",)) == DONE
        second = capsys.readouterr()

        assert "演示账本（无数据）" in first.err
        assert "demonstration ledger without data" in first.err
        assert str(home) in first.err
        assert not second.err
        assert second.out == first.out

    @pytest.mark.usefixtures("home")
    def test_somebody_is_in_every_post(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Each role that a person can hold is held by somebody, whose name says that it
        is invented, and for whom a token can be had.
        """
        found = people(capsys)

        assert {each["role"] for each in found} == {
            role.code for role in Role if role not in WITHOUT_PERSON
        }
        assert main(("people",)) == DONE
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == len(POSTS)
        assert all(line.count(MARK) == 2 for line in lines)
        for each in found:
            assert main(("token", each["login"])) == DONE

    @pytest.mark.usefixtures("home")
    def test_once_by_two_processes(self) -> None:
        """
        Two processes that open the same empty home found it once.
        """
        words = [sys.executable, "-m", "services.commandline.main", "people", "--json"]
        both = [
            subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        said = [process.communicate() for process in both]

        assert [process.returncode for process in both] == [DONE, DONE]
        assert sum("without data" in err for _, err in said) == 1
        assert said[0][0] == said[1][0]
        assert len(orjson.loads(said[0][0])) == len(POSTS)

    def test_one_that_was_only_opened(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A demonstration ledger of earlier, opened and nothing else, gets its people too.
        """
        house = House(home)
        terms = {
            "deployment": str(house.ledger.deployment),
            "name": "演示账本",
            "region": "000000",
            "demonstration": True,
        }
        key = "open-ledger"
        house.perform(Request(key, Actor(Role.OPERATOR), key, terms, channel="cli"))
        house.close()

        assert len(people(capsys)) == len(POSTS)

    def test_another_ledger_is_left_alone(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A ledger that somebody opened otherwise is not founded.
        """
        house = House(home)
        terms = {"name": "演示市", "region": "230100", "demonstration": True}
        named = {"deployment": "tests", **terms}
        house.perform(Request("open-ledger", Actor(Role.OPERATOR), "mine", named))
        house.close()

        assert people(capsys) == []
        assert head_of(home) == 1


class TestWork:
    def test_from_the_visit_to_the_end_of_the_hazard(self, home: Path) -> None:
        """
        The bureau has what its acts need: certificates, powers and rules. A visit, an
        order with a number, supervision and striking off go through.
        """
        assert main(("people",)) == DONE
        story = Story(Teller(home))
        teller, house = story.teller, story.teller.house
        teller.clock.moment = house.ledger.facts()[-1].timestamp
        house.catch_up()
        posts = {post.login: post for post in house.directory.posts_on(teller.today)}
        teller.people |= {name: posts[login].actor for name, login in LOGINS.items()}
        story.bodies["bureau"] = str(posts["clerk"].body)
        item = {"basis": "安全生产法36", "mandatory": True, "violation_code": "V1"}
        items = [{"checklist_item": n, "text": "完好", **item} for n in ("01", "02")]
        story.does("clerk", "publish-checklist-version", name="检查表", items=items)
        firm = {"name": WORKS, "region": "220200", "uscc": USCC}
        story.does("first", "register-enterprise", **firm)

        story.inspect()
        story.order()
        story.supervise()
        story.rectify()
        story.strike_off()

        (number,) = story.done["issue-document"].numbers
        assert number.startswith("（演）应急")
        house.close()


def penalty_in(region: str, number: int) -> dict[str, Cell]:
    """
    Give a penalty on a party of some province, decided long ago.
    """
    code = make_uscc_of("91", region, f"MA{number:06}")
    return penalty(number, code=code, decided="2020/5/20", public="2021/5/20")


class TestImport:
    @pytest.mark.usefixtures("home")
    def test_penalties_of_any_province(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        The importer need not be named, and rows come from anywhere in the country.
        """
        rows = [penalty_in(r, n) for n, r in enumerate(PROVINCES, start=1)]
        path = csv_file(tmp_path / "a.csv", sheet_of(*rows))

        assert main(("import", "penalties", str(path))) == DONE
        assert f"接受 {len(PROVINCES)}，重复 0，退回 0" in capsys.readouterr().out

    @pytest.mark.usefixtures("home")
    def test_other_kinds(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        So do enterprises and entries of a list, which are then found.
        """
        firms = csv_file(tmp_path / "f.csv", sheet_of(firm(1), firm(2)))
        entries = csv_file(tmp_path / "l.csv", sheet_of(listed(1)))

        assert main(("import", "enterprises", str(firms))) == DONE
        assert main(("import", "blacklist", str(entries))) == DONE
        said = capsys.readouterr().out
        assert "接受 2，重复 0，退回 0" in said
        assert "接受 1，重复 0，退回 0" in said
        assert main(("trace", str(firm(1)["统一社会信用代码"]))) == DONE

    def test_file_that_cannot_be_used(
        self, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        It is refused before anything else: nothing is even opened for it.
        """
        path = tmp_path / "noise.csv"
        path.write_bytes(bytes(range(256)) * 8)

        assert main(("import", "penalties", str(path))) == ASKED_WRONGLY
        assert "binary" in capsys.readouterr().err
        assert not home.exists()

    def test_no_question_about_the_importer(
        self, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        In a real ledger too, where the importer must be named, the file comes first.
        """
        assert main(("init", *REAL)) == DONE
        noise, rows = tmp_path / "noise.csv", tmp_path / "rows.csv"
        noise.write_bytes(bytes(range(256)) * 8)
        csv_file(rows, sheet_of(penalty_in("230102", 1)))
        capsys.readouterr()

        assert main(("import", "penalties", str(noise))) == ASKED_WRONGLY
        assert "--as" not in capsys.readouterr().err
        head = head_of(home)
        assert main(("import", "penalties", str(rows))) == ASKED_WRONGLY
        assert "--as" in capsys.readouterr().err
        assert head_of(home) == head


def line_of(home: Path, body: str) -> list[str]:
    """
    Name a body and those above it.
    """
    names: list[str] = []
    above: UUID | None = UUID(body)
    today = day_of(SystemClock().now())
    ledger = Ledger(home, law=Standing())
    while above is not None:
        found = ledger.read(above)
        assert isinstance(found, Body)
        names.append(found.identity_on(today).name)
        above = found.parent_on(today)
    ledger.close()
    return names


#: A real ledger, as the command is told of it.
REAL = (
    *("--deployment", "演示市实录", "--region", "230100", "--body", "演示市应急管理局"),
    *("--region-word", "演", "--review-body", "演示市人民政府"),
    *("--court", "演示区人民法院", "--person", "wen:文静:clerk,head"),
)


class TestInit:
    def test_a_real_ledger(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        It goes the same road, without the mark, and its people hold their posts.
        """
        assert main(("init", *REAL)) == DONE

        assert {(p["login"], p["role"]) for p in people(capsys)} == {
            ("wen", "clerk"),
            ("wen", "head"),
        }
        ledger = Ledger(home, law=Standing())
        assert not ledger.demonstration
        assert not holds_only_its_founding(ledger)
        ledger.close()

    def test_what_is_wrong_leaves_nothing(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Without a clerk, or with an unknown region, nothing is opened; put right, it is.
        """
        no_clerk = [word.replace("clerk,head", "head") for word in REAL]
        elsewhere = [word.replace("230100", "999999") for word in REAL]

        assert main(("init", *no_clerk)) == ASKED_WRONGLY
        assert not (home / LEDGER).exists()
        assert main(("init", *elsewhere)) != DONE
        assert "999999" in capsys.readouterr().err
        assert head_of(home) == 0
        assert main(("init", *REAL)) == DONE

    def test_more_bodies(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Further bodies stand below the first or below each other, with their people.
        """
        more = (
            *("--more-body", "dongli:东区应急管理局:county:230102"),
            *("--more-body", "xiang:甲镇安监站:township:230102:dongli"),
            *("--person", "zhang:张三:clerk,officer@dongli"),
            *("--person", "li:李四:officer@xiang"),
        )

        assert main(("init", *REAL, *more)) == DONE

        assert {
            (p["login"], p["role"], *line_of(home, p["body"])) for p in people(capsys)
        } == {
            ("wen", "clerk", "演示市应急管理局"),
            ("wen", "head", "演示市应急管理局"),
            ("zhang", "clerk", "东区应急管理局", "演示市应急管理局"),
            ("zhang", "officer", "东区应急管理局", "演示市应急管理局"),
            ("li", "officer", "甲镇安监站", "东区应急管理局", "演示市应急管理局"),
        }

    @pytest.mark.parametrize(
        "more",
        [
            ("--more-body", "dongli:东区应急管理局:county"),
            ("--more-body", "dongli:东区应急管理局:县级:230102"),
            ("--more-body", "dongli:东区应急管理局:county:230102:nowhere"),
            ("--more-body", "body:东区应急管理局:county:230102"),
            ("--person", "zhang:张三:clerk@nowhere"),
        ],
        ids=["too short", "no such level", "nobody above", "twice", "no such body"],
    )
    def test_more_bodies_wrongly(
        self, home: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, str]
    ) -> None:
        """
        What is wrong is quoted, and nothing is opened.
        """
        assert main(("init", *REAL, *more)) == ASKED_WRONGLY

        assert more[1] in capsys.readouterr().err
        assert not (home / LEDGER).exists()

    def test_only_in_an_empty_home(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A ledger that is there stays.
        """
        assert main(("people",)) == DONE
        head = head_of(home)

        assert main(("init", *REAL)) == ASKED_WRONGLY
        assert "SHILU_HOME" in capsys.readouterr().err
        assert head_of(home) == head
