"""Cases of credit records."""
