"""Cases of closures."""
