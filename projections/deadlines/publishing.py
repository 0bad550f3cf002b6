"""
The time to publish a result (执法结果公开期限): each result of a file has its own, and
is answered by its own publication.
"""

from typing import Final

from domain.base import Fact
from domain.procedures.results_shown import kind_of
from domain.publication.facts_of_ending import NonPublicationDecided
from domain.publication.file import Channel, ItemPublished
from domain.publication.result import ResultKind
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

#: Under which rules results have to be public.
OF_RESULTS: Final = frozenset(("TS.after.general", "TS.after.penalty", "CM.publish"))


class Publishing(Running, listed=False):
    """
    Meets the times of results by what made them public, or kept them back.
    """

    def note_result(self, fact: Fact) -> None:
        """
        Note that a result is public on the own site, or is not to be.
        """
        if not isinstance(fact, ItemPublished | NonPublicationDecided):
            return
        if fact.about is None or fact.result_kind is None:
            return
        if isinstance(fact, ItemPublished) and fact.channel is not Channel.OWN_SITE:
            return
        for rule in sorted(OF_RESULTS):
            for row in self.some(RUNNING, file=str(fact.about), rule=rule, answered=0):
                if row["items"] == _named(fact.result_kind):
                    self.meet(str(row["id"]), fact)

    def result_timed(self, fact: Fact, rule: str) -> str:
        """
        Name the result that a fact has to be published as; empty for any other time.
        """
        kind = kind_of(fact) if rule in OF_RESULTS else None
        return _named(kind) if kind else ""


def _named(kind: ResultKind) -> str:
    return f" {kind.code} "
