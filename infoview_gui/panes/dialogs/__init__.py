"""Dialogs and fields that several panes share."""
