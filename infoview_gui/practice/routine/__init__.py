"""The follow-up engine: what is due, and what speaks against a message. Pure functions of facts.

Facts are handed in with the moment now and the days that count; rows come out. ``due`` puts
together what the rules say: ``conversations``, ``waiting`` and ``keeping``; ``warnings`` says what
to mind. Knows no database, no words for the window and no clock of its own.
"""
