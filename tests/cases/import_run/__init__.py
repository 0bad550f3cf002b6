"""Cases of import runs."""
