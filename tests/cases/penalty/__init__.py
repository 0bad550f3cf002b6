"""Cases of hazards: every step of PROCEDURE 2.3 and every refusal."""
