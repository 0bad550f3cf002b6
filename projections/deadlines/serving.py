"""
Papers, and what their service answers (送达对期限的办结): a period that began with a
fact is met once the paper that renders this fact has reached its party.
"""

from domain.base import Fact
from domain.document.file import DocumentIssued
from domain.law.forms import Form
from domain.procedures.beginning_periods import IN_PARTS
from domain.procedures.noting_service import DECISIONS
from domain.procedures.watching import SERVED_BY
from domain.service.file import DocumentServed, ServiceAnnounced
from infra.tables_of_rows import Column, Table
from projections.deadlines.agenda import RUNNING
from projections.deadlines.answering import Answering
from projections.deadlines.challenging import PAPERS

#: Which facts a document renders.
RENDERED = Table("rendered_facts", (Column("file"), Column("fact")), (), internal=True)


class Serving(Answering, listed=False):
    """
    Keeps which facts each paper renders.
    """

    def note_paper(self, fact: Fact) -> None:
        """
        Note what is issued, and meet what a service of it answers.
        """
        if isinstance(fact, DocumentIssued):
            file, about = str(fact.file), str(fact.about)
            self.put(PAPERS, file=file, form=fact.form.name, about=about)
            for each in fact.renders:
                self.put(RENDERED, file=file, fact=each)
        elif isinstance(fact, DocumentServed | ServiceAnnounced):
            self._answered_by(fact)

    def form_of(self, fact: Fact) -> Form | None:
        """
        Name the kind of the document that a fact is about.
        """
        row = self.one(PAPERS, file=str(getattr(fact, "document", "")))
        return Form[str(row["form"])] if row else None

    def note_service(self, fact: DocumentServed) -> None:
        """
        Note what the document is about that a service brought to somebody.
        """
        paper = self.one(PAPERS, file=str(fact.document))
        if paper is not None:
            self.put(PAPERS, **{**paper, "file": str(fact.file)})

    def _answered_by(self, fact: DocumentServed | ServiceAnnounced) -> None:
        paper = self.one(PAPERS, file=str(fact.document))
        form = Form[str(paper["form"])] if paper else None
        for rule in _rules_met(fact, form):
            for row in self.some(RENDERED, file=str(fact.document)):
                key = f"{rule}/{row['fact']}"
                running = self.one(RUNNING, id=key)
                if running is None or running["answered"]:
                    continue
                if rule in IN_PARTS and form is not None:
                    self.serve_part(running, fact, form.code)
                else:
                    self.meet(key, fact)


def _rules_met(
    fact: DocumentServed | ServiceAnnounced, form: Form | None
) -> tuple[str, ...]:
    """
    Name the rules whose periods a service meets: of a decision its beginning by
    announcement is enough (行政处罚法 61).
    """
    if isinstance(fact, DocumentServed):
        return tuple(rule for rule, forms in SERVED_BY.items() if form in forms)
    is_decision = form in DECISIONS or form in SERVED_BY["PN.serve"]
    return ("PN.serve",) if is_decision else ()
