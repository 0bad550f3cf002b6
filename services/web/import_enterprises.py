"""
From a row of a register of enterprises to the act that takes it in (企业名录转事项).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import orjson

from domain.jurisdictions import Sector
from domain.law.industries import DIVISIONS
from domain.printed import PrintedValue
from domain.procedures.importing_enterprises import PrintedEnterprise
from domain.regions import is_known_region
from domain.values import Personal
from infra.requests import act_named
from infra.tables import Row
from services.web.intake import Intake

#: What stands in a header or cell of a danger, and the code of the feature it tells.
_FEATURES: Final = {
    "重大危险源": "major_hazard_source",
    "危险化学品": "hazardous_chemicals",
    "危化": "hazardous_chemicals",
    "粉尘": "explosive_dust",
    "有限空间": "confined_spaces",
    "冶炼": "smelting",
    "氨": "ammonia_cooling",
    "燃气": "gas",
    "厂中厂": "shared_premises",
}
#: The act that takes in a row, and its term that has what the row says.
ACT: Final = "record-imported-enterprise"
_TERM: Final = "stated_enterprise"
_HOUSEHOLD: Final = "个体"
_SECTORS: Final = {each.zh: each.code for each in Sector}
_INDUSTRY = re.compile(r"[A-T]?(?P<code>\d{2,4})(?!\d)")


def stated_by(row: Row, *, hidden: str = "") -> PrintedEnterprise:
    """
    Give an enterprise as a row has it.

    Args:
        row: The row.
        hidden: The field whose value may be a natural person's name, if one is.

    Raises:
        Malformed: If the register cannot take a value as the row has it.
    """
    members = act_named(ACT).terms
    asked = [member for member in members if member.name == _TERM]
    stated = Intake().terms(asked, {_TERM: _given(row)})[_TERM]
    assert isinstance(stated, PrintedEnterprise)
    personal = {**row.texts, **row.personal}
    head, principal = personal.pop("legal_rep", ""), personal.pop("principal", "")
    texts = orjson.dumps(personal, option=orjson.OPT_SORT_KEYS).decode()
    return replace(
        stated,
        legal_rep=Personal(head) if head else None,
        principal=Personal(principal) if principal else None,
        values=tuple(
            PrintedValue(field, str(value))
            for field, value in sorted(row.values.items())
            if field != hidden
        ),
        texts=Personal(texts) if personal else None,
    )


def _given(row: Row) -> dict[str, object]:
    """
    Give what the register itself keeps, as JSON has it.
    """
    values = row.values
    uscc = str(values.get("uscc", ""))
    return {
        "name": values.get("name") or values.get("party_name_mixed", ""),
        "region": _known(str(values.get("region_code", ""))),
        "uscc": uscc,
        "reg_no": values.get("reg_no", ""),
        "org_code": values.get("org_code", ""),
        "profile": _profile(values, has_code=bool(uscc or values.get("reg_no"))),
    }


def _known(region: str) -> str:
    return region if is_known_region(region) else ""


def _profile(values: Mapping[str, str | int], *, has_code: bool) -> dict[str, object]:
    stated: dict[str, object] = {
        "address": values.get("address"),
        "business_address": values.get("business_address"),
        "employees_count": values.get("employees"),
        "established_on": values.get("established_on"),
        "scale": values.get("scale"),
        "management_class": values.get("management_class"),
        "production_state": values.get("production_state"),
        "industry": _industry(str(values.get("industry_class", ""))),
        "sector": _SECTORS.get(str(values.get("supervision_industry", ""))),
        "risk_features": _features(str(values.get("risk_feature", ""))),
    }
    # A business without any code could be entered twice; a person enters it.
    if has_code and _HOUSEHOLD in str(values.get("entity_type", "")):
        stated["subject_kind"] = "household"
    return {name: value for name, value in stated.items() if value}


def _industry(printed: str) -> str | None:
    """
    Find a code of GB/T 4754 in what is printed; a name alone is none.
    """
    found = _INDUSTRY.search(printed)
    code = found["code"] if found else ""
    return code if code[:2] in DIVISIONS else None


def _features(printed: str) -> list[str]:
    """
    Name the features that the headers answered with yes tell of, each once.
    """
    found: dict[str, None] = {}
    for part in printed.split(";"):
        word = next((word for word in _FEATURES if word in part), None)
        if word is not None:
            found[_FEATURES[word]] = None
    return list(found)
