"""
Facts that read models are tested with, as a ledger would hand them over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from domain.base import Fact
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.parties import Addressee
from domain.service.file import Way
from domain.values import Personal
from infra.read_model import MODELS, ReadModel
from infra.tables_of_rows import Value
from infra.timelines import UNCLOSED, Timeline
from tests.cases.scene import MONDAY, SIGNER, UNTIL, Scene, moment

Row = tuple[Value, ...]

SUBJECT = UUID(int=1)


def as_recorded(facts: Iterable[Fact]) -> list[Fact]:
    """
    Give facts of an office the positions that a ledger would have given them.
    """
    recorded = list(facts)
    for position, fact in enumerate(recorded, start=1):
        terms = {name: named(value) for name, value in vars(fact).items()}
        vars(fact).update(terms, position=position)
    return recorded


def named(value: object) -> object:
    """
    Give every personal value a subject, as the ledger's door does.
    """
    if isinstance(value, Personal):
        return value if value.subject else value.of(SUBJECT)
    if isinstance(value, tuple):
        return tuple(named(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        given = {f.name: named(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **given)
    return value


def city() -> list[Fact]:
    """
    Tell what happened in a small city, late and corrected facts among it.
    """
    scene = Scene("000")
    scene.approved()
    first, scene.enterprise = scene.enterprise, scene.another_enterprise()
    major = scene.accepted()
    verifiers = (4,)
    scene.do(
        "verify-hazard", major, by=scene.officer(3), officers=verifiers, opinion="合格"
    )
    scene.do("delist-hazard", major, by=scene.chief, opinion="已消除")
    scene.enterprise = scene.another_enterprise("城南水泥厂")
    paper = scene.do(
        "issue-document",
        None,
        about=scene.ordered(HazardLevel.ORDINARY),
        form=Form.RECTIFICATION_ORDER,
        addressees=(Addressee(enterprise=scene.enterprise),),
    )[-1].file
    scene.do(
        "serve-document",
        None,
        document=paper,
        addressee_no=1,
        way=Way.DIRECT,
        recipient=SIGNER,
        place="厂区",
    )
    scene.day = MONDAY + timedelta(days=1)
    late = moment(MONDAY, 9)
    renamed = {"name": "城东冶炼有限公司", "by": scene.clerk, "said_at": late}
    scene.do("rename-enterprise", first, **renamed)
    scene.do(
        "apply-extension",
        scene.ordered(HazardLevel.ORDINARY),
        by=scene.clerk,
        reason="设备未到",
        asked_until=UNTIL + timedelta(days=10),
    )
    return as_recorded(scene.office.facts)


def model_of(name: str, folder: Path) -> ReadModel:
    """
    Make an empty read model.
    """
    return MODELS[name](folder)


def fed(name: str, folder: Path, facts: Sequence[Fact], *, batch: int) -> ReadModel:
    """
    Make a read model and feed it in batches.
    """
    model = model_of(name, folder)
    for start in range(0, len(facts), batch):
        model.apply(facts[start : start + batch])
    return model


def standing(
    model: ReadModel, timeline: Timeline, *, day: str, position: int
) -> list[Row]:
    """
    Give the rows that stood on a day as known at a position, without the axis of
    knowledge itself.
    """
    names = [n for n in timeline.rows.names if not n.startswith("known_")]
    chosen = ", ".join(f'"{n}"' for n in names)
    return model.store.reading.execute(
        f'SELECT {chosen} FROM "{timeline.name}" '  # noqa: S608  declared names
        "WHERE valid_from <= :day AND valid_until > :day "
        "AND known_from <= :position AND known_until > :position "
        f'ORDER BY "{timeline.key.name}"',
        {"day": day, "position": min(position, UNCLOSED - 1)},
    ).fetchall()
