#!/bin/sh
# Compares Haven with Python on new random questions, far more than the vectors beside this file hold.
#
#     Tests/Oracles/compare.sh [--quick] [SEED]
#
# With --quick 20,000 rules that dateutil answers at once, half of them from a wall time in a zone, in a minute or two;
# without, as many for which it is given its time, and more zones and names.
# Needs python3-dateutil, zic and tzdata. A difference fails the test with the question and both answers.
set -eu
here=$(dirname "$(readlink -f "$0")")
haste= zones=1000 names=50000
if [ "${1:-}" = --quick ]; then
  haste="--years 8 --patience 0.02" zones=100 names=5000
  shift
fi
seed=${1:-$(date +%s)}
PATH=$PATH:/usr/sbin
vectors=$(mktemp -d)
trap 'rm -rf "$vectors"' EXIT
echo "seed $seed"
ask() { /usr/bin/python3 "$here/recurrence.py" --rules "${RULES:-10000}" --seed "$seed" $haste "$@"; }
ask >"$vectors/recurrence.txt" &
ask --moments >"$vectors/moments.txt"
wait $!
/usr/bin/python3 "$here/zones.py" --zones "${ZONES:-$zones}" --instants 400 --seed "$seed" >"$vectors/zones.txt"
/usr/bin/python3 "$here/slugs.py" --names "$names" --seed "$seed" >"$vectors/slugs.txt"
wc -l "$vectors"/*.txt
cd "$here/../.."
HAVEN_ORACLE_VECTORS=$vectors ${SWIFT:-swift} test --disable-xctest --filter HavenCoreTests.OracleTests
