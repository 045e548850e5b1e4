#!/usr/bin/env bash
# Puts together what the processes of a test run wrote down, and compares it with the committed file both ways.
# usage: update-recorded-calls.sh FOLDER            after: RECORDED_CALLS=FOLDER dotnet test
#        update-recorded-calls.sh --check FOLDER    changes nothing and fails on a difference
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
check=false
[ "${1:-}" = "--check" ] && check=true && shift
folder=${1:?usage: $0 [--check] FOLDER}
cat "$folder"/*.tsv | LC_ALL=C sort -u > "$folder/union"
if ! $check; then
  cp "$folder/union" "$here/recorded-calls.tsv"
elif ! diff "$here/recorded-calls.tsv" "$folder/union"; then
  echo "the calls of the tests need other permissions than recorded-calls.tsv says (<: committed, >: seen);"
  echo "run $0 FOLDER after a whole run with RECORDED_CALLS, and look whether the templates still fit"
  exit 1
fi
wc -l < "$folder/union"
