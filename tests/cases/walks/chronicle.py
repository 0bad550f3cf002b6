"""
What the rules look at: the facts alone, in order, read without the files' own classes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from domain.base import Fact


@dataclass
class Chronicle:
    """
    The facts up to one of them.

    Args:
        facts: All of them, in order.
        of_file: The same, by file.
        of_name: The same, by name.
        lawful_from: How many of them came before the common grounds held; none where
            they never do.
    """

    facts: list[Any] = field(default_factory=list)
    of_file: dict[UUID, list[Any]] = field(default_factory=dict)
    of_name: dict[str, list[Any]] = field(default_factory=dict)
    lawful_from: int | None = None

    def add(self, fact: Fact) -> None:
        """
        Take another one in.
        """
        self.facts.append(fact)
        self.of_file.setdefault(fact.file, []).append(fact)
        self.of_name.setdefault(name_of(fact), []).append(fact)

    def said(self, name: str, file: UUID | None = None, **terms: object) -> list[Any]:
        """
        List facts of a kind: of a file, with some terms.

        Args:
            name: Name of the fact, as its topic has it: ``penalty-served``.
            file: Of which file; of any, without it.
            terms: Terms that they state.
        """
        if file is None:
            facts = self.of_name.get(name, [])
        else:
            facts = self.of_file.get(file, [])
        return [
            fact
            for fact in facts
            if name_of(fact) == name
            and all(getattr(fact, key) == value for key, value in terms.items())
        ]

    def last(self, name: str, file: UUID, **terms: object) -> Any | None:  # noqa: ANN401  facts of any kind
        """
        Give the newest of them.
        """
        found = self.said(name, file, **terms)
        return found[-1] if found else None

    def is_since(self, fact: Any, name: str, **terms: object) -> bool:  # noqa: ANN401  as above
        """
        Say whether a fact of a kind followed another fact in its file.
        """
        after = self.said(name, fact.file, **terms)
        version = fact.originator_version
        return any(each.originator_version > version for each in after)


#: A rule: what is wrong with a fact, given everything before it.
Rule = Callable[[Chronicle, Any], Iterator[str]]
#: The rules, by the fact that they are about.
RULES: dict[str, list[Rule]] = {}
#: The name under which a rule is entered that is about every fact.
EVERY = "*"
#: What is wrong with how everything stands together.
StateRule = Callable[[Chronicle], list[str]]
STATE_RULES: list[StateRule] = []


def of(*names: str) -> Callable[[Rule], Rule]:
    """
    Enter a rule about some facts.
    """

    def entered(rule: Rule) -> Rule:
        for name in names:
            RULES.setdefault(name, []).append(rule)
        return rule

    return entered


def always(rule: StateRule) -> StateRule:
    """
    Enter a rule about how everything stands.
    """
    STATE_RULES.append(rule)
    return rule


def broken_states(now: Chronicle) -> list[str]:
    """
    List what no rule allows to stand.
    """
    return [wrong for rule in STATE_RULES for wrong in rule(now)]


def name_of(fact: Fact) -> str:
    """
    Give the name of a fact, without its kind of file.
    """
    return fact.TOPIC.split(".")[1]


def kind_of(fact: Fact) -> str:
    """
    Give the kind of the file that a fact is of.
    """
    return fact.TOPIC.partition(".")[0]


def broken(before: Chronicle, fact: Fact) -> list[str]:
    """
    List the rules that a fact breaks.
    """
    rules = (*RULES.get(name_of(fact), ()), *RULES.get(EVERY, ()))
    return [
        f"{name_of(fact)}: {wrong}" for rule in rules for wrong in rule(before, fact)
    ]
