"""What ours costs: bytes, time and memory, in Python, Node and a browser."""
