"""Cases of a register, under the common grounds themselves."""
