"""Other site generators, given the same services as ours."""
