"""The desk of enforcement officers (执法工作台)."""
