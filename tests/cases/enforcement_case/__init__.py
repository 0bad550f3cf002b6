"""Case tests of enforcement cases."""
