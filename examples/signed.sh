#!/usr/bin/env bash
# What was signed: date, the two sides, the instrument and the outlet that says so, as tab-separated lines.
# Use: signed.sh [STORE] [FILTER...], such as `signed.sh hcoop.db --city Hanoi`. Needs jq.
set -euo pipefail
store=${1:-hcoop.db}
shift || true

hcoop export events --db "$store" --type agreement --status completed "$@" | jq -r '
  def side(which): [.participants[] | select(.side == which) | .name] | join(", ");
  [.date // "no date", side("home"), side("partner"), .instrument // "", .evidence[0].outlet // .evidence[0].path]
  | @tsv
' | sort
