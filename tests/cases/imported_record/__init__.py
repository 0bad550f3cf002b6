"""Cases of imported records, by the rules for matching a party."""
