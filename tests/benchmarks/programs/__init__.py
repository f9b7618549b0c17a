"""Small programs that are started as processes of their own and report on themselves."""
