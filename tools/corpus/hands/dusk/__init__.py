"""The hand dusk: a bedroom producer who thinks in layers and loops, chops samples, halves time, leaves holes, and copies old records faithfully for fun."""
