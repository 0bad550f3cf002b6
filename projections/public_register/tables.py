"""
The tables of the public register (双公示的表).
"""

from domain.closure.choices import ClosureGround
from domain.inspection.choices import Outcome
from domain.law.credit_classes import CreditClass
from domain.law.list_grounds import ListGround
from domain.printed import ListColour, PartyClass
from domain.publication.file import (
    Channel,
    Stage,
    WithdrawalGround,
)
from domain.publication.result import ResultKind
from infra.lapses import Lapse
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

#: The free texts of a penalty.
TEXTS = (
    "violation_type",
    "violation_fact",
    "legal_basis",
    "penalty_content",
    "kinds_printed",
    "licence_affected",
    "remark",
)

#: The texts of a result of enforcement.
RESULT_TEXTS = ("result_text", "visits", "override_reason")

#: What else of one is taken away with it.
AMOUNTS = (
    "fine_fen",
    "confiscated_fen",
    "kinds",
    "list_ground",
    "outcome",
    "closure_ground",
    "violations_count",
    "pool_sha256",
    "seed_commitment",
    "commitment_sha256",
    "seed",
    *RESULT_TEXTS,
)

ITEMS = Timeline(
    "items",
    (
        Column("party_name"),
        Column("party_class", "choice", choices=PartyClass),
        Column("uscc"),
        Column("reg_no"),
        Column("org_code"),
        Column("decision_no"),
        Column("violation_type", "sealed"),
        Column("violation_fact", "sealed"),
        Column("legal_basis", "sealed"),
        Column("kinds"),
        Column("kinds_printed", "sealed"),
        Column("penalty_content", "sealed"),
        Column("fine_fen", "fen"),
        Column("confiscated_fen", "fen"),
        Column("licence_affected", "sealed"),
        Column("remark", "sealed"),
        Column("decided_on", "day"),
        Column("penalty_until", "day", term="valid_until"),
        Column("open_ended", "flag"),
        Column("public_until", "day"),
        Column("authority_name"),
        Column("authority_code"),
        Column("source_name"),
        Column("source_code"),
        Column("channel", "choice", choices=Channel),
        Column("credit_class", "choice", choices=CreditClass),
        Column("stage", "choice", choices=Stage),
        Column("published_on", "day"),
        Column("corrected_on", "day"),
        Column("withdrawn_on", "day"),
        Column("withdrawal_ground", "choice", choices=WithdrawalGround),
        Column("reasons"),
        Column("enterprise", "file"),
        Column("record", "file"),
        Column("penalty", "file"),
        Column("objected", "flag"),
        Column("entry", "file"),
        Column("colour", "choice", choices=ListColour),
        Column("list_ground", "choice", choices=ListGround),
        Column("result_kind", "choice", choices=ResultKind),
        Column("result_text", "sealed"),
        Column("outcome", "choice", choices=Outcome),
        Column("closure_ground", "choice", choices=ClosureGround),
        Column("violations_count", "whole"),
        Column("until_on", "day"),
        Column("pool_sha256"),
        Column("seed_commitment"),
        Column("commitment_sha256"),
        Column("seed"),
        Column("visits"),
        Column("override_reason", "sealed"),
    ),
    indexes=(("enterprise",), ("record",), ("penalty",), ("entry",)),
    orders=(Order(("-decided_on",)), Order(("published_on",))),
)

#: What a row of an import says of its party besides name and code.
PARTIES = Table(
    "parties",
    (Column("record", "file"),),
    (Column("party_class"), Column("reg_no"), Column("org_code")),
    internal=True,
)

#: What bodies are called, from which day on.
BODIES = Table(
    "bodies",
    (Column("body", "file"), Column("since_on", "day"), Column("position", "whole")),
    (Column("name"), Column("uscc")),
    internal=True,
)

#: What is left of a publication when its term is over.
ENDED = Lapse(
    "public_until",
    remains=(
        "id",
        "valid_from",
        "known_from",
        "valid_until",
        "known_until",
        "decision_no",
        "authority_name",
        "authority_code",
        "channel",
        "stage",
        "published_on",
        "public_until",
        "withdrawn_on",
        "result_kind",
    ),
    becomes={"stage": {Stage.PUBLIC.code: Stage.ENDED.code}},
    for_all=True,
)

DESKS = ("enforcement", "discipline", "judiciary", "disclosure")
