"""What the apps of all desks share: doors, forms, pages, signing in."""
