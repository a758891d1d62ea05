#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Programs: GLPK 5.0, CBC 2.10.8 and lp_solve 5.5.2.5 as Debian 12 packages them (glpk-utils, coinor-cbc,
#   lp-solve).
# Format: MPS, the oldest format that all solvers read, with integers between 'INTORG' and 'INTEND' markers.
# One would guess: three solvers that read one file without a word of warning find the same best package.
# It is so: they solve two different problems. An integer without a bound of its own may be 0, 1, 2, … for
#   lp_solve and only 0 or 1 for GLPK and CBC; with room for seven the best package is worth 7 for the one, 2
#   for the others. CPLEX documents 0 to 1 between markers, lp_solve has an option -mps_ibm for it. A bound
#   that says what seems to need no saying ("PL", no upper limit) makes all three agree.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
versions=$(dpkg-query -W -f '${Package} ${Version}; ' coinor-cbc glpk-utils lp-solve)
echo "$versions"
write() { # write FILE [BOUNDS LINE…]
    file=$1
    shift
    cat >"$file" <<'MPS'
NAME          PACKAGE
ROWS
 N  LOSS
 L  ROOM
COLUMNS
    FROM      'MARKER'                 'INTORG'
    CARTS     LOSS        -1.0   ROOM          1.0
    BOATS     LOSS        -1.0   ROOM          1.0
    UPTO      'MARKER'                 'INTEND'
RHS
    RHS       ROOM        7.0
MPS
    [ $# -eq 0 ] || printf '%s\n' BOUNDS "$@" >>"$file"
    echo ENDATA >>"$file"
}
best() { # best FILE: the least loss as each solver has it
    glpsol --freemps "$1" -o glpk.txt >/dev/null
    sed -n 's/^Objective: *LOSS = \(-*[0-9]*\).*/GLPK \1/p' glpk.txt
    cbc "$1" solve solu cbc.txt >/dev/null
    sed -n 's/^Optimal - objective value \(-*[0-9]*\).*/CBC \1/p' cbc.txt
    lp_solve -fmps "$1" -S3 | sed -n 's/^Value of objective function: \(-*[0-9]*\).*/lp_solve \1/p'
}
write bare.mps
write told.mps " PL BND       CARTS" " PL BND       BOATS"
bare=$(best bare.mps | tr '\n' ' ')
told=$(best told.mps | tr '\n' ' ')
echo "no bounds given: $bare"
echo "bounds given:    $told"
[ "$versions" = "coinor-cbc 2.10.8+ds1-1; glpk-utils 5.0-1; lp-solve 5.5.2.5-2; " ]
[ "$bare" = "GLPK -2 CBC -2 lp_solve -7 " ] && [ "$told" = "GLPK -7 CBC -7 lp_solve -7 " ]
