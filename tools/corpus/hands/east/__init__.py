"""Styles that are thought from harmony and voice leading outward: stepwise basses, inner voices, counter-lines, layers."""
