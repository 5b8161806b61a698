#!/bin/sh
# Compares Haven with Python on new random questions, far more than the vectors beside this file hold.
#
#     Tests/Oracles/compare.sh [SEED]
#
# Needs python3-dateutil, zic and tzdata. A difference fails the test with the question and both answers.
set -eu
here=$(dirname "$(readlink -f "$0")")
seed=${1:-$(date +%s)}
PATH=$PATH:/usr/sbin
vectors=$(mktemp -d)
trap 'rm -rf "$vectors"' EXIT
echo "seed $seed"
/usr/bin/python3 "$here/recurrence.py" --rules "${RULES:-10000}" --seed "$seed" >"$vectors/recurrence.txt"
/usr/bin/python3 "$here/zones.py" --zones "${ZONES:-1000}" --instants 400 --seed "$seed" >"$vectors/zones.txt"
/usr/bin/python3 "$here/slugs.py" --names 50000 --seed "$seed" >"$vectors/slugs.txt"
cd "$here/../.."
HAVEN_ORACLE_VECTORS=$vectors swift test --filter OracleTests
