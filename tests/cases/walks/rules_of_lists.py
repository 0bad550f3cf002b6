"""
What no joint measure, ban or publication may come to, told from the facts alone.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from domain.ban.file import BanBasis
from tests.cases.walks.chronicle import Chronicle, always, name_of, of
from tests.cases.walks.rules_of_cases import is_served, stands
from tests.cases.walks.rules_of_others import LEAVING
from tests.cases.walks.rules_of_people import is_lawful

#: On what a ban for some years may rest, and after how many years it ends.
FOR_YEARS = (BanBasis.JUDGMENT, BanBasis.DISMISSAL, BanBasis.CLOSURE)
YEARS = 5
#: On what one for life may rest: 安全生产法94(3), 92(4).
FOR_LIFE = (BanBasis.JUDGMENT, BanBasis.DISMISSAL, BanBasis.FALSE_REPORT)
#: What ends a publication.
ENDING = ("item-withdrawn", "item-term-ended", "item-ended-by-repair")


def is_on_list(before: Chronicle, entry: UUID, colour: str) -> bool:
    """
    Say whether an entry is live.
    """
    on_it = False
    for fact in before.of_file[entry]:
        name = name_of(fact)
        if name in (f"{colour}list-entry-made", f"{colour}list-entry-restored"):
            on_it = True
        if name in LEAVING[colour]:
            on_it = False
    return on_it


# -- entries and partners -------------------------------------------------------------


@of("joint-discipline-initiated")
def while_listed(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a joint measure
    """INV-39, 40: only whoever is on the black list, by a provision."""
    if not is_on_list(before, fact.entry, "black"):
        yield "INV-39 of who is not listed"
    if not fact.legal_basis.strip():
        yield "国办发〔2020〕49号 without a provision"


@of("incentive-granted")
def while_red(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a joint measure
    """Only whoever is on the red list."""
    if not is_on_list(before, fact.entry, "red"):
        yield "an incentive of who is not on the red list"


@of("partner-measure-imposed")
def not_once_it_left(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a joint measure
    """INV-40: nothing is imposed once the entry has ended."""
    (asked,) = before.said("joint-discipline-initiated", fact.file)
    if not is_on_list(before, asked.entry, "black"):
        yield "INV-40 imposed after the entry ended"


@of("partner-measure-lifted")
def imposed_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a joint measure
    """INV-40: the last is the last."""
    left = [
        each.file
        for each in before.said("joint-discipline-initiated", entry=fact.entry)
        if each.file != fact.file
        and before.said("partner-measure-imposed", each.file)
        and not before.said("partner-measure-lifted", each.file)
    ]
    if fact.is_last and left:
        yield "INV-40 called the last, and others run"
    if before.said("partner-measure-lifted", fact.file):
        yield "INV-40 lifted twice"


@of("blacklist-entry-removed")
def everything_met(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of an entry
    """令11号 18-19: accepted, after it was applied for."""
    applied = before.last("early-removal-applied", fact.file)
    if applied is None or not before.is_since(applied, "early-removal-accepted"):
        yield "19 not accepted"


@always
def entries_fall(before: Chronicle) -> list[str]:
    """
    INV-41: list the entries that are live on a penalty that fell.
    """
    return [
        f"INV-41 {entry} is live on a penalty that fell"
        for entry in dict.fromkeys(
            fact.file for fact in before.said("blacklist-entry-made")
        )
        if is_on_list(before, entry, "black")
        and not stands(before, before.of_file[entry][0].penalty)
    ]


# -- bans -----------------------------------------------------------------------------


@of("occupational-ban-imposed", "lifetime-ban-imposed")
def on_its_basis(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a ban
    """INV-42; 安全生产法94, 113: its basis, its term; none for life ends."""
    del before
    for_life = name_of(fact) == "lifetime-ban-imposed"
    may = FOR_LIFE if for_life else FOR_YEARS
    if fact.ban_basis not in may or not fact.basis_no.strip():
        yield "INV-42 on no basis"
    if fact.basis_on > fact.deed.on:
        yield "INV-42 ahead of its basis"
    if for_life:
        return
    if fact.ban_basis is BanBasis.JUDGMENT:
        if fact.until_on is not None:
            yield "INV-42 ends before the sentence does"
    elif fact.until_on != _years_after(fact.basis_on):
        yield "INV-42 not five years"


def _years_after(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + YEARS, 2, 28)
    return day.replace(year=day.year + YEARS)


@of("industry-ban-imposed")
def on_a_penalty_in_force(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a ban
    """INV-42; 安全生产法92."""
    if not stands(before, fact.penalty) or not is_served(before, fact.penalty):
        yield "INV-42 on a penalty that is not in force"


@of("ban-expired")
def when_its_term_is_over(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a ban
    """INV-42: a ban for life does not expire, another not before its last day."""
    imposed = before.of_file[fact.file][0]
    fixed = before.last("ban-term-fixed", fact.file)
    until = fixed.until_on if fixed else getattr(imposed, "until_on", None)
    if until is None:
        yield "INV-42 expired without a last day"
    elif fact.deed.on < until:
        yield "INV-42 expired before its last day"
    if before.said("ban-lifted", fact.file):
        yield "INV-42 expired, and lifted before"


# -- publications ---------------------------------------------------------------------


def is_public(before: Chronicle, item: UUID) -> bool:
    """
    Say whether a publication has not ended.
    """
    shown = before.last("item-published", item)
    return shown is not None and not any(
        before.is_since(shown, name) for name in ENDING
    )


@of("item-published")
def once_and_on_what_stands(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a publication
    """INV-61; 行政处罚法48: served, standing, our own, once on a channel."""
    if fact.penalty is not None:
        if not stands(before, fact.penalty) or not is_served(before, fact.penalty):
            yield "INV-61 of a decision that is not in force"
        body = before.of_file[fact.penalty][0].deed.body
        if is_lawful(before) and body != fact.deed.body:
            yield "INV-61 of another body"
        same = {"penalty": fact.penalty, "source_fact": fact.source_fact}
        if before.said("non-publication-decided", **same):
            yield "INV-61 of what is kept back"
    if fact.entry is not None and not any(
        is_on_list(before, fact.entry, colour) for colour in ("black", "red")
    ):
        yield "INV-61 of an entry that is not live"
    source = {"penalty": fact.penalty, "entry": fact.entry, "channel": fact.channel}
    for other in before.said("item-published", **source):
        if other.file != fact.file and is_public(before, other.file):
            yield "INV-61 twice on one channel"
    if not fact.source_fact:
        yield "INV-61 without its source"


@of("non-publication-decided")
def while_it_is_not(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a publication
    """行政处罚法48: what is public is withdrawn, not kept back."""
    for other in before.said("item-published", penalty=fact.penalty):
        if is_public(before, other.file):
            yield "48 kept back while public"


@of("item-term-ended", "item-ended-by-repair", "item-withdrawn", "item-corrected")
def of_what_is_public(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a publication
    """What is public no more does not end again, nor change."""
    if not is_public(before, fact.file):
        yield "of what is not public"


@of("list-announced")
def published_each_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a publication
    """An announcement names what is public, and publishes nothing."""
    for item in fact.publications:
        shown = before.last("item-published", item)
        if shown is None or shown.entry is None or not is_public(before, item):
            yield "announced, and not public"
