"""
The words of a command (命令参数): what is wrong with them, in both languages.
"""

import argparse
import re
from typing import Final, Never

from typing_extensions import override

from services.commandline.homes import ASKED_WRONGLY

#: What the parser says, and the same in Chinese; what is not listed stays as it is.
_SAID: Final = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"无法识别的参数：\1"),
    (
        r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)",
        r"参数 \1 没有 \2 这个选项，可选：\3",
    ),
    (r"argument (.+?): invalid int value: (.+)", r"参数 \1 应为整数，现为 \2"),
    (r"argument (.+?): invalid UUID value: (.+)", r"参数 \1 应为编号，现为 \2"),
    (r"argument (.+?): invalid \w+ value: (.+)", r"参数 \1 的内容不对，现为 \2"),
    (r"argument (.+?): expected one argument", r"参数 \1 缺少内容"),
)


class Parser(argparse.ArgumentParser):
    """
    Says in both languages what is wrong with the words of a command.
    """

    @override
    def error(self, message: str) -> Never:
        """
        Say it, and end.
        """
        self.exit(
            ASKED_WRONGLY,
            f"{in_chinese(message)}。用法见 {self.prog} --help。\n"
            f"{message}. See {self.prog} --help.\n",
        )


def in_chinese(message: str) -> str:
    """
    Say in Chinese what the parser says.
    """
    for said, meant in _SAID:
        if found := re.fullmatch(said, message, re.DOTALL):
            return found.expand(meant)
    return f"参数有误：{message}"


def position(text: str) -> int:
    """
    Read a position in the ledger.

    Raises:
        ValueError: If it is none that a ledger can have.
    """
    number = int(text)
    if abs(number) >= 1 << 62:
        raise ValueError(text)
    return number
