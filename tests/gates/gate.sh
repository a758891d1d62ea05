# Sourced by every gate. gate NUMBER NAME COMMAND… runs it and reports one line of TAP.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
# size DAILY NIGHTLY: how large a test is that tries one thing many times; see tests/nightly.md.
size() { if [ -n "${ENTENTE_NIGHTLY:-}" ]; then echo "$2"; else echo "$1"; fi; }
gate() {
    number=$1 name=$2
    shift 2
    if output=$("$@" 2>&1); then
        echo "ok $number - $name"
    else
        printf '%s\n' "$output" | tail -n 60 | sed 's/^/# /' >&2
        echo "not ok $number - $name"
    fi
}
