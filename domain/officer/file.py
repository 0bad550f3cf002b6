"""
The officer's file (人员卷): posts held in bodies, and enforcement certificates.

Every question is put for a day, and none depends on the clock: a certificate ends on
its last day whether or not its expiry was recorded (INV-43).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact, Role
from domain.limits import Limit
from domain.references import BodyRef, EnterpriseRef
from domain.values import Personal, Upload


@dataclass(frozen=True)
class Post:
    """
    A role that somebody holds in a body (岗位).

    Args:
        role: The role.
        body: The body.
        since_on: First day.
        until_on: Last day, inclusive; none while it runs.
        enterprises: For a licensing officer, whose permits; none named means all.
    """

    role: Role
    body: UUID
    since_on: date
    until_on: date | None = None
    enterprises: tuple[UUID, ...] = ()

    def held_on(self, day: date) -> bool:
        """
        Whether it is held on a day.
        """
        return self.held_between(day, day)

    def held_between(self, first: date, last: date) -> bool:
        """
        Whether it is held on any day of a span, inclusive.
        """
        ended = self.until_on is not None and self.until_on < first
        return self.since_on <= last and not ended


@dataclass(frozen=True)
class Certificate:
    """
    An enforcement certificate (行政执法证).

    Args:
        number: As printed.
        kinds: What it entitles to, for example ``安全生产``.
        valid_from: First day.
        valid_until: Last day, inclusive.
        suspensions: First and last day of each suspension; no last day while it runs.
        expired: Whether the expiry was recorded.
    """

    number: str
    kinds: tuple[str, ...]
    valid_from: date
    valid_until: date
    suspensions: tuple[tuple[date, date | None], ...] = ()
    expired: bool = False

    def suspended_on(self, day: date) -> bool:
        """
        Whether it is suspended on a day.
        """
        return any(
            first <= day and (last is None or day <= last)
            for first, last in self.suspensions
        )

    def valid_on(self, day: date) -> bool:
        """
        Whether it entitles to enforce on a day.
        """
        runs = self.valid_from <= day <= self.valid_until
        return runs and not self.suspended_on(day)


@dataclass(frozen=True)
class Training:
    """
    A training round that was gone through (轮训).

    Args:
        fact: Id of the fact that recorded it.
        completed_on: The day on which it was completed.
        limit: Until when the next one is due.
    """

    fact: str
    completed_on: date
    limit: Limit


class OfficerEnrolled(FirstFact):
    """
    Somebody was entered in the register of people (人员入册).
    """

    TOPIC: ClassVar[str] = "officer.officer-enrolled.v1"
    ZH: ClassVar[str] = "人员入册"

    name: Personal
    body: BodyRef
    login: str

    def claims(self) -> Iterable[str]:
        """
        One file per account.
        """
        return (f"account/{self.login}",)

    def tags(self) -> Iterable[str]:
        """
        The people of a body.
        """
        return (f"body/{self.body}/officer",)

    def apply(self, aggregate: "Officer") -> None:
        """
        Keep who it is and where.
        """
        aggregate.name = self.name
        aggregate.enrolled_at = self.body
        aggregate.login = self.login


class OfficerRoleAssigned(Fact):
    """
    Somebody was given a role in a body (岗位确定).
    """

    TOPIC: ClassVar[str] = "officer.officer-role-assigned.v1"
    ZH: ClassVar[str] = "岗位确定"

    role: Role
    body: BodyRef
    since_on: date
    until_on: date | None = None
    enterprises: tuple[EnterpriseRef, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Guards ask for a person's roles (INV-45), and where there are clerks yet.
        """
        yield f"officer/{self.file}/role"
        if self.role is Role.CLERK:
            yield from ("clerks", f"body/{self.body}/clerk")

    def apply(self, aggregate: "Officer") -> None:
        """
        Add the post, in place of one in the same role and body from the same day.
        """
        post = Post(
            self.role, self.body, self.since_on, self.until_on, self.enterprises
        )
        key = (post.role, post.body, post.since_on)
        kept = (p for p in aggregate.posts if (p.role, p.body, p.since_on) != key)
        aggregate.posts = (*kept, post)


