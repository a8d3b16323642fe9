"""The benchmark: from a pasted message to its catalogue entry, ours beside other ways to find it."""
