"""
The one vocabulary (词表): what each term and each refusal is called.

A term means one thing everywhere: forms, tables, refusals and the glossary take its
label from here, by the day of the fact or of the form.
"""

from domain.words import (
    approvals,
    bodies,
    cases,
    cases_filed,
    cases_heard,
    checklists,
    credit,
    daily_fines,
    discipline,
    discretion,
    draws,
    enterprises,
    flags,
    general,
    hazards,
    imports,
    inspections,
    lists,
    measures,
    papers,
    penalties,
    places,
    publication,
    reading,
    referrals,
    remedies,
    suspensions,
)
from domain.words.entries import Term, Wording

_CONTEXTS = (
    approvals,
    bodies,
    cases,
    cases_filed,
    cases_heard,
    checklists,
    credit,
    daily_fines,
    discipline,
    discretion,
    draws,
    enterprises,
    flags,
    general,
    hazards,
    imports,
    inspections,
    lists,
    measures,
    papers,
    penalties,
    places,
    publication,
    reading,
    referrals,
    remedies,
    suspensions,
)

#: Every term, by name.
TERMS: dict[str, Term] = {}

#: The sentence of every refusal, by code.
WORDINGS: dict[str, Wording] = {}

for _context in _CONTEXTS:
    for _term in _context.TERMS:
        assert _term.name not in TERMS, f"two terms are called {_term.name}"
        TERMS[_term.name] = _term
    for _wording in _context.WORDINGS:
        assert _wording.code not in WORDINGS, f"two refusals are {_wording.code}"
        WORDINGS[_wording.code] = _wording
