"""
What follows an on-the-spot decision (当场处罚之后): filing, and the cash taken.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.penalty.choices import CollectionGround, PenaltyFlag
from domain.penalty.facts import OnTheSpotPenaltyDecided
from domain.penalty.facts_of_payment import (
    SpotDecisionFiled,
    SpotFineBanked,
    SpotFineCollected,
    SpotFineHandedIn,
)
from domain.penalty.file import Penalty
from domain.penalty.grounds import is_late, not_unperformed
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

FILING: Final = PENALTY_LAW.article(52, 3)
COLLECTION: Final = f"{PENALTY_LAW.article(68, until=70)}"
HANDING_IN: Final = PENALTY_LAW.article(71)

#: Up to this a fine may be collected on the spot whatever the circumstances, in fen.
SMALL_MAX_FEN: Final = 100_00


@act(
    "当场处罚备案",
    "File an on-the-spot decision",
    by=Role.OFFICER,
    under=FILING,
    rows=("PEN-01",),
)
def file_spot_decision(penalty: Penalty, at: Circumstances) -> None:
    """
    File an on-the-spot decision with the officers' own body.

    Later than the old rules allowed it is filed all the same, and marked.

    Args:
        penalty: The penalty.
        at: Who, when.

    Raises:
        OutOfOrder: If it was not decided on the spot, or is filed already.

    Source:
        行政处罚法 52(3).
    """
    late = is_late(penalty.file_limit, at)
    flags = (PenaltyFlag.SPOT_FILING_LATE,) if late else ()
    penalty.record(SpotDecisionFiled, at, flags=flags)


@file_spot_decision.unless
def cannot_file(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Once, where there is no case.
    """
    del at
    if not penalty.on_the_spot:
        yield OutOfOrder(
            "not_on_the_spot", under=FILING, needed=OnTheSpotPenaltyDecided.ZH
        )
    if penalty.filed:
        yield OutOfOrder("filed_already", under=FILING)


@act(
    "当场收缴罚款",
    "Collect a fine on the spot",
    by=Role.OFFICER,
    under=COLLECTION,
    time=Time.CAPTURED,
    late=True,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def collect_spot_fine(
    penalty: Penalty,
    at: Circumstances,
    *,
    collection_ground: CollectionGround,
    receipt_no: str,
) -> None:
    """
    Take a fine in cash, against an official receipt.

    Args:
        penalty: The penalty.
        at: Who, when.
        collection_ground: Why it is not paid at a bank.
        receipt_no: Number of the official receipt that the party got.

    Raises:
        OutOfOrder: If no fine is left to pay, or there is no receipt.
        BeyondTheLaw: If the ground does not hold for this penalty.

    Source:
        行政处罚法 68-70.
    """
    first(blank(receipt_no, "receipt_number_missing", under=PENALTY_LAW.article(70)))
    first(_not_on_spot(penalty, collection_ground))
    penalty.record(
        SpotFineCollected,
        at,
        collection_ground=collection_ground,
        receipt_no=receipt_no,
        fine_paid_fen=penalty.fine_left_fen,
        hand_in_limit=limit_if_any(at, "PN.pay.spot.hand_in", at.on),
    )


@collect_spot_fine.unless
def cannot_collect(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It was served, and a fine is left to pay.
    """
    del at
    yield from not_unperformed(penalty, under=COLLECTION)
    if not penalty.fine_left_fen:
        yield OutOfOrder("nothing_to_pay", under=COLLECTION, needed=PenaltyKind.FINE)


def _not_on_spot(penalty: Penalty, ground: CollectionGround) -> Iterable[Refused]:
    """
    A fine above 100 yuan is no small one; only the simple procedure knows the second
    ground; a remote place holds for both procedures.
    """
    is_small = penalty.on_the_spot and penalty.fine_fen <= SMALL_MAX_FEN
    holds = {
        CollectionGround.SMALL: is_small,
        CollectionGround.HARD_LATER: penalty.on_the_spot,
        CollectionGround.REMOTE: True,
    }
    if not holds[ground]:
        yield BeyondTheLaw(
            "spot_collection_not_allowed",
            under=COLLECTION,
            collection_ground=ground,
            fine_fen=penalty.fine_fen,
        )


@act(
    "上交当场收缴的罚款",
    "Hand in a fine that was collected",
    by=Role.OFFICER,
    under=HANDING_IN,
    rows=("PEN-01",),
)
def hand_in_spot_fine(penalty: Penalty, at: Circumstances) -> None:
    """
    Hand cash that was collected in to the body.

    Args:
        penalty: The penalty.
        at: Who, when.

    Raises:
        OutOfOrder: If nothing was collected, or it is handed in already.

    Source:
        行政处罚法 71: two working days.
    """
    late = is_late(penalty.hand_in_limit, at)
    penalty.record(
        SpotFineHandedIn,
        at,
        flags=(PenaltyFlag.HAND_IN_LATE,) if late else (),
        bank_limit=limit_if_any(at, "PN.pay.spot.bank", at.on),
    )


@hand_in_spot_fine.unless
def cannot_hand_in(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Cash is with the officers.
    """
    del at
    if not penalty.cash_taken:
        needed = SpotFineCollected.ZH
        yield OutOfOrder("no_cash", under=HANDING_IN, needed=needed)


@act(
    "当场收缴罚款缴库",
    "Pay a fine that was collected in at the bank",
    by=Role.CLERK,
    under=HANDING_IN,
    rows=("PEN-01",),
)
def bank_spot_fine(penalty: Penalty, at: Circumstances, *, receipt_no: str) -> None:
    """
    Pay cash that was handed in to the bank.

    Args:
        penalty: The penalty.
        at: Who, when.
        receipt_no: Number of the bank's receipt.

    Raises:
        OutOfOrder: If nothing was handed in, it is paid in already, or there is no
            receipt.

    Source:
        行政处罚法 71: two working days.
    """
    first(blank(receipt_no, "receipt_number_missing", under=HANDING_IN))
    late = is_late(penalty.bank_limit, at)
    flags = (PenaltyFlag.BANKING_LATE,) if late else ()
    penalty.record(SpotFineBanked, at, receipt_no=receipt_no, flags=flags)


@bank_spot_fine.unless
def cannot_bank(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Cash is with the body.
    """
    del at
    if not penalty.cash_handed_in:
        needed = SpotFineHandedIn.ZH
        yield OutOfOrder("no_cash", under=HANDING_IN, needed=needed)
