"""What the law says, case by case; no I/O."""
