"""
What the other side may do, and has told, on the board and in the inbox: times of a
referral that no fact keeps.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from infra.questions import Ask
from infra.transcoding import write_moment
from tests.cases.referral.justice import Justice
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times
from tests.contract.projections.test_referrals import inbox


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestHandling:
    """
    Until when the police may ask for papers, send a case on or give it back: a day from
    the minute of their receipt, and nobody is late after it.
    """

    RULES = ("RF.incomplete", "RF.forward", "RF.return")

    def states(self, justice: Justice, folder: Path, file: UUID) -> list[str]:
        """How the three stand."""
        found = times(justice, folder, file)
        return [found[rule][-1][0] for rule in self.RULES]

    @pytest.mark.parametrize(
        ("act", "said", "states"),
        [
            (
                "request-supplement",
                {"requirements": "缺现场照片"},
                ["met", "running", "running"],
            ),
            (
                "return-referral",
                {"reason": "不归公安管"},
                ["dropped", "dropped", "met"],
            ),
            ("file-criminal-case", {"criminal_case_no": "7号"}, ["dropped"] * 3),
            ("decline-filing", {"reasons": "情节轻微"}, ["dropped"] * 3),
        ],
    )
    def test_what_the_police_do(
        self,
        justice: Justice,
        tmp_path: Path,
        act: str,
        said: dict[str, str],
        states: list[str],
    ) -> None:
        """
        国务院令310号 7, 应急〔2019〕54号 10, 11: each ends by its own, and all with the
        answer.
        """
        referral = justice.received()
        begun = self.states(justice, tmp_path / "a", referral)
        (row,) = inbox(justice, tmp_path / "b", justice.police)
        justice.do(act, referral, by=justice.police, **said)

        assert begun == ["running"] * 3
        received = datetime.fromisoformat(str(row["received_at"]))
        assert row["handling_last_at"] == write_moment(received + timedelta(hours=24))
        assert self.states(justice, tmp_path / "c", referral) == states

    def test_that_is_sent_on(self, justice: Justice, tmp_path: Path) -> None:
        """
        国务院令310号 7: the others have their own day from their own receipt.
        """
        referral = justice.received()
        to = {"police": justice.other_police_body, "reason": "属地管辖"}
        justice.do("forward-referral", referral, by=justice.police, **to)
        sent = self.states(justice, tmp_path / "a", referral)
        (row,) = inbox(justice, tmp_path / "b", justice.police)
        justice.do("receive-referral", referral, by=justice.other_police)

        assert sent == ["dropped", "met", "dropped"]
        assert row["handling_last_at"] is None
        assert self.states(justice, tmp_path / "c", referral) == ["running"] * 3

    def test_nobody_is_late(self, justice: Justice, tmp_path: Path) -> None:
        """
        应急〔2019〕54号 11: what was not asked for in its day is not shown as late.
        """
        referral = justice.received()
        model = fed("deadlines", tmp_path, as_recorded(justice.office.facts), batch=7)

        def running(day: date) -> set[str]:
            ask = Ask(officer_of(justice.bureau), as_of=day)
            rows = model.answer("deadlines", ask, file=referral).rows
            return {str(row["rule"]) for row in rows} & {*self.RULES}

        assert running(justice.day + timedelta(days=1)) == {*self.RULES}
        assert running(justice.day + timedelta(days=2)) == set()


class TestTelling:
    @pytest.mark.parametrize(
        ("act", "said", "rule"),
        [
            ("file-criminal-case", {"criminal_case_no": "7号"}, "RF.filing.notice"),
            ("decline-filing", {"reasons": "情节轻微"}, "RF.filing.notice"),
        ],
    )
    def test_of_an_answer(
        self,
        justice: Justice,
        tmp_path: Path,
        act: str,
        said: dict[str, str],
        rule: str,
    ) -> None:
        """
        应急〔2019〕54号 12: three days to tell the body, who is told as it is recorded.
        """
        referral = justice.received()
        justice.do(act, referral, by=justice.police, **said)

        last = (justice.day + timedelta(days=3)).isoformat()
        assert times(justice, tmp_path, referral)[rule] == [("met", last)]

    def test_of_no_prosecution(self, justice: Justice, tmp_path: Path) -> None:
        """
        应急〔2019〕54号 18: three days to send the decision not to prosecute.
        """
        referral = justice.filed()
        by = {"by": justice.procurator, "reasons": "犯罪情节轻微"}
        justice.do("decide-non-prosecution", referral, **by)

        last = (justice.day + timedelta(days=3)).isoformat()
        found = times(justice, tmp_path, referral)["RF.no_prosecute"]
        assert found == [("met", last)]
