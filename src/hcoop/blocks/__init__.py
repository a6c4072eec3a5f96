"""Pages into articles: every line gets a role, and the header says title, date, author, agency and dateline."""

from hcoop.blocks.articles import articles, is_index

__all__ = ["articles", "is_index"]
