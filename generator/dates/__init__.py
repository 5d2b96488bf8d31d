"""Text enters, TimeExpressions leave; with a publication date they become ResolvedTimes, which hold Whens."""
