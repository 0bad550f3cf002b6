"""
What nobody reads on a page: ids, and codes that a page should have worded.
"""

import re
from collections.abc import Iterable

import projections
from domain.law.deadlines import RULES
from infra.questions import Question
from infra.read_model import MODELS
from services.web.desks import DESKS

#: Importing it makes every read model known.
KNOWN = projections
#: An id as it is written.
ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
#: What nobody reads: tags, with the addresses in them, and what is only for machines.
UNREAD = re.compile(r"<(script|style|option)\b.*?</\1>|<[^>]*>", re.DOTALL)
#: A row of a list, without the one that heads it.
ROW = re.compile(r"<tr\b[^>]*>\s*<td\b")
#: The ids of rules, and words as a page has them.
RULE_IDS = frozenset(rule.id for rule in RULES)
WORD = re.compile(r"[\w.]+")


def asked() -> list[tuple[str, Question]]:
    """
    Name every desk with each question that is put there without a term.
    """
    declared = [each for model in MODELS.values() for each in model.QUESTIONS.values()]
    return [
        (desk.name, question)
        for desk in DESKS.values()
        for question in desk.questions(declared)
        if not any(term.required for term in question.terms)
    ]


def bare(files: Iterable[object], page: str) -> list[str]:
    """
    Find what nobody reads: ids, beginnings of the files' ids, and ids of rules.
    """
    text = UNREAD.sub(" ", page)
    codes = RULE_IDS | {str(file)[:8] for file in files}
    return [*ID.findall(text), *sorted(codes.intersection(WORD.findall(text)))]
