"""
Certificates: valid on which days, whatever the clock has recorded (INV-43).
"""

from datetime import date

from domain.base import Role
from domain.officer.file import (
    CertificateExpired,
    CertificateReinstated,
    CertificateSuspended,
    Officer,
    OfficerCertified,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime
from tests.cases.town import CERTIFIED_UNTIL, CLOCK, OPERATOR, SINCE, TODAY, Town

NUMBER = {"certificate_number": "证-first"}
TUESDAY, WEDNESDAY = date(2026, 3, 3), date(2026, 3, 4)


class TestCertifyOfficer:
    def test_first_and_last_day(self) -> None:
        """
        A certificate entitles from its first day to its last, both included.
        """
        town = Town()

        officer = town.read(Officer, town.id("first"))

        assert officer.certified_on(SINCE)
        assert officer.certified_on(CERTIFIED_UNTIL)
        assert not officer.certified_on(date(2024, 12, 31))
        assert not officer.certified_on(date(2028, 1, 1))

    def test_renewed(self) -> None:
        """
        A renewed certificate keeps its number, and the days before stay as they were.
        """
        town = Town()

        (fact,) = town.do(
            "certify-officer",
            town.id("first"),
            **NUMBER,
            certificate_kinds=("安全生产", "危险化学品"),
            valid_from=date(2028, 1, 1),
            valid_until=date(2032, 12, 31),
        )

        officer = town.read(Officer, fact.file)
        newest = officer.certificate_on(date(2028, 1, 1))
        assert isinstance(fact, OfficerCertified)
        assert newest is not None
        assert newest.kinds == ("安全生产", "危险化学品")
        assert officer.certified_on(CERTIFIED_UNTIL)

    def test_number_of_somebody_else(self) -> None:
        """
        A number belongs to one person.
        """
        town = Town()

        refusal = town.refused(
            "certify-officer",
            town.id("second"),
            **NUMBER,
            certificate_kinds=("安全生产",),
            valid_from=SINCE,
            valid_until=CERTIFIED_UNTIL,
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "certificate_number_taken"

    def test_ends_before_it_begins(self) -> None:
        """
        A certificate does not end before its first day.
        """
        town = Town()

        refusal = town.refused(
            "certify-officer",
            town.id("second"),
            certificate_number="证-9",
            certificate_kinds=("安全生产",),
            valid_from=CERTIFIED_UNTIL,
            valid_until=SINCE,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_reversed"

    def test_an_auxiliary(self) -> None:
        """
        An auxiliary assists and never signs: 甘委发〔2017〕28号 (十).
        """
        town = Town()
        town.person("辅助", Role.AUXILIARY, town.city, by="clerk")

        refusal = town.refused(
            "certify-officer",
            town.id("辅助"),
            certificate_number="证-9",
            certificate_kinds=("安全生产",),
            valid_from=SINCE,
            valid_until=CERTIFIED_UNTIL,
        )

        assert refusal.code == "auxiliary_never_certified"


class TestSuspension:
    def test_from_one_day_to_the_day_before_another(self) -> None:
        """
        A suspended certificate entitles to nothing until it is reinstated.
        """
        town = Town()
        first = town.id("first")

        (suspended,) = town.do("suspend-certificate", first, **NUMBER, reason="培训")
        (reinstated,) = town.do(
            "reinstate-certificate", first, **NUMBER, reason="合格", on=WEDNESDAY
        )

        officer = town.read(Officer, first)
        assert isinstance(suspended, CertificateSuspended)
        assert isinstance(reinstated, CertificateReinstated)
        days = (SINCE, TODAY, TUESDAY, WEDNESDAY)
        valid = [officer.certified_on(day) for day in days]
        assert valid == [True, False, False, True]

    def test_twice(self) -> None:
        """
        What is suspended is not suspended again.
        """
        town = Town()
        first = town.id("first")
        town.do("suspend-certificate", first, **NUMBER, reason="培训")

        refusal = town.refused("suspend-certificate", first, **NUMBER, reason="再次")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "certificate_not_valid"

    def test_renewed_ahead(self) -> None:
        """
        A certificate whose renewal is recorded already is suspended like any other, and
        so is the renewal.
        """
        town = Town()
        first, renewed = town.id("first"), date(2028, 1, 1)
        town.do(
            "certify-officer",
            first,
            **NUMBER,
            certificate_kinds=("安全生产",),
            valid_from=renewed,
            valid_until=date(2032, 12, 31),
        )

        town.do("suspend-certificate", first, **NUMBER, reason="培训")
        suspended = town.read(Officer, first)
        town.do("reinstate-certificate", first, **NUMBER, reason="合格", on=WEDNESDAY)

        officer = town.read(Officer, first)
        days = (TODAY, WEDNESDAY, renewed)
        assert [suspended.certified_on(day) for day in days] == [False] * 3
        assert [officer.certified_on(day) for day in days] == [False, True, True]

    def test_reinstated_without_suspension(self) -> None:
        """
        Only what is suspended is reinstated.
        """
        town = Town()

        refusal = town.refused(
            "reinstate-certificate", town.id("first"), **NUMBER, reason="合格"
        )

        assert refusal.code == "certificate_not_suspended"

    def test_unknown_number(self) -> None:
        """
        A certificate is named by its number.
        """
        town = Town()

        refusal = town.refused(
            "suspend-certificate",
            town.id("first"),
            certificate_number="证-second",
            reason="培训",
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_certificate"


class TestExpireCertificate:
    def test_after_the_last_day(self) -> None:
        """
        The clock records the end, and names the body that answers for the officer.
        """
        town = Town()

        (fact,) = town.do(
            "expire-certificate",
            town.id("first"),
            by=CLOCK,
            **NUMBER,
            on=date(2028, 1, 1),
            said_on=CERTIFIED_UNTIL,
        )

        assert isinstance(fact, CertificateExpired)
        assert fact.body == town.city
        assert fact.deed.on == CERTIFIED_UNTIL

    def test_on_the_last_day(self) -> None:
        """
        On its last day a certificate is still valid.
        """
        town = Town()

        refusal = town.refused(
            "expire-certificate",
            town.id("first"),
            by=CLOCK,
            **NUMBER,
            on=CERTIFIED_UNTIL,
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "certificate_still_valid"

    def test_once_only(self) -> None:
        """
        The end is recorded once.
        """
        town = Town()
        said = {"by": CLOCK, **NUMBER, "on": date(2028, 1, 1)}
        town.do("expire-certificate", town.id("first"), **said)

        refusal = town.refused("expire-certificate", town.id("first"), **said)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "certificate_expired"

    def test_not_by_a_person(self) -> None:
        """
        Nobody but the clock records that a period is over.
        """
        town = Town()

        refusal = town.refused(
            "expire-certificate", town.id("first"), **NUMBER, on=date(2028, 1, 1)
        )
        by_operator = town.refused(
            "expire-certificate", town.id("first"), by=OPERATOR, **NUMBER
        )

        assert refusal.code == by_operator.code == "role_not_competent"
