#!/bin/sh
# Runs zsup on the example registers, each command line above its real output.
set -u
zsup=$1
leader=${LEADER:-}
failed=0

show() {
  printf '\n$ zsup'
  for word in "$@"; do printf ' %s' "$word"; done
  printf '\n'
  "$zsup" "$@" || failed=$?
}

show -C examples/district check
show -C examples/district score q2
if [ -n "$leader" ]; then show -C examples/district letter --leader "$leader"; fi
show -C examples/township check
show -C examples/township score q2
exit "$failed"
