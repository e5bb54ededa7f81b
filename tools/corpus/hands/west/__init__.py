"""Songs from the sung tune outward: verse, refrain, the chords under them, and a live band around both."""
