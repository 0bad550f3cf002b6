"""
Pinyin initials (拼音首字母) of a name, for searching as people type.
"""

from functools import lru_cache

from pypinyin import Style, pinyin


@lru_cache(maxsize=4096)
def initials_of(name: str) -> str:
    """
    Give the first letter of each character's pinyin; other characters stay.

    A character with several readings goes by its usual one in the word.

    Args:
        name: For example ``哈尔滨某化工``, which gives ``hebmhg``.
    """
    read = pinyin(name, style=Style.FIRST_LETTER, errors="default")
    return "".join(syllable[0] for syllable in read if syllable).casefold()
