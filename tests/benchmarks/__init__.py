"""What is fast: each row beside its peer, measured in turns within one run; `make bench`.

Nothing here asserts a time, so nothing here can fail on a busy machine (QUALITY.md, "Speed").
"""
