"""
Reading terms: what a request may look like, and every fault named at its field.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

import pytest

from domain.base import Role
from domain.shapes import Member, members_of
from domain.values import Personal, Reference, Upload
from services.web.faults import Malformed
from services.web.intake import Intake

AN_ID = "5e1f0000-0000-4000-8000-000000000001"


@dataclass(frozen=True)
class Line:
    """
    A record in a list.
    """

    place: str
    evidence: tuple[Upload, ...] = ()


@dataclass(frozen=True)
class Everything:
    """
    A term of every shape.
    """

    name: str
    year: int
    demonstration: bool
    role: Role
    enterprise: Annotated[UUID, Reference("enterprise", "enterprises")]
    findings: tuple[Line, ...]
    until_on: date | None = None
    occurred_at: datetime | None = None
    contact: Personal | None = None
    consent: Upload | None = None
    size: int = 0


MEMBERS: tuple[Member, ...] = members_of(Everything)
WHOLE: dict[str, object] = {
    "name": "某厂",
    "year": 2026,
    "demonstration": False,
    "role": "officer",
    "enterprise": AN_ID,
    "findings": [{"place": "东库"}],
}
Read = Callable[[Mapping[str, object]], dict[str, object]]


@pytest.fixture
def json() -> Read:
    """Reads terms as JSON carries them."""
    return lambda given: Intake().terms(MEMBERS, given)


@pytest.fixture
def form() -> Read:
    """Reads terms as a form carries them."""
    return lambda given: Intake(form=True).terms(MEMBERS, given)


def faults_of(read: Read, given: Mapping[str, object]) -> dict[str, str]:
    """What is wrong, by pointer."""
    with pytest.raises(Malformed) as caught:
        read(given)
    return {fault.pointer: fault.code for fault in caught.value.faults}


class TestJson:
    def test_a_whole_request(self, json: Read) -> None:
        """
        Each term comes out as the type that its annotation names.
        """
        assert json({**WHOLE, "until_on": "2026-09-24", "contact": "张某"}) == {
            "name": "某厂",
            "year": 2026,
            "demonstration": False,
            "role": Role.OFFICER,
            "enterprise": UUID(AN_ID),
            "findings": (Line("东库"),),
            "until_on": date(2026, 9, 24),
            "contact": Personal("张某"),
        }

    def test_every_fault_at_once(self, json: Read) -> None:
        """
        Whoever mends a request sees all that is wrong, each at its field.
        """
        wrong = {
            "year": "2026",
            "demonstration": "yes",
            "role": "OFFICER",
            "enterprise": "某厂",
            "findings": [{"place": "东库"}, {"evidence": [1], "extra": 1}],
            "until_on": "20260924",
            "weather": "fine",
        }

        assert faults_of(json, wrong) == {
            "/name": "missing",
            "/year": "not_whole",
            "/demonstration": "not_yes_or_no",
            "/role": "no_such_choice",
            "/enterprise": "not_an_id",
            "/findings/1/place": "missing",
            "/findings/1/evidence/0": "not_a_document",
            "/findings/1/extra": "unknown_term",
            "/until_on": "not_a_day",
            "/weather": "unknown_term",
        }

    @pytest.mark.parametrize(
        ("term", "value", "code"),
        [
            ("name", 7, "not_text"),
            ("name", "  ", "missing"),
            ("name", "a\x00b", "control_characters"),
            ("name", "长" * 20_001, "too_long"),
            ("year", True, "not_whole"),
            ("year", 2**53, "not_whole"),
            ("year", 1.0, "not_whole"),
            ("findings", "东库", "not_a_list"),
            ("findings", [None], "missing"),
            ("findings", ["东库"], "not_a_record"),
            ("until_on", "2026-02-30", "not_a_day"),
            ("until_on", "0026-02-03", "not_a_day"),
            ("until_on", "2026-W05-1", "not_a_day"),
            ("occurred_at", "2026-09-24", "not_a_moment"),
            ("occurred_at", "2026-09-24T25:00", "not_a_moment"),
            ("consent", "../../etc/passwd", "not_a_document"),
        ],
    )
    def test_a_faulty_term(
        self, json: Read, term: str, value: object, code: str
    ) -> None:
        """
        What has not the shape of its term is refused before any law is asked.
        """
        found = faults_of(json, {**WHOLE, term: value})

        assert list(found.values()) == [code]
        assert next(iter(found)).startswith(f"/{term}")

    def test_a_moment_without_a_zone(self, json: Read) -> None:
        """
        A moment without a zone is Beijing time, never the machine's.
        """
        local = json({**WHOLE, "occurred_at": "2026-09-24T07:30"})
        aware = json({**WHOLE, "occurred_at": "2026-09-23T23:30Z"})

        assert local == aware
        assert local["occurred_at"] == datetime(2026, 9, 23, 23, 30, tzinfo=UTC)

    def test_a_document(self, json: Read) -> None:
        """
        A document is cited by its digest, bare or as the upload answered it.
        """
        bare = json({**WHOLE, "consent": "0" * 64})

        assert bare["consent"] == Upload("0" * 64, 0, "")
        assert json({**WHOLE, "consent": {"sha256": "0" * 64, "size": 3}}) == bare


class TestForm:
    TYPED: Mapping[str, object] = {
        **WHOLE,
        "year": " ２０２６ ",
        "demonstration": "no",
    }

    def test_equal_to_json(self, form: Read, json: Read) -> None:
        """
        What is typed in a form is the same request as what is sent as JSON.
        """
        assert form(self.TYPED) == json(WHOLE)

    def test_what_is_left_empty(self, form: Read) -> None:
        """
        An optional term left empty is absent; a list nobody grew has no entries.
        """
        typed = {k: v for k, v in self.TYPED.items() if k != "findings"}

        read = form({**typed, "until_on": "", "contact": " "})
        assert "until_on" not in read
        assert "contact" not in read
        assert read["findings"] == ()

    def test_yes_or_no_left_open(self, form: Read) -> None:
        """
        A question of yes or no has no default.
        """
        assert faults_of(form, {**self.TYPED, "demonstration": ""}) == {
            "/demonstration": "missing"
        }

    @pytest.mark.parametrize("typed", ["1.5", "12a", "1e3", "--1"])
    def test_a_number_that_is_none(self, form: Read, typed: str) -> None:
        """
        A whole number is typed as one.
        """
        assert faults_of(form, {**self.TYPED, "year": typed}) == {"/year": "not_whole"}


def test_faults_speak_both_languages(json: Read) -> None:
    """
    A fault names the field by its label, in Chinese and in English.
    """
    with pytest.raises(Malformed) as caught:
        json({k: v for k, v in WHOLE.items() if k != "name"})

    (fault,) = caught.value.faults
    assert (fault.zh, fault.en) == ("请填写“名称”。", "Fill in “name”.")
