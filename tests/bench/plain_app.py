"""
A plain application for comparison: FastAPI and SQLAlchemy, rows that are changed in
place, and a history table that every change is copied to.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel
from sqlalchemy import JSON, ForeignKey, create_engine, event, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    mapped_column,
    sessionmaker,
)

from infra.clock import SystemClock
from tests.bench.office import FINDING, FINDINGS_COUNT


class Base(DeclarativeBase):
    """
    Base of the tables.
    """


class Visit(Base):
    """
    A visit, with the number of its findings.
    """

    __tablename__ = "visits"

    id: Mapped[int] = mapped_column(primary_key=True)
    enterprise: Mapped[str]
    stage: Mapped[str]
    findings_count: Mapped[int] = mapped_column(default=0)


class Finding(Base):
    """
    A finding as it stands now.
    """

    __tablename__ = "findings"

    id: Mapped[int] = mapped_column(primary_key=True)
    visit: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    item_no: Mapped[int]
    description: Mapped[str]
    is_violation: Mapped[bool]
    area: Mapped[str]
    violation_code: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class History(Base):
    """
    What a row was made into, when and by whom.
    """

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    table: Mapped[str]
    row: Mapped[int] = mapped_column(index=True)
    what: Mapped[str]
    values: Mapped[dict[str, object]] = mapped_column(JSON)
    by: Mapped[str]
    at: Mapped[datetime]


class Given(BaseModel):
    """
    A finding as it comes in.
    """

    description: str
    is_violation: bool
    area: str
    violation_code: str = ""


class Made(BaseModel):
    """
    A finding as it is answered.
    """

    id: int
    item_no: int


def engine_at(path: Path) -> Engine:
    """
    Open a database whose commits are as safe as those of our ledger.
    """
    engine = create_engine(f"sqlite:///{path}")

    def make_safe(connection: sqlite3.Connection, record: object) -> None:
        del record
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    event.listen(engine, "connect", make_safe)
    Base.metadata.create_all(engine)
    return engine


def add_finding(session: Session, visit: Visit, given: Given, *, by: str) -> Finding:
    """
    Add a finding to a visit, and copy it to the history.
    """
    now = SystemClock().now()
    visit.findings_count += 1
    found = Finding(
        visit=visit.id,
        item_no=visit.findings_count,
        by=by,
        at=now,
        **given.model_dump(),
    )
    session.add(found)
    session.flush()
    values = {"visit": visit.id, "item_no": found.item_no, **given.model_dump()}
    session.add(
        History(
            table="findings", row=found.id, what="insert", values=values, by=by, at=now
        )
    )
    return found


def fill(engine: Engine, count: int) -> None:
    """
    Have some records in it already.
    """
    given = Given.model_validate(FINDING)
    with Session(engine) as session:
        for number in range(1, count // FINDINGS_COUNT + 2):
            visit = Visit(enterprise=f"演示第{number}冶炼厂", stage="opened")
            session.add(visit)
            session.flush()
            for _ in range(FINDINGS_COUNT):
                add_finding(session, visit, given, by="first")
        session.commit()


def create_app(engine: Engine) -> FastAPI:
    """
    Make the application.
    """
    app = FastAPI()
    sessions = sessionmaker(engine)

    def post_finding(visit: int, given: Given) -> Made:
        """
        Take a finding in.
        """
        with sessions() as session:
            found = session.get(Visit, visit)
            if found is None or found.stage != "opened":
                raise HTTPException(404)
            made = add_finding(session, found, given, by="first")
            session.commit()
            return Made(id=made.id, item_no=made.item_no)

    def counted() -> dict[str, int]:
        """
        Count the records.
        """
        with sessions() as session:
            counts: Iterable[int | None] = (
                session.scalar(select(func.count()).select_from(table))
                for table in (Visit, Finding, History)
            )
            names = ("visits", "findings", "history")
            return {n: c or 0 for n, c in zip(names, counts, strict=True)}

    app.add_api_route("/visits/{visit}/findings", post_finding, methods=["POST"])
    app.add_api_route("/livez", counted)
    return app
