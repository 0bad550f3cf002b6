"""
A penalty while it is told (处罚经过): decided on the spot, filed, made public, paid.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from domain.base import Actor, File
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import (
    afternoon,
    in_office,
    later,
    morning,
    next_day,
)
from services.commandline.demo.people_names import a_name
from services.commandline.demo.shown import shown, taken_down


@dataclass
class Fined:
    """
    A penalty that is told.

    Args:
        city: The city.
        story: Told in this one.
        firm: On whom.
        id: Its file.
        items: What is public of it.
    """

    city: City
    story: Story
    firm: Firm
    id: UUID
    items: list[UUID] = field(default_factory=list)

    @property
    def head(self) -> Actor:
        """
        Who decides for the body.
        """
        return self.city.head(self.firm.bureau)

    @property
    def clerk(self) -> Actor:
        """
        Who takes papers in.
        """
        return self.city.clerk(self.firm.bureau)

    @property
    def now(self) -> File:
        """
        The penalty as it stands.
        """
        return self.story.read(self.id)

    @property
    def owed_fen(self) -> int:
        """
        What is left to pay of fine and surcharge.
        """
        fine: int = getattr(self.now, "fine_left_fen", 0)
        surcharge: int = getattr(self.now, "surcharge_left_fen", 0)
        return fine + surcharge

    def do(self, act: str, by: Actor, **terms: object) -> None:
        """
        Do an act on it.
        """
        self.story.do(act, by, file=self.id, more=terms)

    def on_site(self, act: str, **terms: object) -> None:
        """
        Do an act on it as the two officers.
        """
        firm = self.firm
        self.story.do(act, firm.lead, file=self.id, among=firm.persons, more=terms)

    def pay(self, fen: int, *, first: str = "fine") -> Telling:
        """
        Tell that money comes in.
        """
        yield afternoon(self.story.rng, next_day(self.story.now, 2))
        self.do(
            "record-payment",
            self.clerk,
            receipt_no=f"缴{self.story.rng.randint(10000, 99999)}",
            amount_fen=fen,
            pays_first=first,
        )

    def in_due_course(self, *, is_shown: bool) -> Telling:
        """
        Tell that a decision on the spot is filed with the body on the next day, and
        made public within the week.
        """
        yield in_office(self.story.rng, next_day(self.story.now))
        self.do("file-spot-decision", self.firm.lead)
        if is_shown:
            yield in_office(self.story.rng, next_day(self.story.now, 3))
            self.show()

    def show(self) -> None:
        """
        Have it made public.
        """
        self.items.append(shown(self.city, self.story, self.id).file)

    def take_down(self, ground: str) -> Telling:
        """
        Tell that what was public of it is withdrawn on the next day.
        """
        yield from self.wait(1)
        for item in self.items:
            taken_down(self.city, self.story, item, ground=ground)

    def wait(self, days: int) -> Telling:
        """
        Tell that days pass, up to a working one.
        """
        day = later(self.story.today + timedelta(days=days), 0)
        yield in_office(self.story.rng, day)


def on_the_spot(city: City, name: str, nth: int, *, ago: int, fen: int) -> "Spot":
    """
    Give the story of a decision on the spot, on one of the firms of the city's bureau.
    """
    led = [f for f in city.firms if f.bureau == "city" and not f.is_gone]
    return Spot(city, city.story(f"penalty/{name}"), led[nth % len(led)], ago, fen)


@dataclass
class Spot:
    """
    How a penalty is decided on the spot (当场处罚).

    Args:
        city: The city.
        story: Told in this one.
        firm: On whom.
        ago: How many days before the last day.
        fen: The fine; 0 for a warning.
        is_shown: Whether it is made public as a matter of course.
    """

    city: City
    story: Story
    firm: Firm
    ago: int
    fen: int
    is_shown: bool = True

    def begin(self) -> Telling:
        """
        Tell that the day comes.
        """
        day = later(self.city.until - timedelta(days=self.ago), 0)
        yield morning(self.story.rng, day)

    def decide(self) -> Fined:
        """
        Have it decided, heard and handed over.
        """
        number = self.story.rng.randint(100, 999)
        done = self.story.do(
            "decide-on-the-spot",
            self.firm.lead,
            at=self.story.now - timedelta(minutes=6),
            among=self.firm.persons,
            kinds=("fine",) if self.fen else ("warning",),
            fine_fen=self.fen,
            violation_fact="作业场所未设置安全警示标志，事实清楚，当场拍照固定",
            legal_basis="安全生产法第九十九条第一项",
            rights_told=True,
            statement="当事人对事实无异议，不申辩",
            place=self.firm.address,
            decision_no=f"（演）应急罚当〔{self.story.today.year}〕{number}号",
            enterprise=self.firm.file,
            recipient=a_name(self.story.rng),
        )
        fined = Fined(self.city, self.story, self.firm, done.file)
        self.city.agenda.add(fined.in_due_course(is_shown=self.is_shown))
        return fined
