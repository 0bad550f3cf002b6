"""
What a page or a message calls things, in both languages, from the one vocabulary.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from markupsafe import Markup

from domain.acts import ACTS
from domain.base import FACTS, FILES, Role
from domain.law.deadlines import NEWEST
from domain.law.parameters import PARAMETERS
from domain.law.rule import Period
from domain.law.silence import LawSilent
from domain.money import yuan_text
from domain.refusals import HIDDEN, Difference, Refused
from domain.values import OFFICE_ZONE, Choice
from domain.words import TERMS, WORDINGS
from services.web.language import one_of, shown, two

Language = Literal["zh", "en"]


@dataclass(frozen=True)
class Words:
    """
    The label of a thing.

    Args:
        zh: Chinese.
        en: English.
        unit: What it is counted in; empty for nothing.
        hint_zh: A sentence of help, Chinese.
        hint_en: The same in English.
    """

    zh: str
    en: str
    unit: str = ""
    hint_zh: str = ""
    hint_en: str = ""

    def of(self, language: Language) -> str:
        """
        Say it in one language.
        """
        return self.zh if language == "zh" else self.en

    @property
    def one(self) -> str:
        """
        Say it in one language: English only where that alone is read.
        """
        return one_of(self.zh, self.en)

    @property
    def shown(self) -> str:
        """
        Say it as the reader of a page reads.
        """
        return shown(self.zh, self.en)


#: What is so, and what is not.
YES, NO = Words("是", "yes"), Words("否", "no")


def said_quietly(words: Words) -> Markup:
    """
    Show it on a page, the English standing back.
    """
    return two(words.zh, words.en, quiet=True)


def term(name: str) -> Words:
    """
    Name a term; one that the vocabulary lacks goes by its own name.
    """
    found = TERMS.get(name)
    if found is None:
        return Words(name, name.replace("_", " "))
    return Words(found.zh, found.en, found.unit, found.hint_zh, found.hint_en)


#: What every question is put with besides its own terms.
_ASKED = {
    "as_of": Words("截至日", "as of the day"),
    "known_at": Words("截至所知（序位或时间）", "as known at a position or moment"),
    "limit": Words("每页行数", "rows of a page"),
    "cursor": Words("续页标记", "where the page before ended"),
    "format": Words("导出格式", "format of the export"),
    "from": Words("从该序位之后", "after the position"),
}


def asked(name: str) -> Words:
    """
    Name what a question is put with.
    """
    return _ASKED.get(name) or term(name)


def act(name: str) -> Words:
    """
    Name an act.
    """
    found = ACTS.get(name)
    return Words(found.said.zh, found.said.en) if found else Words(name, name)


def fact(topic: str) -> Words:
    """
    Name a kind of fact by its topic.
    """
    found = FACTS.get(topic)
    if found is None:
        return Words(topic, topic)
    english = (found.__doc__ or topic).strip().splitlines()[0].partition(" (")[0]
    return Words(found.ZH, english.rstrip("."))


def kind_of_file(topic: str) -> Words:
    """
    Name a kind of file by its topic.
    """
    found = FILES.get(topic)
    return Words(found.ZH, found.EN) if found else Words(topic, topic)


@cache
def _rules() -> dict[str, Words]:
    laid = {each.id: Words(each.zh, each.en) for each in PARAMETERS}
    return laid | {name: Words(rule.zh, rule.en) for name, rule in NEWEST.items()}


def rule(code: str) -> Words | None:
    """
    Name a rule of periods, or a parameter of a place, by its id; nothing for none such.
    """
    return _rules().get(code)


def laid_down(value: str) -> Words | None:
    """
    Say a value of a rule pack: a period, or yes or no; nothing for what speaks already.
    """
    if value in ("yes", "no"):
        return flag(is_so=value == "yes")
    try:
        period = Period.of_code(value)
    except LawSilent:
        return None
    return Words(period.zh, period.en)


def role(code: str) -> Words:
    """
    Name a role by its code.
    """
    found = next((r for r in Role if r.code == code), None)
    return Words(found.zh, found.en) if found else Words(code, code)


def choices(kind: type) -> tuple[tuple[str, Words], ...]:
    """
    List the codes of an enumeration with their labels.
    """
    assert issubclass(kind, Choice)
    return tuple((each.code, Words(each.zh, each.en)) for each in kind)


def flag(*, is_so: bool) -> Words:
    """
    Say yes or no.
    """
    return YES if is_so else NO


def clock_time(moment: datetime) -> str:
    """
    Write a moment in the office's zone, to the minute.
    """
    return moment.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M")


def stored_time(moment: str) -> str:
    """
    Write a moment as a read model keeps it in the office's zone; other text as it is.
    """
    try:
        return clock_time(datetime.fromisoformat(moment))
    except ValueError:
        return moment


def yuan(fen: int) -> str:
    """
    Write an amount on a page.
    """
    return f"{yuan_text(fen)} {one_of('元', 'yuan')}"


#: Facts of a refusal that are given by code, and what they are called.
_CODED = {"role": role, "roles": role, "act": act, "fact": fact, "kind": kind_of_file}


def said(value: object, language: Language, *, name: str = "") -> str:
    """
    Write one thing that a sentence is filled with.

    Args:
        value: The thing.
        language: In which language.
        name: What it is called in the sentence; ``..._fen`` is money.
    """
    match value:
        case Difference():
            written = _difference(value, language)
        case Choice():
            written = value.zh if language == "zh" else value.en
        case datetime():
            written = clock_time(value)
        case bool():
            written = flag(is_so=value).of(language)
        case int() if name.endswith("_fen"):
            written = yuan_text(value)
        case list() | tuple() | set() | frozenset():
            join = "、" if language == "zh" else ", "
            written = join.join(said(each, language, name=name) for each in value)
        case str() if name in _CODED:
            written = _CODED[name](value).of(language)
        case _:
            written = str(value)
    return written


def _difference(found: Difference, language: Language) -> str:
    """
    Write what is on file beside what was given; of a person's data only the field.
    """
    field = term(found.term).of(language)
    if found.known == HIDDEN:
        return f"{field}（不显示）" if language == "zh" else f"{field} (not shown)"
    known, given = (said(each, language) for each in (found.known, found.given))
    if language == "zh":
        return f"{field}在册为“{known}”，本行为“{given}”"
    return f"{field}: “{known}” on file, “{given}” in the row"


def sentence(refused: Refused, language: Language) -> str:
    """
    Say why something is refused; by its code, where no sentence is worded.
    """
    wording = WORDINGS.get(refused.code)
    if wording is None:
        return refused.code
    blanks = {
        name: said(value, language, name=name) for name, value in refused.facts.items()
    }
    return (wording.zh if language == "zh" else wording.en).format_map(_Blanks(blanks))


class _Blanks(dict[str, str]):
    """
    Leaves a blank that nothing fills standing as it is.
    """

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def preferred(accepted: str) -> Language:
    """
    Choose a language from an ``Accept-Language`` header: Chinese unless English is
    wanted more.
    """
    best: dict[Language, float] = {"zh": 0.0, "en": 0.0}
    for part in accepted.split(","):
        tag, _, quality = part.strip().partition(";q=")
        weight = _weight(quality)
        for language in _languages(tag.lower()):
            best[language] = max(best[language], weight)
    return "en" if best["en"] > best["zh"] else "zh"


def _languages(tag: str) -> Iterable[Language]:
    if tag.startswith("zh"):
        yield "zh"
    if tag.startswith("en"):
        yield "en"


def _weight(quality: str) -> float:
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0
