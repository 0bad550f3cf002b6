"""
The rule pack (规则包): what a place has laid down, published and adopted as facts.
"""
