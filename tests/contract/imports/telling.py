"""
Writes down every fact of a city, so that those of two cities can be compared.
"""

import hashlib
import re
from collections import defaultdict

from tests.contract.imports.city import City

#: Facts of a run itself; they say which file was read, and how.
RUN = "import."

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: Commitments and keyed values, under salts and a secret of each ledger's own.
_KEYED = re.compile(r"[0-9a-f]{64}")
_PLACE = re.compile(r"row_no=\d+, layout='[^']*'")
_RULES = re.compile(r"rules=\([^)]*\), warnings=\([^)]*\)")


def everything(
    city: City,
    *,
    rows: bool = True,
    rules: bool = True,
    runs: bool = False,
) -> list[str]:
    """
    Write down every fact with what the vault has of it, in no order of theirs.

    Left out are positions, salts, keyed values and where in its file a row stood; a
    file or person is called after all that is said of it.

    Args:
        city: Whose.
        rows: Whether the whole rows in the vault are compared.
        rules: Whether the rules by which the rows were read are compared.
        runs: Whether the facts of the runs are compared.
    """
    known = {str(f.file): "run" for f in city.facts if f.TOPIC.startswith(RUN)}
    known |= {str(city.body): "body", str(city.importer.person): "person"}
    told = []
    for fact in city.facts:
        if fact.TOPIC.startswith(RUN) and not runs:
            continue
        sealed = city.ledger.vault.of_fact(fact.id)
        if not rows:
            sealed.pop("terms/row", None)
        said = {n: v for n, v in sorted(vars(fact).items()) if n != "position"}
        text = f"{fact.TOPIC} {sorted(sealed.items())} {said}"
        text = _KEYED.sub("keyed", _PLACE.sub("place", text))
        told.append(text if rules else _RULES.sub("rules", text))
    names = _names(told) | known
    return sorted(_ID.sub(lambda found: names[found[0]], text) for text in told)


def _names(told: list[str]) -> dict[str, str]:
    """
    Give each id a name made of all that is said with it.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for text in told:
        blank = _ID.sub("id", text)
        for found in set(_ID.findall(text)):
            said[found].append(blank)
    return {found: _digest(texts) for found, texts in said.items()}


def _digest(texts: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()[:8]
