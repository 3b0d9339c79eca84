#!/bin/sh
# Holds the static binary given against its name: no interpreter, no library, and the examples run, even where
# there is nothing else.
set -eu
zsup=$(realpath "${1:?the static binary}")
cd "$(dirname "$0")/../.."

fail() { echo "static: $*" >&2; exit 1; }

file "$zsup" | grep -Eq 'statically linked|static-pie linked' || fail "$(file "$zsup")"
if objdump -p "$zsup" | grep NEEDED; then fail "it needs libraries"; fi
if readelf -lW "$zsup" | grep INTERP; then fail "it needs an interpreter"; fi
python3 tests/package/hardening.py --static "$zsup" || fail "it is not hardened"
sh tests/support/run_examples.sh "$zsup" >/dev/null || fail "it does not run the examples"
# In a folder with nothing but a register, where that can be tried.
if [ "$(id -u)" = 0 ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  cp -r "$zsup" examples/district "$scratch/"
  chroot "$scratch" /zsup -q -C /district check || fail "it does not run by itself"
fi
ls -l "$zsup" | awk '{print $5 " bytes, static"}'
