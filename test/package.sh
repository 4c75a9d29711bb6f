#!/usr/bin/env bash
# Packs the program, installs the tarball in an empty folder, and runs the main job on a template it ships.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" "$root" > /dev/null
npm install --silent --no-audit --no-fund --global --prefix "$folder/global" "$folder"/rm-appraise-*.tgz
cd "$folder"
export PATH="$folder/global/bin:$PATH"
rm-appraise --version
rm-appraise quarter --input "$folder/global/lib/node_modules/rm-appraise/fixtures/city-bank" --period 2004Q1 --quiet
test -s appraisals/2004Q1/ranking.csv
