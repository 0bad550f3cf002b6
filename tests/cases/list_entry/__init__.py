"""Cases of list entries: every step of PROCEDURE 2.5 and every refusal."""
