"""Cases of measures."""
