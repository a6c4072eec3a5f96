"""Datasets: what articles say as partitioned Parquet with a manifest, made by one process, several, or a cluster."""
