#!/bin/sh
# run.sh BUILD MINUTES
# Runs every fuzz target in turn, the pipeline for half of the time, and says how often each was
# executed. New inputs are kept in BUILD/corpus/<target> and grow from run to run, on top of those in
# tests/fuzz/corpus/<target>. Whatever a target fails on is kept in BUILD/findings; the exit code is
# then 1.
set -eu
build=$1
minutes=$2
here=$(dirname "$0")
findings=$build/findings
mkdir -p "$findings"
failed=0
total=0

for target in pipeline yaml_differential spans templates table scalars; do
  seconds=$((minutes * 60 / 10))
  length=1024
  set --
  case $target in
    pipeline)
      seconds=$((seconds * 5))
      set -- -dict="$here/yaml.dict"
      ;;
    yaml_differential) set -- -dict="$here/yaml.dict" ;;
    templates) set -- -dict="$here/templates.dict" ;;
    scalars) length=64 ;;
    spans | table) length=512 ;;
  esac
  corpus=$build/corpus/$target
  log=$build/$target.log
  mkdir -p "$corpus"
  result=ok
  # Without -entropic=0 libFuzzer spends more time on its statistics than on the pipeline.
  "$build/tests/fuzz/fuzz_$target" -entropic=0 -max_total_time="$seconds" -max_len=$length -timeout=60 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 -artifact_prefix="$findings/$target-" "$@" \
    "$corpus" "$here/corpus/$target" >"$log" 2>&1 || result=FAILED
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-18s %12s executions in %s s: %s\n' "$target" "${executions:-?}" "$seconds" "$result"
  total=$((total + ${executions:-0}))
  if [ $result = FAILED ]; then
    failed=1
    grep -m 5 -E '^fuzz:|ERROR:|runtime error:|Test unit written' "$log" | sed 's/^/  /' || tail -n 5 "$log"
  fi
done
printf '%-18s %12s executions\n' together "$total"
exit $failed
