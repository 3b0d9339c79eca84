#!/bin/sh
# minimise.sh BUILD
# Writes tests/fuzz/corpus anew: of what it holds and of what runs have found (BUILD/corpus), the
# small inputs that together reach the same edges.
set -eu
build=$1
here=$(dirname "$0")
for target in pipeline yaml_differential spans templates table scalars git_index; do
  new=$(mktemp -d)
  mkdir -p "$build/corpus/$target"
  "$build/tests/fuzz/fuzz_$target" -set_cover_merge=1 -use_counters=0 -use_cmp=0 -timeout=60 -rss_limit_mb=2048 "$new" \
    "$here/corpus/$target" "$build/corpus/$target" >"$build/$target-merge.log" 2>&1
  rm -rf "$here/corpus/$target"
  mv "$new" "$here/corpus/$target"
  chmod 755 "$here/corpus/$target"
done
du -sb "$here"/corpus/*
