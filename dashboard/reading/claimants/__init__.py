"""Who stands behind a figure or a statement, and through whom it reached the article."""
