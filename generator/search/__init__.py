"""The search behind the site's search box: Material's own, or Pagefind where a survey is too large for it."""
