"""The desk of the public and partner agencies (公示与联合惩戒)."""
