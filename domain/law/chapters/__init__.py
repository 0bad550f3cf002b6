"""The deadlines of the law, chapter by chapter (期限表); see ``law.deadlines``."""