class OfficerCertified(Fact):
    """
    Somebody was given an enforcement certificate, or one was renewed (取得执法证).
    """

    TOPIC: ClassVar[str] = "officer.officer-certified.v1"
    ZH: ClassVar[str] = "取得执法证"

    certificate_number: str
    certificate_kinds: tuple[str, ...]
    valid_from: date
    valid_until: date

    def claims(self) -> Iterable[str]:
        """
        A number belongs to one person.
        """
        return (f"cert/{self.certificate_number}",)

    def apply(self, aggregate: "Officer") -> None:
        """
        Add the certificate.
        """
        new = Certificate(
            self.certificate_number,
            self.certificate_kinds,
            self.valid_from,
            self.valid_until,
        )
        aggregate.certificates = (*aggregate.certificates, new)


class CertificateSuspended(Fact):
    """
    A certificate was suspended (执法证暂停).
    """

    TOPIC: ClassVar[str] = "officer.certificate-suspended.v1"
    ZH: ClassVar[str] = "执法证暂停"

    certificate_number: str
    since_on: date
    reason: str

    def apply(self, aggregate: "Officer") -> None:
        """
        Begin a suspension.
        """
        aggregate.certificates = tuple(
            replace(each, suspensions=(*each.suspensions, (self.since_on, None)))
            if each.number == self.certificate_number
            else each
            for each in aggregate.certificates
        )


class CertificateReinstated(Fact):
    """
    A suspended certificate is in force again (执法证恢复).
    """

    TOPIC: ClassVar[str] = "officer.certificate-reinstated.v1"
    ZH: ClassVar[str] = "执法证恢复"

    certificate_number: str
    since_on: date
    reason: str

    def apply(self, aggregate: "Officer") -> None:
        """
        End the running suspension with the day before.
        """
        last = self.since_on - timedelta(days=1)
        aggregate.certificates = tuple(
            replace(
                each,
                suspensions=tuple(
                    (first, ended if ended is not None else last)
                    for first, ended in each.suspensions
                ),
            )
            if each.number == self.certificate_number
            else each
            for each in aggregate.certificates
        )


class CertificateExpired(Fact):
    """
    The validity of a certificate ran out (执法证到期).
    """

    TOPIC: ClassVar[str] = "officer.certificate-expired.v1"
    ZH: ClassVar[str] = "执法证到期"

    certificate_number: str
    valid_until: date
    body: BodyRef

    def apply(self, aggregate: "Officer") -> None:
        """
        Note that it is recorded.
        """
        aggregate.certificates = tuple(
            replace(each, expired=True)
            if (each.number, each.valid_until)
            == (self.certificate_number, self.valid_until)
            else each
            for each in aggregate.certificates
        )


class OfficerLeft(Fact):
    """
    Somebody left a post, or all of them (离岗).
    """

    TOPIC: ClassVar[str] = "officer.officer-left.v1"
    ZH: ClassVar[str] = "离岗"

    until_on: date
    reason: str
    body: BodyRef | None = None
    role: Role | None = None

    def tags(self) -> Iterable[str]:
        """
        Guards ask for a person's roles.
        """
        return (f"officer/{self.file}/role",)

    def apply(self, aggregate: "Officer") -> None:
        """
        End the posts meant with that day.
        """
        aggregate.posts = tuple(
            replace(each, until_on=self.until_on)
            if self._means(each) and each.held_between(self.until_on, date.max)
            else each
            for each in aggregate.posts
        )

    def _means(self, post: Post) -> bool:
        return self.body in (None, post.body) and self.role in (None, post.role)


