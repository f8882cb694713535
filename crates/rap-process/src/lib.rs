//! Where the law stands: procedures, bodies, events, signals, and what the sources contradict.
