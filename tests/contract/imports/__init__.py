"""What an import leaves in a real ledger, file by file."""
