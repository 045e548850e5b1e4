#!/usr/bin/env bash
# Fetches the official JMESPath compliance suite, as a package ships it, into a folder.
# usage: get-jmespath-suite.sh DIR      then: JMESPATH_SUITE=DIR dotnet test tests/InstanceScheduler.Cli.Tests
set -euo pipefail
package=jmespath@0.15.0
folder=${1:?usage: $0 DIR}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
archive=$(cd "$work" && npm pack --silent "$package")
tar -xzf "$work/$archive" -C "$work" --warning=no-unknown-keyword package/test/compliance
mkdir -p "$folder"
cp "$work"/package/test/compliance/*.json "$folder"
echo "$(ls "$folder"/*.json | wc -l) files of $package in $folder"
