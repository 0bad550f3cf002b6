"""Cases of suspensions."""
