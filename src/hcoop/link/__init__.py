"""Articles together: which are copies, which bodies and people are one, which reports tell one event.

Pure functions over what was taken from each article. Each is over things that share a block, so that a store may link
again only those that a change concerns; the result depends on the set of articles alone.
"""

from hcoop.link.report import Knowledge, Report, report_of

__all__ = ["Knowledge", "Report", "report_of"]
