"""
Cases of referrals (移送): from the suspicion to its answer.
"""
