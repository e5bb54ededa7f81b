"""Styles by a drummer's ear: every piece starts from its groove, and the band locks with it."""
