"""
Number series, opened beforehand by the body that counts.
"""

from domain.number_series.file import NumberSeries, NumberSeriesOpened, Policy
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.town import Town

SERIES = {"kind_code": "责改", "year": 2027, "policy": Policy.PER_KIND}


class TestOpenNumberSeries:
    def test_by_a_clerk(self) -> None:
        """
        A series is of one body, one kind of document and one year.
        """
        town = Town()

        (fact,) = town.do("open-number-series", **SERIES)

        series = town.read(NumberSeries, fact.file)
        assert isinstance(fact, NumberSeriesOpened)
        assert series.name == f"{town.city}/责改/2027"
        assert tuple(fact.claims()) == (f"series/{series.name}",)

    def test_twice(self) -> None:
        """
        A series is opened once; another body has its own.
        """
        town = Town()
        town.do("open-number-series", **SERIES)

        refusal = town.refused("open-number-series", **SERIES)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "series_open"
        assert town.do("open-number-series", by="county clerk", **SERIES)

    def test_no_such_year(self) -> None:
        """
        A year has four digits.
        """
        refusal = Town().refused("open-number-series", **(SERIES | {"year": 27}))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_such_year"
