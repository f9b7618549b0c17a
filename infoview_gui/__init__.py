"""Infoview: information interviews, from the first contact to the thank-you letter."""

__version__ = "0.1.0"
