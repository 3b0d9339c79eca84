#!/bin/sh
# Writes anew every file that is generated from the tables in the program.
#
#     generate.sh FOLDER    the folder that zsup-generate was built in, such as build/dev/src
set -eu
tool=$(cd "${1:?the folder that zsup-generate was built in}" && pwd)/zsup-generate
cd "$(dirname "$0")/../.."
"$tool" list | while read -r path; do
  mkdir -p "$(dirname "$path")"
  # A file that a failed run would leave half written never takes the place of a whole one.
  "$tool" file "$path" >"$path.new"
  mv "$path.new" "$path"
done
