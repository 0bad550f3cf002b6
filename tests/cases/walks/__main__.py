"""
``python -m tests.cases.walks COUNT [SEED]``: make many walks and say what they reached.
"""

import sys
from secrets import randbelow

from tests.cases.walks.campaign import Campaign
from tests.cases.walks.themes import WALKED

#: Walks that are made one after the other before something is said.
AT_ONCE = 100
#: From so many walks on every act must be reached.
LONG = 300


def main(count: int, seed: int) -> int:
    """
    Walk, and report.

    Returns:
        How the process ends: 1 if a rule was broken, a file was stuck, or an act was
        not reached in a long campaign.
    """
    campaign = Campaign(seed)
    for number in range(count):
        campaign.walk(number)
        if number % AT_ONCE == AT_ONCE - 1:
            print(f"{number + 1} walks, {len(campaign.found)} wrong", flush=True)  # noqa: T201  a report
    print(f"seed {seed}", *campaign.tally.lines(WALKED), *campaign.found, sep="\n")  # noqa: T201  a report
    return bool(campaign.found) or (count >= LONG and bool(campaign.left()))


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*numbers[:1] or [300], *(numbers[1:] or [randbelow(1_000_000)])))
