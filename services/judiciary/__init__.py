"""The desk of police, procuratorate and courts (公检法工作台)."""
