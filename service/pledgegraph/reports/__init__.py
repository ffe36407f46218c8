"""The forms of what the commands and the service report: text, CSV and JSON."""
