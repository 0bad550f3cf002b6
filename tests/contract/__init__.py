"""What the parts promise each other, with the real parts."""
