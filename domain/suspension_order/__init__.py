"""
The order to suspend production (责令停产停业): ordered, defied or obeyed, and resumed
from only by application, acceptance by experts and approval.
"""
