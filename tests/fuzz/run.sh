#!/bin/sh
# run.sh BUILD MINUTES [TARGET…]
# Runs every fuzz target in turn, or those that are named, the pipeline for half of the time, and
# says how often each was executed, and how far its inputs got. Then both YAML readers
# read DOCUMENTS (100,000) generated documents, if the tests that do it are built. New inputs are
# kept in BUILD/corpus/<target> and grow from run to run, on top of those in
# tests/fuzz/corpus/<target>. Whatever a target fails on is kept in BUILD/findings; the exit code is
# then 1.
set -eu
build=$1
minutes=$2
shift 2
here=$(dirname "$0")
findings=$build/findings
mkdir -p "$findings"
failed=0
total=0
targets=${*:-pipeline yaml_differential spans templates table scalars git_index}
tenths=0
for target in $targets; do
  case $target in pipeline) tenths=$((tenths + 5)) ;; *) tenths=$((tenths + 1)) ;; esac
done
# What is freed rests in memory for as long as any run lasts, and the stack of an allocation is kept in
# short: a finding is looked at by running its input alone, which has both in full.
export ASAN_OPTIONS="malloc_context_size=2:quarantine_size_mb=16${ASAN_OPTIONS:+:$ASAN_OPTIONS}"

for target in $targets; do
  seconds=$((minutes * 60 / tenths))
  length=1024
  dictionary=$build/$target.dict
  set -- -dict="$dictionary"
  case $target in
    pipeline)
      seconds=$((seconds * 5))
      length=512
      "$build/tests/fuzz/fuzz_dictionary" pipeline | cat "$here/yaml.dict" - >"$dictionary"
      ;;
    yaml_differential) cp "$here/yaml.dict" "$dictionary" ;;
    templates) "$build/tests/fuzz/fuzz_dictionary" templates | cat "$here/templates.dict" - >"$dictionary" ;;
    scalars)
      length=64
      set --
      ;;
    spans | table | git_index)
      length=256
      set --
      ;;
  esac
  corpus=$build/corpus/$target
  log=$build/$target.log
  tally=$build/$target.tally
  mkdir -p "$corpus"
  rm -f "$tally"
  result=ok
  # Without -entropic=0 libFuzzer spends more time on its statistics than on the pipeline; with
  # reduce_inputs it writes the same inputs again and again; names of functions are looked up one by
  # one. Leaks are looked for when a run has freed less than it took.
  ZSUP_FUZZ_TALLY=$tally "$build/tests/fuzz/fuzz_$target" -entropic=0 -reduce_inputs=0 -print_funcs=0 \
    -print_pcs=0 -use_cmp=0 -max_total_time="$seconds" -max_len=$length -timeout=60 -rss_limit_mb=2048 \
    -print_final_stats=1 -verbosity=1 -artifact_prefix="$findings/$target-" "$@" \
    "$corpus" "$here/corpus/$target" >"$log" 2>&1 || result=FAILED
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-18s %12s executions in %s s: %s\n' "$target" "${executions:-?}" "$seconds" "$result"
  [ ! -s "$tally" ] || sed 's/^/  /' "$tally"
  total=$((total + ${executions:-0}))
  if [ $result = FAILED ]; then
    failed=1
    grep -m 5 -E '^fuzz:|ERROR:|runtime error:|Test unit written' "$log" | sed 's/^/  /' || tail -n 5 "$log"
  fi
done
printf '%-18s %12s executions\n' together "$total"

readers=$build/tests/unit_yaml
if [ -x "$readers" ]; then
  documents=${DOCUMENTS:-100000}
  result=ok
  ZSUP_DIFFERENTIAL=$documents "$readers" --test-case='what the fast reader accepts*' >"$build/readers.log" 2>&1 || result=FAILED
  printf '%-18s %12s generated documents: %s\n' readers "$documents" $result
  [ $result = ok ] || { failed=1; tail -n 20 "$build/readers.log"; }
fi
exit $failed
