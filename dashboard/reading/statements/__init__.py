"""Who confirms, denies or declines to confirm without a number."""
