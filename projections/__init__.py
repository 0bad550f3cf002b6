"""Read models: one module for each question that users ask."""
