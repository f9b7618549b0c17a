"""Reusable Qt parts that know nothing of people or interviews."""
