"""
What identifies a person stands in no plain text of a fact (个人信息保护法6).
"""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

import domain  # noqa: F401  so that every act is known
from domain.acts import ACTS
from domain.codes import make_resident_id
from domain.refusals import BeyondTheLaw
from domain.shapes import Kind, Shape, members_of
from tests.cases.scene import SIGNER, Scene

IDENTITY = make_resident_id("22020219800101001")
TEXT = f"现场负责人证号{IDENTITY}"

OWN = [name for name, act in ACTS.items() if act.module.startswith("domain.")]


@pytest.fixture
def scene() -> Scene:
    """A bureau and an enterprise."""
    return Scene()


def holding(shape: Shape, text: str) -> Iterator[object]:
    """
    Give values of a shape with a text in one of its places, a place at a time.
    """
    if shape.kind is Kind.TEXT:
        yield text
    elif shape.each is not None:
        yield from ((value,) for value in holding(shape.each, text))
    elif shape.kind is Kind.RECORD:
        members = members_of(shape.type)
        empty: dict[str, object] = {member.name: None for member in members}
        for member in members:
            for value in holding(member.shape, text):
                yield SimpleNamespace(**empty | {member.name: value})


@pytest.mark.parametrize("name", OWN)
def test_no_text_of_an_act_takes_one(name: str) -> None:
    """
    Wherever an act takes plain text, on its own, in lists and in records, an identity
    number in it is found, and the term is named.
    """
    act = ACTS[name]
    for term in act.terms:
        for value in holding(term.shape, TEXT):
            (refusal,) = act.exposed({term.name: value})
            assert refusal.code == "identity_number_in_text"
            assert refusal.facts["term"] == term.name


class TestActs:
    def test_refused(self, scene: Scene) -> None:
        """
        The act is refused and says where the number stands.
        """
        visit = scene.opened()

        refusal = scene.refused(
            "record-finding",
            visit,
            description=TEXT,
            is_violation=True,
            area="煤气柜",
            violation_code="V02",
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.under == "个人信息保护法6"
        assert refusal.facts == {"term": "description"}

    def test_where_it_belongs(self, scene: Scene) -> None:
        """
        A sealed term takes it, and so does a text a number that is nobody's.
        """
        visit = scene.approved()
        recipient = type(SIGNER)(IDENTITY)

        scene.do("notify-inspection", visit, recipient=recipient, recipient_post="厂长")
        scene.do(
            "open-inspection",
            visit,
            place=f"库位{IDENTITY[:-1]}*",
            certificates_shown=True,
        )
