"""The Interviews pane: the conversations with goal, questions, notes and countdown."""
