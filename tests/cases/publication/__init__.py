"""Cases of publications, by the rows of the procedure."""
