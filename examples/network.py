"""The network of partners: who has most of them, and who ties the register together. Needs the extra `graph`.

Use: python network.py [STORE]
"""

import sys

import networkx as nx

import hcoop

graph = nx.Graph()
with hcoop.open(sys.argv[1] if len(sys.argv) > 1 else "hcoop.db") as corpus:
    for row in corpus.records("partnerships"):
        graph.add_edge(row["source_name"], row["target_name"], weight=row["events"])

print(f"{graph.number_of_nodes()} bodies, {graph.number_of_edges()} partnerships")
print(f"{nx.number_connected_components(graph)} groups that share no partner")
print("most partners:")
for name, partners in sorted(graph.degree, key=lambda node: (-node[1], node[0]))[:5]:
    print(f"  {partners}\t{name}")
print("most often between two others (betweenness):")
between = nx.betweenness_centrality(graph)
for name in sorted(between, key=lambda name: (-round(between[name], 6), name))[:5]:
    print(f"  {between[name]:.3f}\t{name}")
