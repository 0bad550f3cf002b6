"""
Drawing up a paper (文书制作): a fact, its master and what both need, as a PDF.

The paper says what the fact renders, as it stood and was known then; only what later
became of the paper itself, voided or replaced, is added.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

import orjson

from domain.law.citing import cited
from domain.law.dated import Confidence
from domain.law.deadlines import rule_on
from domain.law.form_rules import RULES
from domain.law.forms import Form, FormSet
from domain.law.masters import Master, master_of
from domain.law.rule import Period
from domain.law.silence import LawSilent
from domain.law.surcharge import DAILY_PERCENT, PROVISION
from domain.refusals import NoSuchCase
from domain.values import Choice
from infra.questions import Ask, Reader
from infra.typesetting import typeset
from services.web import labels
from services.web.house import House
from services.web.papers.filling import Filling, Record, Row, names_in

MASTERS = Path(__file__).parent / "masters"

C = TypeVar("C", bound=Choice)

#: The question that lists the papers about a file.
PAPERS = "documents"


@dataclass(frozen=True)
class Sheet:
    """
    A paper, ready to be set.

    Args:
        fact: The fact that makes it.
        file: The file of that fact.
        template: Its master's template.
        content: What it says.
        at: The moment that it names as its own.
    """

    fact: str
    file: UUID
    template: Path
    content: Record
    at: datetime

    @property
    def stem(self) -> str:
        """
        What a file with the paper is called.
        """
        return f"{self.template.stem}-{self.fact[:8]}"

    def pdf(self) -> bytes:
        """
        Set it.

        Raises:
            FontMissing: If this machine has no Chinese font.
        """
        return typeset(self.template, self.content, at=self.at)


def has_paper(row: Row) -> bool:
    """
    Whether a fact makes a paper.

    Args:
        row: Its row in the trace.
    """
    return _master_of(row) is not None


def sheet_of(house: House, reader: Reader, fact: str) -> Sheet:
    """
    Gather what the paper of a fact says.

    Args:
        house: Where facts and personal values are.
        reader: Who reads it; personal values are on it only for whoever may see them.
        fact: Id of the fact, ``<file>/<version>``.

    Raises:
        NoSuchCase: If there is no such fact for the reader, or it makes no paper.
    """
    stored = house.ledger.recorder.fact(fact)
    if stored is None:
        raise NoSuchCase("no_such_fact", under="", fact=fact)
    file = str(stored.originator_id)
    filling = Filling(house, reader, position=stored.position)
    own = filling.rows(file, later=True)
    row, may = next(
        ((row, may) for row, may in own if row["position"] == stored.position),
        ({}, False),
    )
    if not row:
        raise NoSuchCase("no_such_fact", under="", fact=fact)
    master = _master_of(row)
    if master is None:
        raise NoSuchCase("makes_no_paper", under="", fact=fact)
    said = orjson.loads(str(row["terms"]))
    subject = str(said.get("about") or said.get("document"))
    day = str(row["day"])
    papers = _papers_about(house, reader, subject, day=day) if "about" in said else []
    files = filling.files((file, subject, *papers), day=day)
    content: Record = {
        **_of_master(master, date.fromisoformat(day)),
        "fact": filling.fact(row, may=may),
        "hash": hashlib.sha256(stored.stored).hexdigest()[:16],
        "later": [
            filling.fact(each, may=may)
            for each, may in own
            if int(each["position"] or 0) > stored.position
        ],
        "subject": subject,
        "papers": [each for each in papers if each in files and each != file],
        "files": files,
        **_words_of(files, subject, set(said.get("renders", ()))),
        "demonstration": house.ledger.demonstration,
    }
    at = datetime.fromisoformat(str(row["recorded_at"]))
    template = MASTERS / f"{master.template}.typ"
    return Sheet(fact, UUID(file), template, content, at)


def _master_of(row: Row) -> Master | None:
    said = orjson.loads(str(row["terms"]))
    day = date.fromisoformat(str(row["day"]))
    form, form_set = said.get("form"), said.get("form_set")
    return master_of(
        str(row["topic"]),
        _chosen(Form, form) if form else None,
        _chosen(FormSet, form_set) if form_set else None,
        day=day,
    )


def _chosen(kind: type[C], code: object) -> C | None:
    return next((each for each in kind if each.code == code), None)


def _of_master(master: Master, day: date) -> Record:
    """
    Say which form it is, and what the law of that day told.
    """
    rule = RULES.get(master.form) if master.form else None
    return {
        "title": master.title,
        "form_set": master.form_set.zh,
        "form_number": master.form_number,
        "unsure": master.unsure or (rule is not None and rule.unsure),
        "challenged": rule is not None and rule.challenged,
        "law": law_of(master.rules, day),
    }


def _words_of(files: Record, subject: str, renders: set[str]) -> Record:
    """
    Label the facts that a paper renders, and their terms, in Chinese.
    """
    about = cast("dict[str, list[Record]]", files.get(subject, {"facts": []}))
    facts = [each for each in about["facts"] if each["id"] in renders]
    names = {name for each in facts for name in names_in(each["terms"])}
    topics = {str(each["topic"]) for each in facts}
    return {
        "labels": {name: labels.term(name).zh for name in names},
        "topics": {topic: labels.fact(topic).zh for topic in topics},
    }


def law_of(rules: Iterable[str], day: date) -> Record:
    """
    Give the periods that a paper tells, as they stood on its day; where the tables know
    of none, there is none.
    """
    told: Record = {}
    for rule_id in rules:
        try:
            rule = rule_on(rule_id, day)
        except LawSilent:
            continue
        if isinstance(rule.period, Period):
            told[rule_id] = {
                "period": rule.period.zh,
                "cited": cited(rule.provision.partition(";")[0]),
                "unsure": rule.confidence is Confidence.UNSURE,
            }
    if "PN.pay" in told:
        told["surcharge"] = {
            "percent": DAILY_PERCENT,
            "cited": cited(PROVISION.partition(";")[0]),
        }
    return told


def _papers_about(house: House, reader: Reader, about: str, *, day: str) -> list[str]:
    """
    List the documents about a file that the reader sees, in order.
    """
    if reader.role not in house.question(PAPERS).by:
        return []
    ask = Ask(reader, as_of=date.fromisoformat(day), limit=500)
    pages = house.pages(PAPERS, ask, about=UUID(about))
    rows: list[Mapping[str, object]] = [row for page in pages for row in page.rows]
    return [str(row["id"]) for row in rows]


def papers_in(rows: Iterable[Row]) -> list[str]:
    """
    List the facts that make papers, by id, in order.

    Args:
        rows: Of a file, from the trace.
    """
    return [str(row["fact"]) for row in rows if has_paper(row)]
