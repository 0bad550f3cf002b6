"""
The referral (移送): a suspected crime, until it is answered for.
"""
