#!/bin/sh
# Compares Haven with Python on new random questions, far more than the vectors beside this file hold.
#
#     Tests/Oracles/compare.sh [--quick] [SEED]
#
# With --quick 10,500 rules that dateutil answers at once, a third of them from a wall time in a zone, in a minute or two;
# without, 20,000 for which it is given its time, and more zones and names.
# Needs python3-dateutil, zic and tzdata. A difference fails the test with the question and both answers.
set -eu
here=$(dirname "$(readlink -f "$0")")
haste= rules=10000 moments=10000 zones=1000 names=50000
if [ "${1:-}" = --quick ]; then
  haste="--years 8 --patience 0.02" rules=7000 moments=3500 zones=100 names=5000
  shift
fi
seed=${1:-$(date +%s)}
PATH=$PATH:/usr/sbin
vectors=$(mktemp -d)
trap 'rm -rf "$vectors"' EXIT
echo "seed $seed"
ask() { /usr/bin/python3 "$here/recurrence.py" --seed "$seed" $haste "$@"; }
ask --rules "${RULES:-$rules}" >"$vectors/recurrence.txt" &
ask --rules "${RULES:-$moments}" --moments >"$vectors/moments.txt"
wait $!
/usr/bin/python3 "$here/zones.py" --zones "${ZONES:-$zones}" --instants 400 --seed "$seed" >"$vectors/zones.txt"
/usr/bin/python3 "$here/slugs.py" --names "$names" --seed "$seed" >"$vectors/slugs.txt"
wc -l "$vectors"/*.txt
cd "$here/../.."
HAVEN_ORACLE_VECTORS=$vectors ${SWIFT:-swift} test --disable-xctest --filter HavenCoreTests.OracleTests
