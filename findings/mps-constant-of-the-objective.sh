#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Programs: GLPK 5.0, CBC 2.10.8 and lp_solve 5.5.2.5 as Debian 12 packages them (glpk-utils, coinor-cbc,
#   lp-solve).
# Format: MPS, a right-hand side given for the objective row: the constant of the objective.
# One would guess: whichever sign it has, all solvers read the same one, for it decides nothing but what the
#   best package is said to cost.
# It is so: the same file costs 107 with GLPK and lp_solve and -93 with CBC: the first two add the number,
#   CBC takes it off, as CPLEX does (a right-hand side is what was brought over to the right). The package is
#   the same, the cost that a party is told is not; a constant that was written by one and read by another
#   changes its sign. lp_solve has -mps_negobjconst for it. A fixed variable of cost 100 in the constant's
#   place is safe everywhere.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
versions=$(dpkg-query -W -f '${Package} ${Version}; ' coinor-cbc glpk-utils lp-solve)
echo "$versions"
cat >package.mps <<'MPS'
NAME          PACKAGE
ROWS
 N  COST
 G  SHIPS
COLUMNS
    CARTS     COST         1.0   SHIPS         1.0
RHS
    RHS       SHIPS        7.0   COST        100.0
ENDATA
MPS
glpsol --freemps package.mps -o glpk.txt >/dev/null
glpk=$(sed -n 's/^Objective: *COST = \(-*[0-9]*\).*/\1/p' glpk.txt)
cbc package.mps solve solu cbc.txt >/dev/null
cbc=$(sed -n 's/^Optimal - objective value \(-*[0-9]*\).*/\1/p' cbc.txt)
lp_solve=$(lp_solve -fmps package.mps -S3 | sed -n 's/^Value of objective function: \(-*[0-9]*\).*/\1/p')
echo "GLPK: $glpk  lp_solve: $lp_solve  CBC: $cbc"
[ "$versions" = "coinor-cbc 2.10.8+ds1-1; glpk-utils 5.0-1; lp-solve 5.5.2.5-2; " ]
[ "$glpk $lp_solve $cbc" = "107 107 -93" ]
