"""What hcoop costs, beside its peers: times, memory and bytes, measured in one run on one machine."""
