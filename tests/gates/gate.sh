# Sourced by every gate. gate NUMBER NAME COMMAND… runs it and reports one line of TAP.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
# size DAILY NIGHTLY: how large a test is that tries one thing many times; see tests/nightly.md.
size() {
    if [ -n "${ENTENTE_NIGHTLY:-}" ]; then echo "$2"; elif [ -n "${ENTENTE_QUICK:-}" ]; then echo $((($1 + 2) / 3)); else echo "$1"; fi
}
# The checker of Word files against Word's schema, where there is one; it takes longer than what it checks,
# so not in the inner loop.
docx_checker() { [ -n "${ENTENTE_QUICK:-}" ] || echo "${ENTENTE_SHARED:-$root/../shared}/oracles/docx_lint.py"; }
# Keys made from here on take no time to stretch, for tests of other things than that.
cheap_passphrases() {
    local module="${ENTENTE_BUILD:-$root/build/gcc}/tests/libcheap_passphrases.so"
    [ ! -f "$module" ] || export LD_PRELOAD="$module"
}
# Where a case NAME of a test lies: in a file, or in the database that the tests run over (tests/stores/postgresql.sh).
case_place() {
    if [ -z "${ENTENTE_DATABASE:-}" ]; then echo "$1.entente"; else echo "${ENTENTE_DATABASE%%\?*}/$1?${ENTENTE_DATABASE#*\?}"; fi
}
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
