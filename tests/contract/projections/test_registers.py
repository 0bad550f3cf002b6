"""
The registers: how they are narrowed, and how they stood on any day.
"""

from pathlib import Path
from uuid import UUID

import pytest

from domain.codes import make_uscc_of
from infra.questions import Ask
from infra.read_model import ReadModel
from projections.enterprises import Enterprises
from tests.cases.town import CITY, COUNTY, DISTRICT, Town
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

#: A county whose code ends in a nought, and its neighbour in the same city.
XIANGFANG, HULAN = "230110", "230111"


@pytest.fixture
def town() -> Town:
    """
    A town with its bodies and people.
    """
    return Town()


def registers(town: Town, name: str, region: str, number: int) -> UUID:
    """
    Put an enterprise into the register.
    """
    facts = town.do(
        "register-enterprise",
        by="first",
        name=name,
        region=region,
        uscc=make_uscc_of("91", CITY, f"{number:08d}"),
    )
    return facts[0].file


def fed_with(town: Town, name: str, folder: Path) -> ReadModel:
    """
    Feed a read model with all that happened.
    """
    return fed(name, folder, as_recorded(town.office.facts), batch=1000)


class TestEnterprises:
    @pytest.mark.parametrize(
        ("region", "names"),
        [
            (XIANGFANG, ["香坊厂"]),
            (HULAN, ["呼兰厂"]),
            ("230100", ["香坊厂", "呼兰厂"]),
            ("230000", ["香坊厂", "呼兰厂"]),
            (CITY, ["县厂", "区厂"]),
            ("", ["香坊厂", "呼兰厂", "县厂", "区厂"]),
        ],
    )
    def test_by_region(
        self, town: Town, tmp_path: Path, region: str, names: list[str]
    ) -> None:
        """
        A division lists what lies in it and nothing of its neighbours, also where its
        code ends in a nought.
        """
        places = (("香坊厂", XIANGFANG), ("呼兰厂", HULAN))
        for number, (name, place) in enumerate(
            (*places, ("县厂", COUNTY), ("区厂", DISTRICT))
        ):
            registers(town, name, place, number)

        model = fed_with(town, Enterprises.NAME, tmp_path)
        ask = Ask(officer_of(town.city))
        rows = model.answer("enterprises", ask, region=region).rows
        assert {row["name"] for row in rows} == set(names)
