"""The doors: one app for each group of users, the workers, the command line."""
