"""Files of other programs, read in place (QUALITY.md, “Files from the world”).

`make corpus` prints what we get of them beside what a library alone gets: each module
`figures_*.py` has a `FIGURES`, functions without arguments that return a `figures.Figure`. What
must hold at every run of the tests stands in `test_*.py`.
"""
