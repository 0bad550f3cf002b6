"""
A town with shops: a small domain of the tests, with one rule of each kind.

- A visit is only paid to an open shop: it reads another file's **version**.
- A shop is not closed during a visit: it reads a **tag**, and the visit may not have
  existed a moment ago.
- Two signs never bear one number: it reads a **claim**.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from domain.acts import Reach, act, opening
from domain.base import Actor, Audience, Fact, File, FirstFact, Role, Time
from domain.circumstances import Circumstances
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Number, Personal, Reference, Restricted, Upload

ShopRef = Annotated[UUID, Reference("test-shop", "shops")]

OFFICER = Actor(Role.OFFICER, UUID(int=1), UUID(int=10))
COLLEAGUE = Actor(Role.OFFICER, UUID(int=2), UUID(int=10))
CLOCK = Actor(Role.CLOCK)


class ShopOpened(FirstFact):
    """
    A shop was opened (开店).
    """

    TOPIC: ClassVar[str] = "test-shop.opened.v1"

    name: str

    def apply(self, aggregate: "Shop") -> None:
        """
        Keep its name.
        """
        aggregate.name = self.name


class ShopRenamed(Fact):
    """
    A shop was given another name (更名).
    """

    TOPIC: ClassVar[str] = "test-shop.renamed.v1"

    name: str

    def apply(self, aggregate: "Shop") -> None:
        """
        Keep its new name.
        """
        aggregate.name = self.name


class ShopNameCorrected(Fact):
    """
    A name was written wrongly in an earlier fact (更正).
    """

    TOPIC: ClassVar[str] = "test-shop.name-corrected.v1"

    corrects: str
    name: str

    def apply(self, aggregate: "Shop") -> None:
        """
        Nothing: which name it has today is the read model's to say.
        """


class ShopClosed(Fact):
    """
    A shop was closed (关店).
    """

    TOPIC: ClassVar[str] = "test-shop.closed.v1"

    def apply(self, aggregate: "Shop") -> None:
        """
        Remember it.
        """
        aggregate.is_open = False


class Shop(File):
    """
    A shop (店).
    """

    TOPIC: ClassVar[str] = "test-shop"

    def __init__(self) -> None:
        """
        Open from its first fact on.
        """
        self.name = ""
        self.is_open = True


class VisitBegun(FirstFact):
    """
    A visit began (走访开始).
    """

    TOPIC: ClassVar[str] = "test-visit.begun.v1"

    shop: ShopRef
    until_on: date

    def tags(self) -> Iterable[str]:
        """
        Found by its shop.
        """
        return (f"shop/{self.shop}/visit",)

    def apply(self, aggregate: "Visit") -> None:
        """
        Keep when it must end.
        """
        aggregate.until_on = self.until_on


class VisitEnded(Fact):
    """
    A visit ended (走访结束).
    """

    TOPIC: ClassVar[str] = "test-visit.ended.v1"

    by_clock: bool

    def apply(self, aggregate: "Visit") -> None:
        """
        Remember it.
        """
        aggregate.is_over = True


class Visit(File):
    """
    A visit to a shop (走访).
    """

    TOPIC: ClassVar[str] = "test-visit"

    def __init__(self) -> None:
        """
        Going on from its first fact on.
        """
        self.until_on = date.max
        self.is_over = False


class SignHung(FirstFact):
    """
    A sign was hung (挂牌).
    """

    TOPIC: ClassVar[str] = "test-sign.hung.v1"

    number: str

    def claims(self) -> Iterable[str]:
        """
        Its number is its own.
        """
        return (f"sign/{self.number}",)

    def apply(self, aggregate: "Sign") -> None:
        """
        Keep its number.
        """
        aggregate.number = self.number


class SignTakenDown(Fact):
    """
    A sign was taken down (摘牌).
    """

    TOPIC: ClassVar[str] = "test-sign.taken-down.v1"

    number: str

    def releases(self) -> Iterable[str]:
        """
        Its number is free again.
        """
        return (f"sign/{self.number}",)

    def apply(self, aggregate: "Sign") -> None:
        """
        Forget its number.
        """
        aggregate.number = ""


class Sign(File):
    """
    A sign with a number (牌).
    """

    TOPIC: ClassVar[str] = "test-sign"

    def __init__(self) -> None:
        """
        Without a number before its first fact.
        """
        self.number = ""


@dataclass(frozen=True)
class Sheet:
    """
    A sheet of a paper, with a number of its own (页).
    """

    number: Number
    scan: Upload | None = None


class PaperIssued(FirstFact):
    """
    A paper was issued (签发).
    """

    TOPIC: ClassVar[str] = "test-paper.issued.v1"

    number: Number
    sheets: tuple[Sheet, ...] = ()

    def apply(self, aggregate: "Paper") -> None:
        """
        Keep its numbers.
        """
        aggregate.number = self.number
        aggregate.sheets = self.sheets


class Paper(File):
    """
    A paper with official numbers (文书).
    """

    TOPIC: ClassVar[str] = "test-paper"

    def __init__(self) -> None:
        """
        Without a number before its first fact.
        """
        self.number: Number | None = None
        self.sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Guest:
    """
    Somebody who was there (在场人).
    """

    name: Personal
    phone: Personal | None = None


class GuestsNoted(FirstFact):
    """
    Guests were noted (登记在场人).
    """

    TOPIC: ClassVar[str] = "test-guests.noted.v1"

    host: Personal
    remark: Restricted
    guests: tuple[Guest, ...]

    def apply(self, aggregate: "Guests") -> None:
        """
        Keep whose data it is.
        """
        aggregate.host = self.host


class Guests(File):
    """
    The guests of an evening (在场人名册).
    """

    TOPIC: ClassVar[str] = "test-guests"

    def __init__(self) -> None:
        """
        Nobody is known yet.
        """
        self.host = Personal()


class Whispered(FirstFact):
    """
    Somebody said something in confidence (密报).
    """

    TOPIC: ClassVar[str] = "test-whisper.whispered.v1"
    AUDIENCE: ClassVar[Audience] = Audience.DISCIPLINE
    RESTRICTED: ClassVar[bool] = True

    name: Personal
    shop: ShopRef

    def tags(self) -> Iterable[str]:
        """
        Would give away the shop; a restricted fact states no tag.
        """
        return (f"shop/{self.shop}/whisper",)

    def apply(self, aggregate: "Whisper") -> None:
        """
        Keep about which shop.
        """
        aggregate.shop = self.shop


class Whisper(File):
    """
    A confidence (密报).
    """

    TOPIC: ClassVar[str] = "test-whisper"

    def __init__(self) -> None:
        """
        About nothing before its first fact.
        """
        self.shop = UUID(int=0)


# -- acts -----------------------------------------------------------------------------


@opening("开店", "Open a shop", by=Role.OFFICER, under="Town Rules 1", reach=Reach.ANY)
def open_shop(at: Circumstances, *, name: str) -> Shop:
    """
    Open a shop.
    """
    return Shop.start(ShopOpened, at, name=name)


@act("更名", "Rename a shop", by=Role.OFFICER, under="Town Rules 2", late=True)
def rename_shop(shop: Shop, at: Circumstances, *, name: str) -> None:
    """
    Give a shop another name.
    """
    shop.record(ShopRenamed, at, name=name)


@act("关店", "Close a shop", by=Role.OFFICER, under="Town Rules 3")
def close_shop(shop: Shop, at: Circumstances) -> None:
    """
    Close a shop.
    """
    shop.record(ShopClosed, at)


@close_shop.unless
def cannot_close(shop: Shop, at: Circumstances) -> Iterator[Refused]:
    """
    Once only, and not during a visit.
    """
    if not shop.is_open:
        yield OutOfOrder("shop_closed", under="Town Rules 3")
    visits = (at.read(Visit, each) for each in at.tagged(f"shop/{shop.id}/visit"))
    if any(not visit.is_over for visit in visits):
        yield OutOfOrder("visit_going_on", under="Town Rules 4")


@opening(
    "走访", "Begin a visit", by=Role.OFFICER, under="Town Rules 5", reach=Reach.ANY
)
def begin_visit(at: Circumstances, *, shop: ShopRef, until_on: date) -> Visit:
    """
    Visit a shop that is open.
    """
    visited = at.read(Shop, shop)
    if not visited.is_open:
        raise OutOfOrder("shop_closed", under="Town Rules 5")
    return Visit.start(VisitBegun, at, because=visited, shop=shop, until_on=until_on)


@act(
    "结束走访",
    "End a visit",
    by=Role.OFFICER,
    under="Town Rules 6",
    time=Time.STATED,
    reach=Reach.ANY,
)
def end_visit(visit: Visit, at: Circumstances) -> None:
    """
    End a visit.
    """
    visit.record(VisitEnded, at, by_clock=False)


@act(
    "走访到期",
    "Let a visit run out",
    by=Role.CLOCK,
    under="Town Rules 7",
    reach=Reach.ANY,
)
def let_visit_run_out(visit: Visit, at: Circumstances) -> None:
    """
    End a visit whose last day is over.
    """
    if at.on < visit.until_on:
        raise OutOfTime("visit_not_due", under="Town Rules 7")
    visit.record(VisitEnded, at, by_clock=True)


@end_visit.unless
@let_visit_run_out.unless
def cannot_end(visit: Visit, at: Circumstances) -> Iterator[Refused]:
    """
    Once only.
    """
    del at
    if visit.is_over:
        yield OutOfOrder("visit_over", under="Town Rules 6")


@opening("挂牌", "Hang a sign", by=Role.OFFICER, under="Town Rules 8", reach=Reach.ANY)
def hang_sign(at: Circumstances, *, number: str) -> Sign:
    """
    Hang a sign whose number no other bears.
    """
    if at.holder(f"sign/{number}") is not None:
        raise OutOfOrder("number_taken", under="Town Rules 8", number=number)
    return Sign.start(SignHung, at, number=number)


@opening("随手挂牌", "Hang a sign unasked", by=Role.OFFICER, under="Town Rules 8")
def hang_sign_unasked(at: Circumstances, *, number: str) -> Sign:
    """
    Hang a sign without asking who bears its number.
    """
    return Sign.start(SignHung, at, number=number)


@act("摘牌", "Take a sign down", by=Role.OFFICER, under="Town Rules 9")
def take_sign_down(sign: Sign, at: Circumstances) -> None:
    """
    Take a sign down; its number is free again.
    """
    sign.record(SignTakenDown, at, number=sign.number)


@opening("签发", "Issue a paper", by=Role.OFFICER, under="Town Rules 10")
def issue_paper(
    at: Circumstances, *, code: str, sheets: int = 0, scan: Upload | None = None
) -> Paper:
    """
    Issue a paper, which draws a number, as does each of its sheets.
    """
    return Paper.start(
        PaperIssued,
        at,
        number=_number(code, at.on),
        sheets=tuple(Sheet(_number(f"{code}页", at.on), scan) for _ in range(sheets)),
    )


def _number(code: str, day: date) -> Number:
    return Number(
        series=f"{code}/{day.year}",
        region="镇",
        agency="店管",
        code=code,
        year=day.year,
        pattern=f"（镇）店管{code}〔{day.year}〕{{}}号",
    )


@opening("登记", "Note guests", by=Role.OFFICER, under="Town Rules 11")
def note_guests(
    at: Circumstances,
    *,
    host: Personal,
    remark: Restricted,
    guests: tuple[Guest, ...] = (),
) -> Guests:
    """
    Note who was there.
    """
    return Guests.start(GuestsNoted, at, host=host, remark=remark, guests=guests)


@opening("密报", "Whisper", by=Role.OFFICER, under="Town Rules 12", reach=Reach.ANY)
def whisper(at: Circumstances, *, name: Personal, shop: ShopRef) -> Whisper:
    """
    Say something in confidence about a shop.
    """
    about = at.read(Shop, shop)
    return Whisper.start(Whispered, at, concerns=(about.id,), name=name, shop=shop)


@opening("明说", "Whisper aloud", by=Role.OFFICER, under="Town Rules 13")
def whisper_aloud(at: Circumstances, *, shop: ShopRef) -> Whisper:
    """
    Put a confidence into the thread of the shop, as it must not be.
    """
    about = at.read(Shop, shop)
    nobody = Personal("nobody", shop)
    return Whisper.start(Whispered, at, because=about, name=nobody, shop=shop)
