"""Cases of reviews and suits."""
