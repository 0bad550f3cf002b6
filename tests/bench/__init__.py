"""Measurements beside a baseline, in one run."""
