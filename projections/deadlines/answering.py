"""
Periods that are answered in parts (分别办结的期限), of which none stands for another.
"""

from collections.abc import Mapping

from domain.base import Fact
from domain.procedures.beginning_periods import IN_PARTS
from infra.tables_of_rows import Value
from infra.transcoding import write_moment
from projections.deadlines.agenda import RUNNING
from projections.deadlines.referring import ANSWERS
from projections.deadlines.running import Running


class Answering(Running, listed=False):
    """
    Keeps which parts of a period were answered.
    """

    def parts_left(self, fact: Fact, rule: str) -> str:
        """
        Name the parts of a period that were not answered yet.
        """
        _, parts = IN_PARTS.get(rule, ("", ()))
        answers = self.some(ANSWERS, file=str(fact.file), rule=rule)
        answered = {row["items"] for row in answers}
        return "".join(each for p in parts if (each := f" {p} ") not in answered)

    def answer_part(self, running: Mapping[str, Value], fact: Fact, rule: str) -> None:
        """
        Meet a period that is answered in parts once none is left.
        """
        if running["file"] != str(fact.file):
            return
        part = f" {getattr(fact, IN_PARTS[rule][0]).code} "
        at = write_moment(fact.deed.occurred_at)
        self.put(
            ANSWERS, file=str(fact.file), rule=rule, fact=fact.id, items=part, at=at
        )
        self._part_met(running, fact, part)

    def serve_part(self, running: Mapping[str, Value], fact: Fact, form: str) -> None:
        """
        Meet a period once each of its papers was served.
        """
        self._part_met(running, fact, f" {form} ")

    def _part_met(self, running: Mapping[str, Value], fact: Fact, part: str) -> None:
        left = str(running["items"]).replace(part, "")
        if left:
            self.mend(RUNNING, {"id": running["id"]}, items=left)
        else:
            self.meet(str(running["id"]), fact)
