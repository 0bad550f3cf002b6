"""Cases of checklists, under the common grounds themselves."""
