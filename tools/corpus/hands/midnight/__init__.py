"""The midnight hand: an arranging percussionist who hears every style as a wheel of strokes, and answers each call with a reply."""
