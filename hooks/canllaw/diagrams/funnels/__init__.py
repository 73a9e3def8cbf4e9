"""How `kinds/funnel` draws: the funnel, and what is around it, from left to right or downwards, and below it."""
