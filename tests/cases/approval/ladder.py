"""
Places that have a ladder, for cases about approvals.
"""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from domain.acts import Declaration
from domain.base import Actor, File, Role
from domain.circumstances import Circumstances, Said
from domain.law.ladders import Matter, Rung
from domain.law.packs import pack_of
from domain.law.parameters import Setting
from domain.procedures.ladders import unapproved
from domain.refusals import Refused
from domain.rules import Rules
from tests.cases.dossier import Dossier
from tests.cases.scene import InPlace, Scene

#: Where the places of these cases lay their ladders down.
OWN_RULES = "本局审批办法第四条"

CHECKED = (Rung.CHECKER, Rung.LEGAL_REVIEWER, Rung.HEAD, Rung.PRINCIPAL_HEAD)


class WithLadders(InPlace):
    """
    A place whose pack sets one ladder for some matters.
    """

    def __init__(self, rungs: tuple[Rung, ...], matters: tuple[Matter, ...]) -> None:
        """
        Name the rungs above those who handle it.
        """
        super().__init__("004")
        setting = Setting(tuple(rung.code for rung in rungs), OWN_RULES)
        self.ladders = {matter.parameter: (setting,) for matter in matters}

    def rules(self, at: Circumstances) -> Rules:
        """
        The pack with its ladders, over national law.
        """
        pack = pack_of(self.code)
        return Rules(replace(pack, settings={**pack.settings, **self.ladders}), at.on)

    def unapproved(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        Ask the ladder.
        """
        assert isinstance(said, Declaration)
        return unapproved(at, file, said.matter)


def adopt(scene: Scene, *rungs: Rung, matters: tuple[Matter, ...] = ()) -> None:
    """
    Have the place of a scene adopt a ladder, for every matter unless some are named.
    """
    scene.office.law = WithLadders(rungs, matters or tuple(Matter))


def deputy(scene: Scene) -> Actor:
    """
    Act as the deputy head.
    """
    return Actor(Role.HEAD, scene.other_head, scene.bureau)


def principal(scene: Scene) -> Actor:
    """
    Act as the principal head.
    """
    return Actor(Role.PRINCIPAL_HEAD, scene.head, scene.bureau)


def climbed(scene: Dossier, case: UUID, matter: Matter, count: int) -> None:
    """
    Have the first rungs of the whole ladder state their opinions on a case.
    """
    by = (scene.officer(0), scene.officer(3), scene.lawyer, deputy(scene))
    for actor in by[:count]:
        said = {"approval_matter": matter, "opinion": "同意"}
        scene.do("give-approval", case, by=actor, **said)
