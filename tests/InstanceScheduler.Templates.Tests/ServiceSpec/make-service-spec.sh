#!/usr/bin/env bash
# Makes service-spec.json: what CloudFormation knows of the resource types that the templates use. Needs node and npm.
# usage: make-service-spec.sh      after a template uses a new type, or for a newer release (change the version below)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=0.1.216
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" "@aws-cdk/aws-service-spec@$version" >&2
cp "$here/make-service-spec.mjs" "$work/"
node "$work/make-service-spec.mjs" "$version" "$here"/../../../cloudformation/*.template > "$work/service-spec.json"
mv "$work/service-spec.json" "$here/service-spec.json"
