"""
The next step of a file (下一步), where its stage says it: in words, and by which acts.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """
    What comes next.

    Args:
        zh: What is done, in Chinese.
        en: The same in English.
        acts: The names of the acts that do it, in their order: on the file itself, on
            others of its thread, or opening one.
    """

    zh: str
    en: str
    acts: tuple[str, ...]
