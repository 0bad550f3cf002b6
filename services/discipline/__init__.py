"""The desk of discipline commissions (纪检监察工作台)."""
