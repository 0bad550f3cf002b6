"""The outside world: ledger, feed, documents, identities, settings and clock."""
