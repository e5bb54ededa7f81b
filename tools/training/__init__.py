"""What `tools/train.py` is made of: the collection, its augmentation, the networks and the loop."""
