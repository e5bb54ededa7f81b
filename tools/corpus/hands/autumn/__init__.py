"""Autumn is a record collector: each style rebuilds the groove, the form and the palette of records it has owned, from the 78s of the 1930s to now."""
