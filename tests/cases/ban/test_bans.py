"""
禁入: each on its basis, for its term, and for life without end (INV-42).
"""

from datetime import date

import pytest

from domain.ban.file import (
    Ban,
    BanBasis,
    BanExpired,
    BanTermFixed,
    IndustryBanImposed,
    LifetimeBanImposed,
    OccupationalBanImposed,
    Stage,
)
from domain.base import Actor, Role
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.list_entry.listed import Lists
from tests.cases.scene import PHOTO

ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


def terms(lists: Lists, **other: object) -> dict[str, object]:
    """A ban of a principal, but for what a case changes."""
    return {
        "by": lists.clerk,
        **ZHANG,
        "ban_basis": BanBasis.DISMISSAL,
        "basis_no": "处分〔2026〕1号",
        "basis_on": date(2026, 2, 27),
        "ban_scope": "任何生产经营单位的主要负责人",
        "basis_paper": PHOTO,
    } | other


def industry(lists: Lists, **other: object) -> dict[str, object]:
    """A ban of a service institution, but for what a case changes."""
    penalty = lists.on_the_spot()
    return {"by": lists.clerk, "penalty": penalty, "ban_scope": "安全评价"} | other


class TestOccupationalBan:
    @pytest.mark.parametrize("basis", [BanBasis.DISMISSAL, BanBasis.CLOSURE])
    def test_from_the_day_of_its_basis(self, lists: Lists, basis: BanBasis) -> None:
        """
        安全生产法94, 113, INV-42: five years from the dismissal, or from the closure.
        """
        (fact,) = lists.do("impose-occupational-ban", **terms(lists, ban_basis=basis))

        assert isinstance(fact, OccupationalBanImposed)
        assert fact.until_on == date(2031, 2, 27)
        assert [*fact.tags()] == [f"person/{fact.person_key}/ban"]

    def test_a_number_however_it_is_typed(self, lists: Lists) -> None:
        """
        INV-42: one person's files meet, though a number was typed in small letters, or
        with blanks around it.
        """
        keys = set()
        for number in ("演示身份号码1x", " 演示身份号码1X "):
            said = terms(lists, identity_number=Personal(number))
            (fact,) = lists.do("impose-occupational-ban", **said)
            assert isinstance(fact, OccupationalBanImposed)
            keys.add(fact.person_key)

        assert len(keys) == 1
        assert "" not in keys

    def test_while_the_sentence_runs(self, lists: Lists) -> None:
        """
        安全生产法94(3), INV-42: after a judgment five years run from the end of the
        sentence; until then the ban has no last day.
        """
        said = terms(lists, ban_basis=BanBasis.JUDGMENT)
        ban = lists.do("impose-occupational-ban", **said)[0].file
        assert lists.read(Ban, ban).until_on is None
        assert lists.read(Ban, ban).runs_on(date(2040, 1, 1))
        early = lists.refused("expire-ban", ban, by=lists.watch, on=date(2032, 1, 5))
        assert early.code == "time_not_over"

        served = {"by": lists.clerk, "sentence_ended_on": date(2031, 12, 30)}
        (fact,) = lists.do("fix-ban-term", ban, **served)

        assert isinstance(fact, BanTermFixed)
        assert fact.until_on == date(2036, 12, 30)
        assert lists.refused("fix-ban-term", ban, **served).code == "term_fixed"

    def test_on_no_basis(self, lists: Lists) -> None:
        """
        INV-42: no ban without its basis of law, named by its number.
        """
        other = terms(lists, ban_basis=BanBasis.FALSE_REPORT)
        refusal = lists.refused("impose-occupational-ban", **other)
        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_basis_for_ban"

        blank = lists.refused("impose-occupational-ban", **terms(lists, basis_no=" "))
        assert isinstance(blank, OutOfOrder)
        assert blank.code == "ban_basis_missing"

    def test_ahead_of_its_basis(self, lists: Lists) -> None:
        """
        INV-42: what has not come carries no ban.
        """
        said = terms(lists, basis_on=date(2026, 3, 3))

        refusal = lists.refused("impose-occupational-ban", **said)
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "basis_ahead"

    def test_before_the_law(self, lists: Lists) -> None:
        """
        安全生产法 (2021): the law of the day of the basis carries the ban.
        """
        said = terms(lists, basis_on=date(2021, 8, 31))

        refusal = lists.refused("impose-occupational-ban", **said)
        assert refusal.code == "ban_not_law_then"

    def test_of_a_name_alone(self, lists: Lists) -> None:
        """
        A name alone matches no other file.
        """
        said = terms(lists, identity_number=None)

        (fact,) = lists.do("impose-occupational-ban", **said)
        assert [*fact.tags()] == []


