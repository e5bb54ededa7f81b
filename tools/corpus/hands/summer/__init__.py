"""A hand that thinks from strings: grips, open strings, picking patterns, riffs and bends come first, drums and keys follow the guitar."""
