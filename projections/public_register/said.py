"""
What a publication says (公开内容), column by column.
"""

from domain.publication.file import PublishedPenalty
from domain.publication.listing import PublishedEntry
from domain.publication.result import PublishedDraw, PublishedResult
from infra.read_model import plain, pointer
from infra.tables_of_rows import Value
from projections.public_register.tables import TEXTS


def of_penalty(content: PublishedPenalty) -> dict[str, Value]:
    """
    Give what is shown of a penalty.
    """
    validity = content.validity.until_on if content.validity else None
    is_open = content.validity.open_ended if content.validity else None
    own = content.decision_texts
    texts = {
        name: pointer(getattr(content.texts, name)) or plain(getattr(own, name, ""))
        for name in TEXTS
    }
    return {
        "party_name": content.party_name,
        "uscc": content.uscc,
        "decision_no": content.decision_no,
        "kinds": "；".join(kind.zh for kind in content.kinds),
        "fine_fen": content.fine_fen,
        "confiscated_fen": content.confiscated_fen,
        "decided_on": content.decided_on.isoformat(),
        "penalty_until": validity.isoformat() if validity else None,
        "open_ended": None if is_open is None else int(is_open),
        "authority_name": content.authority.authority_name,
        "authority_code": content.authority.authority_code,
        **texts,
    }


def of_entry(listing: PublishedEntry) -> dict[str, Value]:
    """
    Give what is shown of an entry of a list.
    """
    ground = listing.list_ground
    return {
        "party_name": listing.party_name,
        "uscc": listing.uscc,
        "decision_no": listing.decision_no,
        "legal_basis": plain(listing.legal_basis),
        "decided_on": listing.listed_on.isoformat(),
        "authority_name": listing.authority.authority_name,
        "authority_code": listing.authority.authority_code,
        "colour": listing.colour.code,
        "list_ground": ground.code if ground else None,
    }


def of_result(result: PublishedResult) -> dict[str, Value]:
    """
    Give what is shown of a result of enforcement.
    """
    until = result.until_on
    return {
        "party_name": result.party_name,
        "uscc": result.uscc,
        "decision_no": result.decision_no,
        "decided_on": result.decided_on.isoformat(),
        "authority_name": result.authority.authority_name,
        "authority_code": result.authority.authority_code,
        "result_text": plain(result.result_text),
        "outcome": result.outcome or None,
        "closure_ground": result.closure_ground or None,
        "violations_count": result.violations_count,
        "until_on": until.isoformat() if until else None,
        **(_of_draw(result.draw) if result.draw else {}),
    }


def _of_draw(draw: PublishedDraw) -> dict[str, Value]:
    drawn = (f"{visit.party_name} {visit.uscc}".strip() for visit in draw.visits)
    reasons = (each.override_reason for each in draw.overrides)
    return {
        "pool_sha256": draw.pool_sha256,
        "seed_commitment": draw.seed_commitment,
        "commitment_sha256": draw.commitment_sha256,
        "seed": draw.seed,
        "visits": "；".join(drawn),
        "override_reason": plain("；".join(each for each in reasons if each)),
    }
