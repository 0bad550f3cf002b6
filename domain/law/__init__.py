"""The law as dated data (法律数据): periods, amounts, catalogues and requirements."""
