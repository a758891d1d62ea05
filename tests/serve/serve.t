#!/bin/bash
# The server: its gate, drops, a case with several people, and what a viewer may not see.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
if "$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server"; then
    echo "1..0 # SKIP built without the server"
    exit 0
fi
echo 1..10
gate 1 "the gate" python3 tests/serve/gate.py "$(size 600 1000)"
gate 2 "what is dropped" python3 tests/serve/drops.py "$(size 30000000 300000000)"
gate 3 "talks" python3 tests/serve/talks.py "$(size 3 10)"
gate 4 "what is acknowledged is not lost" python3 tests/serve/kill.py "$(size 6 60)"
gate 5 "the examples of docs/api-http.md" python3 tests/serve/api.py
gate 6 "warm pages are cold ones" python3 tests/serve/warm.py "$(size 2 100)"
gate 7 "packages as a mediator sees them" python3 tests/serve/packages.py "$(size 3 300)"
gate 8 "streams of events" python3 tests/serve/streams.py
gate 9 "many requests take no memory and no descriptors" python3 tests/serve/flat.py "$(size 3000 1000000)"
gate 10 "what parties hand over" python3 tests/serve/handed.py "${ENTENTE_BUILD:-build/gcc}/tests/serve/own_page"
