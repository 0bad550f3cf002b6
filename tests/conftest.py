"""
What all tests share.
"""

import os

from hypothesis import settings

pytest_plugins = ["tests.needs"]

# The same examples everywhere that a stranger judges by them; time is no criterion on
# a machine that runs two tests at once.
settings.register_profile("shared", deadline=None, print_blob=True)
settings.register_profile("judged", settings.get_profile("shared"), derandomize=True)
settings.load_profile("judged" if os.environ.get("CI") else "shared")
