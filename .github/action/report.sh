#!/usr/bin/env bash
# What action.yml runs. Its inputs come as INPUT_* and are never part of a script. Afterwards "callsheet" is on the PATH
# of the steps that follow.
set -euo pipefail

refuse() {
    printf 'callsheet action: %s\n' "$1" >&2
    exit 2
}

# Succeeds if the switch $1, whose value is $2, is on.
is_on() {
    case $2 in
        true) return 0 ;;
        false | '') return 1 ;;
        *) refuse "$1 is neither true nor false" ;;
    esac
}

# Sets the array "lines" to the lines of $1, without blanks around them and without empty ones.
split() {
    local line
    lines=()
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line#"${line%%[![:space:]]*}"}
        line=${line%"${line##*[![:space:]]}"}
        [ -z "$line" ] || lines+=("$line")
    done <<<"$1"
}

# An output is a line; a path with a line end in it could write others.
one_line() {
    case $2 in
        '') refuse "$1 is empty" ;;
        *[[:cntrl:]]*) refuse "$1 has a control character in it" ;;
    esac
}

output=${INPUT_OUTPUT-site}
data=${INPUT_DATA-data}
one_line output "$output"
one_line data "$data"

# The launcher builds a jar that is missing or older than its sources; a copy is newer than they are.
if [ -n "${INPUT_JAR-}" ]; then
    mkdir -p "$GITHUB_ACTION_PATH/target"
    cp "$INPUT_JAR" "$GITHUB_ACTION_PATH/target/callsheet.jar"
fi
callsheet=$GITHUB_ACTION_PATH/callsheet
printf '%s\n' "$GITHUB_ACTION_PATH" >>"$GITHUB_PATH"

common=()
[ -z "${INPUT_CONFIG-}" ] || common+=("--config=$INPUT_CONFIG")

split "${INPUT_SOURCES-}"
sources=(${lines[@]+"${lines[@]}"})
if is_on fetch "${INPUT_FETCH-}"; then
    options=("--output=$data")
    [ -z "${INPUT_SINCE-}" ] || options+=("--since=$INPUT_SINCE")
    split "${INPUT_BATCHES-}"
    for batch in ${lines[@]+"${lines[@]}"}; do options+=("--batch=$batch"); done
    status=0
    "$callsheet" fetch ${common[@]+"${common[@]}"} "${options[@]}" >/dev/null || status=$?
    # What could not be fetched (6) is no reason to have no report: it says what is missing, and its gate knows.
    case $status in
        0 | 6) sources+=("$data") ;;
        *) exit "$status" ;;
    esac
fi
[ ${#sources[@]} -gt 0 ] || refuse "there is neither a source nor fetch"

options=("--output=$output")
split "${INPUT_HISTORY-}"
for history in ${lines[@]+"${lines[@]}"}; do options+=("--history=$history"); done
if is_on history-required "${INPUT_HISTORY_REQUIRED-}"; then options+=(--history-required); fi
if is_on history-readonly "${INPUT_HISTORY_READONLY-}"; then options+=(--history-readonly); fi
[ -z "${INPUT_STREAM-}" ] || options+=("--stream=$INPUT_STREAM")
[ -z "${INPUT_BASE_URL-}" ] || options+=("--base-url=$INPUT_BASE_URL")
if is_on annotations "${INPUT_ANNOTATIONS-}"; then options+=(--annotations); fi
fail_at_gate=false
if is_on gate "${INPUT_GATE-}"; then fail_at_gate=true; fi

result=$("$callsheet" build --json ${common[@]+"${common[@]}"} "${options[@]}" -- "${sources[@]}")

# Within JSON a quote inside a text has a backslash before it, so no text of a report can look like a key.
verdict=$(sed -n 's/.*"gate":{"verdict":"\(pass\|fail\|inconclusive\)".*/\1/p' "$output/data/report.json")
number() {
    sed -n "s/.*$1:\([0-9][0-9]*\).*/\1/p" <<<"$result"
}
{
    printf 'verdict=%s\n' "$verdict"
    printf 'report-path=%s\n' "$output"
    printf 'report-json=%s\n' "$output/data/report.json"
    printf 'runs=%s\n' "$(number '"runs":{"total"')"
    printf 'worse-count=%s\n' "$(number '"worse"')"
    printf 'flaky-count=%s\n' "$(number '"flaky"')"
} >>"$GITHUB_OUTPUT"
if [ -n "${GITHUB_STEP_SUMMARY-}" ]; then
    cat "$output/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if $fail_at_gate; then
    "$callsheet" gate "$output"
fi
