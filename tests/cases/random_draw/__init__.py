"""Cases of random draws."""