class TestIndustryBan:
    def test_on_a_penalty(self, lists: Lists) -> None:
        """
        安全生产法92(3), INV-42: five years from the penalty for a false report.
        """
        (fact,) = lists.do("impose-industry-ban", **industry(lists))

        assert isinstance(fact, IndustryBanImposed)
        assert fact.until_on == date(2031, 3, 2)
        assert fact.enterprise == lists.enterprise
        assert [*fact.tags()] == [f"enterprise/{lists.enterprise}/ban"]

    def test_of_somebody_responsible(self, lists: Lists) -> None:
        """
        安全生产法92(3): those directly responsible are banned as well.
        """
        (fact,) = lists.do("impose-industry-ban", **industry(lists, **ZHANG))

        assert isinstance(fact, IndustryBanImposed)
        assert (fact.enterprise, bool(fact.person_key)) == (None, True)

    def test_on_a_penalty_that_fell(self, lists: Lists) -> None:
        """
        INV-42: the basis stands.
        """
        penalty = lists.on_the_spot()
        lists.revoke(penalty)
        said = industry(lists, penalty=penalty)

        assert lists.refused("impose-industry-ban", **said).code == "no_penalty"

    def test_on_the_penalty_of_another_body(self, lists: Lists) -> None:
        """
        应急管理部令11号 4: who punished acts on it.
        """
        elsewhere = Actor(Role.CLERK, lists.officers[4], lists.other_bureau)
        said = industry(lists, by=elsewhere)

        refusal = lists.refused("impose-industry-ban", **said)
        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_the_punisher"


class TestLifetimeBan:
    def test_has_no_end(self, lists: Lists) -> None:
        """
        安全生产法94(3), INV-42: a ban for life does not expire, and has no term to fix.
        """
        said = terms(lists, ban_basis=BanBasis.JUDGMENT)

        (fact,) = lists.do("impose-lifetime-ban", **said)

        assert isinstance(fact, LifetimeBanImposed)
        ban = fact.file
        assert lists.read(Ban, ban).runs_on(date(2090, 1, 1))
        later = {"by": lists.watch, "on": date(2080, 1, 5)}
        assert lists.refused("expire-ban", ban, **later).code == "ban_for_life"
        served = {"by": lists.clerk, "sentence_ended_on": date(2031, 12, 30)}
        assert lists.refused("fix-ban-term", ban, **served).code == "ban_for_life"

    def test_on_no_basis(self, lists: Lists) -> None:
        """
        INV-42: a closure carries five years, and not a life.
        """
        said = terms(lists, ban_basis=BanBasis.CLOSURE)

        refusal = lists.refused("impose-lifetime-ban", **said)
        assert refusal.code == "no_basis_for_ban"


class TestEnding:
    def test_expired(self, lists: Lists) -> None:
        """
        安全生产法94: the last day is the ban's own.
        """
        ban = lists.do("impose-occupational-ban", **terms(lists))[0].file
        last = {"by": lists.watch, "on": date(2031, 2, 27), "hour": 23}

        assert lists.refused("expire-ban", ban, **last).code == "time_not_over"
        over = {"by": lists.watch, "on": date(2031, 2, 28), "hour": 0}
        (fact,) = lists.do("expire-ban", ban, **over)

        assert isinstance(fact, BanExpired)
        assert lists.read(Ban, ban).stage is Stage.EXPIRED
        assert lists.refused("expire-ban", ban, **over).code == "ban_over"

    def test_lifted(self, lists: Lists) -> None:
        """
        INV-42: with its basis the ban falls; that is shown.
        """
        ban = lists.do("impose-occupational-ban", **terms(lists))[0].file
        said = {"by": lists.clerk, "reasons": "处分撤销", "effective_on": lists.day}

        refusal = lists.refused("lift-ban", ban, **said)
        assert refusal.code == "evidence_missing"
        lists.do("lift-ban", ban, **said, evidence=(PHOTO,))

        assert not lists.read(Ban, ban).runs_on(lists.day)
        again = lists.refused("lift-ban", ban, **said, evidence=(PHOTO,))
        assert again.code == "ban_over"
