"""What is printed or becomes a PDF: documents filled by cursors, never HTML made from data."""
