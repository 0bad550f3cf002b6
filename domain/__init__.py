"""The files of the law, their acts and facts; no I/O and no clock."""
