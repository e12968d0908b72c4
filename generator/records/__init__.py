"""Record files: from bytes to a tree of text with positions, and where they may stand."""
