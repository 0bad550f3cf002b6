"""Cases of approvals: every step of the ladder and every refusal."""
