"""Cases of inspections: who, where, by which checklist, and what is on record."""
