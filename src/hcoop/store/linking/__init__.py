"""Linking what the store holds: a change is linked with its neighbours, and the rest stays as it is.

Each stage finds what a change concerns, asks `hcoop.link` about that alone, and hands on what came out otherwise.
What it keeps depends on the set of articles and corrections alone, whatever was there first.
"""
