"""
Files that somebody else kept (导入文件): penalties, permits and a black list, taken in
row by row as printed, with what is doubtful about them.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from typing import Final
from uuid import UUID

import orjson

from domain.base import Actor
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Done, Story

_LAYOUT: Final = "penalties/shuanggongshi-2018"

_VIOLATIONS: Final = (
    (
        "未按规定设置安全警示标志",
        "在有较大危险因素的设备上未设置明显的安全警示标志",
        "安全生产法99(1)",
        2_000_000,
    ),
    (
        "未如实记录教育培训情况",
        "未如实记录安全生产教育和培训情况",
        "安全生产法97(4)",
        3_000_000,
    ),
    (
        "特种作业人员无证上岗",
        "一名焊工未取得特种作业操作证上岗作业",
        "安全生产法97(7)",
        1_500_000,
    ),
    (
        "未对安全设备进行经常性维护保养",
        "除尘系统未按规定维护、保养和定期检测",
        "安全生产法99(3)",
        4_000_000,
    ),
)


@dataclass
class Imported:
    """
    What came of an imported penalty.

    Args:
        record: Its file.
        firm: The firm that it was linked to; none if the party is held.
    """

    record: UUID
    firm: Firm | None


@dataclass
class Import:
    """
    A file while its rows are taken in.

    Args:
        city: The city.
        story: Told in this one.
        kind: Code of what it holds.
        content: Its bytes.
        run: The import, once it is started.
        count: Rows taken in.
        records: The penalties among them.
    """

    city: City
    story: Story
    kind: str
    content: bytes
    run: UUID | None = None
    count: int = 0
    records: list[Imported] = field(default_factory=list)

    @property
    def importer(self) -> Actor:
        """
        Who imports.
        """
        return self.city.offices["importer-sun"]

    @property
    def layout(self) -> str:
        """
        By which table it was read.
        """
        return _LAYOUT if self.kind == "penalties" else f"{self.kind}/published"

    def start(self) -> None:
        """
        Do what starts it.
        """
        done = self.story.do(
            "start-import",
            self.importer,
            import_kind=self.kind,
            file_sha256=sha256(self.content).hexdigest(),
            size=len(self.content),
            layout=self.layout,
            encoding="utf-8",
            unit="wan" if self.kind == "penalties" else None,
            unit_source="file" if self.kind == "penalties" else None,
        )
        self.run = done.file

    def take(self, act: str, cells: dict[str, str], **terms: object) -> Done:
        """
        Do what takes a row in.

        Args:
            act: Its name.
            cells: The row as printed.
            terms: What it says.
        """
        self.count += 1
        return self.story.do(
            act,
            self.importer,
            origin={"run": self.run, "row_no": self.count + 2, "layout": self.layout},
            row=orjson.dumps(cells).decode(),
            more=terms,
        )

    def complete(self) -> None:
        """
        Do what completes it; a title and a header were skipped.
        """
        self.story.do(
            "complete-import",
            self.importer,
            file=self.run,
            counts={
                "read": self.count,
                "accepted": self.count,
                "duplicate": 0,
                "rejected": 0,
                "skipped": 2,
            },
        )


def printed(rows: list[dict[str, str]]) -> bytes:
    """
    Write the rows of a file as they were published.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    text = "\n".join(",".join(line) for line in lines)
    return f"行政处罚信息公示（演示）\n{text}\n".encode()


# -- penalties ------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """
    A row of penalties.

    Args:
        cells: As printed.
        party: The party.
        authority: The authority.
        decision: What was decided.
        texts: In words.
        firm: Whose it is, if it can be linked by its code.
    """

    cells: dict[str, str]
    party: dict[str, object]
    authority: dict[str, object]
    decision: dict[str, object]
    texts: dict[str, object]
    firm: Firm | None


def penalty_row(
    city: City,
    rng: Random,
    nth: int,
    *,
    decided_on: date,
    party: dict[str, object],
    firm: Firm | None = None,
) -> Row:
    """
    Make a row of the city bureau's own penalties.

    Args:
        city: The city.
        rng: The dice.
        nth: Which of the file's rows.
        decided_on: Day of the decision.
        party: The party.
        firm: Whose it is, if it can be linked by its code.
    """
    sort, fact, basis, fine = rng.choice(_VIOLATIONS)
    own = city.offices.named("city")
    number = f"（哈）应急罚〔{decided_on.year}〕演示{nth}号"
    content = f"罚款人民币{fine / 1_000_000:g}万元"
    cells = {
        "行政相对人名称": str(party.get("party_name") or party.get("party_person")),
        "统一社会信用代码": str(party.get("uscc", "")),
        "行政处罚决定书文号": number,
        "违法行为类型": sort,
        "处罚类别": "罚款",
        "罚款金额（万元）": f"{fine / 1_000_000:g}",
        "处罚决定日期": decided_on.isoformat(),
        "处罚机关": own.name,
    }
    publicity = {"until_on": decided_on + timedelta(days=365)}
    return Row(
        cells,
        party,
        {"authority_name": own.name, "authority_code": own.uscc},
        {
            "decision_no": number,
            "kinds": ("fine",),
            "decided_on": decided_on,
            "fine_fen": fine,
            "publicity": publicity,
        },
        {
            "violation_type": sort,
            "violation_fact": fact,
            "legal_basis": basis,
            "penalty_content": content,
        },
        firm,
    )


def party_of(firm: Firm) -> dict[str, object]:
    """
    Print a firm as the party of a row, with its code.
    """
    return {"party_class": "unit", "party_name": firm.name, "uscc": firm.uscc}


def taken_in(run: Import, rows: list[Row]) -> Telling:
    """
    Tell how the rows of a file of penalties are taken in.
    """
    run.start()
    for row in rows:
        yield run.story.now + timedelta(seconds=1)
        terms: dict[str, object] = {
            "party": row.party,
            "authority": row.authority,
            "penalty": row.decision,
            "texts": row.texts,
        }
        act = "record-imported-penalty"
        if not row.decision["kinds"]:
            act = "record-imported-non-penalty"
            terms["non_penalty"] = "not_penalised"
        done = run.take(act, row.cells, **terms)
        run.records.append(Imported(done.file, row.firm))
    yield run.story.now + timedelta(seconds=2)
    run.complete()