class OfficerTrainingCompleted(Fact):
    """
    An officer went through a training round (轮训完成).
    """

    TOPIC: ClassVar[str] = "officer.officer-training-completed.v1"
    ZH: ClassVar[str] = "轮训完成"

    course: str
    retrain_limit: Limit | None = None
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Officer") -> None:
        """
        Keep until when the next one is due.
        """
        if self.retrain_limit is not None:
            aggregate.trainings = (
                *aggregate.trainings,
                Training(self.id, self.deed.on, self.retrain_limit),
            )


class OfficerTrainingOverdue(Fact):
    """
    The time for the next training round passed without one (轮训逾期).
    """

    TOPIC: ClassVar[str] = "officer.officer-training-overdue.v1"
    ZH: ClassVar[str] = "轮训逾期"

    started_by: str
    limit_passed: Limit
    body: BodyRef | None = None

    def apply(self, aggregate: "Officer") -> None:
        """
        Keep that it is marked.
        """
        aggregate.trainings_missed = (*aggregate.trainings_missed, self.started_by)


class Officer(File):
    """
    A person with a desk (人员).
    """

    TOPIC: ClassVar[str] = "officer"
    ZH: ClassVar[str] = "人员"
    EN: ClassVar[str] = "officer"
    REGISTER: ClassVar[bool] = True

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.name = Personal()
        self.login = ""
        self.enrolled_at: UUID | None = None
        self.posts: tuple[Post, ...] = ()
        self.certificates: tuple[Certificate, ...] = ()
        self.trainings: tuple[Training, ...] = ()
        self.trainings_missed: tuple[str, ...] = ()

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        A body sees the files of its own people, whoever enrolled them.
        """
        bodies = (self.enrolled_at, *(post.body for post in self.posts))
        return tuple(dict.fromkeys(body for body in bodies if body))

    def holds(self, role: Role, body: UUID, day: date) -> bool:
        """
        Whether the person has a role in a body on a day (是否在岗).
        """
        return any(
            post.role is role and post.body == body and post.held_on(day)
            for post in self.posts
        )

    def roles_on(self, day: date) -> tuple[tuple[Role, UUID], ...]:
        """
        List the roles held on a day, with the body of each.
        """
        return tuple((post.role, post.body) for post in self.posts if post.held_on(day))

    def certificate_on(self, day: date) -> Certificate | None:
        """
        Give the certificate that is valid on a day; the newest, if several are.
        """
        valid = [each for each in self.certificates if each.valid_on(day)]
        return valid[-1] if valid else None

    def certified_on(self, day: date) -> bool:
        """
        Whether the person may enforce on a day (INV-43).
        """
        return self.certificate_on(day) is not None

    def certificate(self, number: str) -> Certificate | None:
        """
        Give a certificate by its number; the newest, where it was renewed.
        """
        found = self.renewals(number)
        return found[-1] if found else None

    def renewals(self, number: str) -> tuple[Certificate, ...]:
        """
        Give a certificate and its renewals, all of one number, the newest last.
        """
        return tuple(each for each in self.certificates if each.number == number)

    def missed_trainings(self, now: datetime) -> tuple[Training, ...]:
        """
        List the training rounds that no other followed in time, and that are not
        marked yet (轮训逾期).
        """
        days = sorted(each.completed_on for each in self.trainings)
        return tuple(
            each
            for each in self.trainings
            if now > each.limit.ends_at
            and each.fact not in self.trainings_missed
            and not any(each.completed_on < d <= each.limit.ends_on for d in days)
        )

    @property
    def ever_licensed(self) -> bool:
        """
        Whether the person had a licensing post at any time.
        """
        return any(post.role is Role.LICENSING for post in self.posts)

    def licensed_between(
        self, first: date, last: date, enterprise: UUID | None = None
    ) -> bool:
        """
        Whether the person dealt with permits within a span (INV-45).

        Args:
            first: First day, inclusive.
            last: Last day, inclusive.
            enterprise: Whose permits; without one, those of every enterprise.
        """
        return any(
            post.role is Role.LICENSING
            and post.held_between(first, last)
            and (not post.enterprises or enterprise in post.enterprises)
            for post in self.posts
        )
