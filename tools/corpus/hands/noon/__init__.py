"""This composer plays bass and leads the band: first the pocket of bass and drums, then riffs that lock into it, and a tune that leaves them room."""
