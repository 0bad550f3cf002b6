"""
No fact can be missing from the feed: read models tell a feed that lacks one.

Whatever wrote something when it came is missed at the end, but for what a later fact
wrote over. Which kinds those are stands here, and which say nothing to a model that
listens for them, each with the reason.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

import projections
from infra.read_model import MODELS
from tests.contract.projections.courses import WHISPERS
from tests.contract.projections.missing import left_out
from tests.contract.projections.stories import model_of
from tests.contract.projections.telling import everything

#: Importing it makes every read model known.
KNOWN = projections
FACTS = everything()

Kinds = Mapping[tuple[str, str], str]

_LINKED_LAST = "an imported penalty counts for whom it was linked to last"

#: By model and topic, why a fact is not missed that wrote something when it came.
WRITTEN_OVER: Kinds = {
    ("deadlines", "imported-record.party-linked.v1"): _LINKED_LAST,
    ("deadlines", "imported-record.party-unlinked.v1"): _LINKED_LAST,
    ("directory", "officer.officer-certified.v1"): "only the newest is shown",
    ("search", "publication.item-published.v1"): "found by what it was corrected to",
}

_NO_ENTRY = "the record may be no entry of a list"
_NOT_OF_LIST = "it may be of a penalty, or of the other list"

#: By model and topic, why a fact of a kind that a model listens for may say nothing.
SAYS_NOTHING: Kinds = {
    ("black_list", "imported-record.party-linked.v1"): _NO_ENTRY,
    ("black_list", "publication.item-published.v1"): _NOT_OF_LIST,
    ("black_list", "publication.item-withdrawn.v1"): _NOT_OF_LIST,
    ("credit", "publication.item-published.v1"): "those of penalties alone count",
    ("credit", "publication.item-withdrawn.v1"): "those of penalties alone count",
    ("penalties", "document.document-replaced.v1"): "it may be no decision",
    ("red_list", "publication.item-published.v1"): _NOT_OF_LIST,
    ("red_list", "publication.item-withdrawn.v1"): _NOT_OF_LIST,
    ("black_list", "imported-record.party-unlinked.v1"): _NO_ENTRY,
    ("black_list", "imported-record.imported-status-recorded.v1"): _NO_ENTRY,
    ("black_list", "imported-record.imported-record-corrected.v1"): _NO_ENTRY,
    ("search", "document.document-issued.v1"): "it may bear no number",
    (
        "search",
        "enterprise.enterprise-profile-changed.v1",
    ): "it may state no code",
    ("search", "enterprise.principal-recorded.v1"): "no vault names the person here",
    ("search", "imported-record.imported-record-corrected.v1"): "not all is searched",
    ("trace", WHISPERS): "no trace tells that it happened",
}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_no_fact_can_be_missing(name: str, tmp_path: Path) -> None:
    """
    Without any one fact the trace is another, and so is each model that it says
    something to.
    """
    model = model_of(name, tmp_path)

    found = left_out(model, FACTS, range(len(FACTS)))

    wrote = [FACTS[n].TOPIC for n, left in found.items() if left.wrote > left.missed]
    silent = [FACTS[n].TOPIC for n, left in found.items() if not left.wrote]
    if name == "deadlines":
        silent.clear()  # most facts neither begin nor end a period
    assert set(wrote) == {topic for of, topic in WRITTEN_OVER if of == name}
    assert set(silent) == {topic for of, topic in SAYS_NOTHING if of == name}


def test_the_story_holds_what_can_happen() -> None:
    """
    The course tells of what the axes are there for: something late, corrected,
    withdrawn, linked anew, restricted, published in a batch, followed up over several
    threads, handed over, taken over.
    """
    topics = {fact.TOPIC.rpartition(".")[0] for fact in FACTS}

    assert any(fact.deed.late_reason for fact in FACTS)
    assert any(fact.RESTRICTED for fact in FACTS)
    assert any(list(fact.hand_overs()) for fact in FACTS)
    visits = [f for f in FACTS if f.TOPIC == "inspection.inspection-concluded.v1"]
    assert any(len(set(fact.deed.concerns)) > 1 for fact in visits)
    assert {
        "imported-record.imported-record-corrected",
        "publication.item-corrected",
        "publication.item-withdrawn",
        "publication.batch-published",
        "imported-record.party-unlinked",
        "imported-record.party-linked",
        "body.body-succeeded",
    } <= topics
