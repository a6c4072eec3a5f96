"""What Viet Nam does with whom: events by country and type, and since when. Needs the extra `pandas`.

Use: python partners.py [STORE]
"""

import sys

import hcoop

with hcoop.open(sys.argv[1] if len(sys.argv) > 1 else "hcoop.db") as corpus:
    events = corpus.frame("events")

each = events.explode("countries")
table = each.pivot_table(index="countries", columns="type", values="id", aggfunc="count", fill_value=0)
table["all"] = table.sum(axis="columns")
table["first"] = each.groupby("countries")["earliest"].min().dt.year.astype("Int64")
table = table.sort_values("all", ascending=False, kind="stable")
sys.stdout.write(table.to_csv(sep="\t", lineterminator="\n"))
