#!/usr/bin/env bash
# Packs the program, installs the tarball in an empty folder, and runs the main job on every template it ships.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" "$root" > /dev/null
npm install --silent --no-audit --no-fund --global --prefix "$folder/global" "$folder"/rm-appraise-*.tgz
cd "$folder"
export PATH="$folder/global/bin:$PATH"
rm-appraise --version
rm-appraise init --list > list.txt
while read -r template _; do
  rm-appraise init --template "$template" "$template" --quiet
  rm-appraise quarter --input "$template" --out "book-$template" --quiet
  test -s "book-$template"/*/manifest.json
done < list.txt
test -s book-city-bank/*/ranking.csv
