"""A beat maker's hand: loops, layers and drops on a grid."""
