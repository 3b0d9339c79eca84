#!/bin/sh
# Runs the main job on the example registers: check, score, letter. Each command line stands above its real output.
set -u
zsup=$1
failed=0

show() {
  printf '\n$ zsup'
  for word in "$@"; do printf ' %s' "$word"; done
  printf '\n'
  "$zsup" "$@" || failed=$?
}

show -C examples/district check
show -C examples/district score q2
show -C examples/district letter --leader wu-hengyue
show -C examples/township check
show -C examples/township score q2 --explain
show -C examples/township letter q2 --type reminder --org qingtang-committee
exit "$failed"
