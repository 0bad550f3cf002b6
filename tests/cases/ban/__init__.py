"""Cases of bans."""
