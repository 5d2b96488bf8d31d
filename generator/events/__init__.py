"""Tagged articles enter, Events leave: mentions are found, merged across articles, worded, ranked and checked."""
