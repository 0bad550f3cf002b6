"""
The act (行为), declared once (D19).

An act is a module function with typed terms.
Its door in HTTP, its form, its command, its line in coverage and glossary derive from
this one declaration; its grounds of refusal can be asked without the terms, so a page
says what is missing and leaves a forbidden button out (D24).
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import (
    Generic,
    ParamSpec,
    TypedDict,
    TypeVar,
    Unpack,
    cast,
    get_args,
    get_type_hints,
)
from uuid import UUID

from domain.base import FILES, File, Role, Time, kebab
from domain.circumstances import Circumstances
from domain.codes import holds_resident_id
from domain.grounds import first, in_order, up_to
from domain.law.ladders import Matter
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder, Refused
from domain.shapes import Member, references_in, shape_of, texts_in
from domain.values import Choice

P = ParamSpec("P")
R = TypeVar("R")
Grounds = Callable[..., Iterable[Refused]]

#: No more personal information than the purpose needs.
PRIVACY = "个人信息保护法6"

#: Every act, by name. Filled by the decorator, as classes fill their registries.
ACTS: "dict[str, Act[..., object]]" = {}


class Reach(Enum):
    """
    Whose files an act may touch (管辖范围, D21).
    """

    OWN = "own"
    BELOW = "below"
    ANY = "any"


class Power(Choice):
    """
    What power of the state an act uses (权限, INV-44).
    """

    INSPECT = "检查", "inspect"
    PENALISE = "处罚", "penalise"
    COERCE = "强制", "coerce"
    LICENSE = "许可", "license"
    INVESTIGATE = "事故调查", "investigate"


@dataclass(frozen=True)
class Declaration:
    """
    What is said of an act besides its terms.

    Args:
        zh: Chinese label.
        en: English label.
        by: Who may do it; the coarse ground of competence.
        under: The provision.
        time: How its day is known.
        late: Whether it may be recorded after the fact (补录).
        reach: Whose files it may touch; one for all roles, or by role, those not named
            having ``Reach.OWN``.
        power: The power that the body needs a mandate for, if any.
        two_officers: Whether two or more certified officers act (处罚法42).
        seen: Whether the caller must name the version seen (428 without, D16).
        rules: Rules of the specification that it keeps.
        rows: Rows of the specification that it carries.
        matter: What is decided by it, where opinions may have to be given before.
    """

    zh: str
    en: str
    by: frozenset[Role]
    under: str
    time: Time = Time.NOW
    late: bool = False
    reach: Reach | Mapping[Role, Reach] = Reach.OWN
    power: Power | None = None
    two_officers: bool = False
    seen: bool = False
    rules: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    matter: Matter | None = None

    def reach_of(self, role: Role) -> Reach:
        """
        Say whose files the act may touch when somebody of this role does it.
        """
        if role in (Role.OPERATOR, Role.CLOCK):
            return Reach.ANY
        if isinstance(self.reach, Reach):
            return self.reach
        return self.reach.get(role, Reach.OWN)


class Said(TypedDict, total=False):
    """
    The optional part of a declaration; meanings as in ``Declaration``.
    """

    time: Time
    late: bool
    reach: Reach | Mapping[Role, Reach]
    power: Power
    two_officers: bool
    seen: bool
    rules: tuple[str, ...]
    rows: tuple[str, ...]
    matter: Matter


class Act(Generic[P, R]):
    """
    A declared act. Called like the function it was made from: it refuses or records.
    """

    def __init__(
        self, function: Callable[P, R], said: Declaration, *, opening: bool
    ) -> None:
        """
        Read the function's parameters; see ``act`` and ``opening``.
        """
        self.function = function
        self.said = said
        self.opening = opening
        self.name = kebab(function.__name__)
        self.module = function.__module__
        self.doc = inspect.getdoc(function) or ""
        hints = get_type_hints(function, include_extras=True)
        self.file_kinds: tuple[type[File], ...] = ()
        self.terms: tuple[Member, ...] = ()
        for parameter in inspect.signature(function).parameters.values():
            hint = hints[parameter.name]
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
                self.terms += (_member(parameter, hint),)
            else:
                self.file_kinds += _kinds_in(hint)
        self.declared: Grounds | None = None
        self.named: Grounds | None = None
        self._offer: Grounds | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """
        Examine, then do.

        A ground of time or amount is told only after the terms were heard as well: one
        of them may be refused for what comes before it.

        Raises:
            Refused: The first ground, in the order competence, existence, stage, time,
                amount; nothing is recorded then.
        """
        file, at = _parties(args)
        standing = tuple(self._examined(file, at))
        first(up_to(NoSuchCase, standing))
        first(self.unknown(kwargs, at))
        first(self.misnamed(file, at, kwargs))
        first(up_to(OutOfOrder, standing))
        at.later(standing, self.exposed(kwargs))
        try:
            done = self.function(*args, **kwargs)
        except Exception as stopped:
            # What a ground says is missing may be what the terms are heard with.
            first((*_refusal(stopped), *at.put_off))
            raise
        first(at.put_off)
        return done

    def takes(self, file: File | None) -> bool:
        """
        Whether it is done on files of this kind; on none, if it opens one.
        """
        return isinstance(file, self.file_kinds) if file else not self.file_kinds

    def file_of(self, file_id: UUID, at: Circumstances) -> File:
        """
        Read the file that it is to be done on.

        Raises:
            NoSuchCase: If there is none of its kinds.
        """
        file = at.find(File, file_id)
        if not isinstance(file, self.file_kinds or File):
            raise NoSuchCase("no_such_file", under=self.said.under, file=file_id)
        return file

    def unknown(
        self, terms: Mapping[str, object], at: Circumstances
    ) -> Iterator[Refused]:
        """
        List the files named in the terms that are not there for whoever acts.

        One that is not the actor's to know of is answered like one that does not exist
        (D21); nobody finds out by naming it.

        Args:
            terms: What the act is given, by name.
            at: Who acts, for which body.
        """
        for term in self.terms:
            for reference, named in references_in(term.shape, terms.get(term.name)):
                file = at.find(FILES.get(reference.kind, File), named)
                if file is None or not at.standing.may_name(self.said, file, at):
                    yield NoSuchCase("no_such_file", under=self.said.under, file=named)

    def misnamed(
        self, file: File | None, at: Circumstances, terms: Mapping[str, object]
    ) -> Iterator[Refused]:
        """
        List what the terms name that is not there, or not for whoever acts; a term that
        is not given stands at its default.
        """
        numbered = {} if file is None else file.NUMBERED
        for term in numbered.keys() & {term.name for term in self.terms}:
            no, (code, held) = terms.get(term), numbered[term]
            if no is not None and no not in getattr(file, held):
                yield NoSuchCase(code, under=self.said.under, no=no)
        if self.named is not None:
            given = {term.name: term.default for term in self.terms} | dict(terms)
            yield from self.named(*((at,) if file is None else (file, at)), **given)

    def exposed(self, terms: Mapping[str, object]) -> Iterator[Refused]:
        """
        List the terms whose plain text holds somebody's identity number (公民身份号码).

        Plain texts stand in the fact for ever; what identifies a person belongs into a
        term that is sealed, and can be erased.
        """
        for term in self.terms:
            for text in texts_in(term.shape, terms.get(term.name)):
                if holds_resident_id(text):
                    yield BeyondTheLaw(
                        "identity_number_in_text", under=PRIVACY, term=term.name
                    )

    def unless(self, grounds: Grounds) -> Grounds:
        """
        Declare the grounds that need no term. Decorates ``(file, at)`` or ``(at)``.
        """
        self.declared = grounds
        return grounds

    def unless_named(self, grounds: Grounds) -> Grounds:
        """
        Declare the grounds of competence and existence that need terms, so that they
        are told before those of stage. Decorates ``(file, at, *, terms, **_)``.
        """
        self.named = grounds
        return grounds

    def offered_unless(self, grounds: Grounds) -> Grounds:
        """
        Declare why it is not offered, where whatever may be named in its terms is
        refused, each for a ground of its own. Decorates ``(file, at)``.

        Pages ask it; the act itself examines what is named.
        """
        self._offer = grounds
        return grounds

    def grounds(self, file: File | None, at: Circumstances) -> Iterator[Refused]:
        """
        List why the act is refused now, whatever its terms; nothing, if it is not. They
        come in the order competence, existence, stage, time, amount.
        """
        found = tuple(self._examined(file, at))
        yield from found
        if not found and self._offer is not None:
            yield from self._offer(file, at)

    def _examined(self, file: File | None, at: Circumstances) -> Iterator[Refused]:
        """
        List the grounds that do not depend on any term.

        A file that is not the actor's to know of is refused like one that does not
        exist, before anything else is said (D21).
        """
        at.enter(file)
        common = tuple(at.standing.grounds(self.said, file, at))
        if common and isinstance(common[0], NoSuchCase):
            yield common[0]
            return
        if at.actor.role not in self.said.by:
            yield self._wrong_role(at.actor.role)
            return
        own, missing = self.own_grounds(file, at), at.standing.unapproved
        yield from in_order(common, own, missing(self.said, file, at))

    def own_grounds(self, file: File | None, at: Circumstances) -> Iterator[Refused]:
        """
        List those of the grounds that are the act's own.
        """
        if self.declared is not None:
            yield from self.declared(at) if file is None else self.declared(file, at)

    def _wrong_role(self, role: Role) -> Refused:
        roles = [role.code for role in sorted(self.said.by, key=lambda r: r.name)]
        return NotCompetent(
            "role_not_competent",
            under=self.said.under,
            act=self.name,
            role=role.code,
            roles=roles,
        )


def _refusal(stopped: Exception) -> tuple[Refused, ...]:
    return (stopped,) if isinstance(stopped, Refused) else ()


def _parties(args: tuple[object, ...]) -> tuple[File | None, Circumstances]:
    file = args[0] if isinstance(args[0], File) else None
    at = args[0] if file is None else args[1]
    assert isinstance(at, Circumstances)
    return file, at


def _kinds_in(hint: object) -> tuple[type[File], ...]:
    """
    List the kinds of file that a parameter takes; none, if it takes something else.
    """
    hints = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return tuple(h for h in hints if isinstance(h, type) and issubclass(h, File))


def _member(parameter: inspect.Parameter, hint: object) -> Member:
    required = parameter.default is inspect.Parameter.empty
    default = None if required else parameter.default
    return Member(parameter.name, shape_of(hint), required, default)


def act(
    zh: str,
    en: str,
    *,
    by: Role | Iterable[Role],
    under: str,
    **said: Unpack[Said],
) -> Callable[[Callable[P, R]], Act[P, R]]:
    """
    Declare an act on a file: ``(file, at, *, terms)``.

    Args:
        zh: Chinese label.
        en: English label.
        by: Role or roles that may do it.
        under: The provision.
        said: The rest of ``Declaration``.
    """
    declaration = Declaration(zh, en, _roles(by), under, **said)
    return lambda function: _entered(Act(function, declaration, opening=False))


def opening(
    zh: str,
    en: str,
    *,
    by: Role | Iterable[Role],
    under: str,
    **said: Unpack[Said],
) -> Callable[[Callable[P, R]], Act[P, R]]:
    """
    Declare an act that opens a file: ``(at, *, terms)``; arguments as of ``act``.
    """
    declaration = Declaration(zh, en, _roles(by), under, **said)
    return lambda function: _entered(Act(function, declaration, opening=True))


def _roles(by: Role | Iterable[Role]) -> frozenset[Role]:
    return frozenset((by,) if isinstance(by, Role) else by)


def _entered(made: Act[P, R]) -> Act[P, R]:
    assert made.name not in ACTS, f"two acts are called {made.name}"
    ACTS[made.name] = cast("Act[..., object]", made)
    return made
