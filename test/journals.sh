#!/usr/bin/env bash
# Has hledger and Beancount check the journals of deferred pay, and holds their balances against the program's own to the fen.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# hledger reads a file in the encoding of the locale.
export LC_ALL=C.UTF-8
if ! { command -v hledger && command -v bean-check; } > /dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends hledger beancount > /dev/null
fi
program=(node "$root/bin/rm-appraise.js")

# BOOK AS_OF: makes both journals, has them checked, and compares what stands open.
compare() {
  "${program[@]}" defer --book "$1" --as-of "$2" --format hledger --out "$1.out" --quiet
  "${program[@]}" defer --book "$1" --as-of "$2" --format beancount --out "$1.out" --quiet
  hledger check --strict -f "$1.out/deferred.journal"
  bean-check "$1.out/deferred.beancount"
  own=$("${program[@]}" defer --book "$1" --as-of "$2" --format csv --sheet movements | tail -n 1 | cut -d, -f10)
  theirs=$(hledger -f "$1.out/deferred.journal" balance Liabilities --invert --depth 1 --no-total --format '%(total)' | cut -d' ' -f1)
  test "$own" = "$theirs" || { echo "$1 on $2: $own is $theirs in hledger" >&2; exit 1; }
  echo "$(basename "$1") on $2: $own open in hledger and Beancount"
}

for year in 2001 2002 2003 2004 2005; do
  "${program[@]}" year --input "$root/test/journals/bank" --period $year --out "$folder/odd-ids" --quiet
done
compare "$folder/odd-ids" 2005-12-31
compare "$folder/odd-ids" 2003-07-01
for quarter in 1 2 3 4; do
  "${program[@]}" quarter --input "$root/fixtures/city-bank" --period 2004Q$quarter --out "$folder/city-bank" --quiet
done
compare "$folder/city-bank" 2004-12-31
