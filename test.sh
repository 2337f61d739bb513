#!/usr/bin/env bash
# Runs every test. Installs what is missing when root, starts what the tests need, stops what it started.
# Arguments go to `dotnet test`:  ./test.sh --filter FullyQualifiedName~CloseCase
# The last line says what came of it: "N passed, N failed, N skipped".
set -uo pipefail
set -m                       # every job its own process group, so that stopping one stops its children
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

work=$(mktemp -d "${TMPDIR:-/tmp}/gm-connect-tests.XXXXXX") || exit 2
results="$work/results"
postgresql_bin=""
postgresql_data=""
job=""

say() { printf '%s\n' "test.sh: $*"; }

clean_up() {
    trap '' INT TERM HUP
    stop_job
    if [[ -n "$postgresql_data" ]]; then
        as_postgres "$postgresql_bin/pg_ctl" stop --silent --mode=immediate --pgdata="$postgresql_data" >/dev/null 2>&1
    fi
    rm -rf "$work"
}

interrupted() {
    say "interrupted"
    exit "$1"
}

trap clean_up EXIT
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP

# Runs a command that a signal can end at once, with everything it started.
run() {
    "$@" &
    job=$!
    wait "$job"
    local code=$?
    stop_job
    return "$code"
}

stop_job() {
    [[ -n "$job" ]] || return 0
    kill -TERM -- "-$job" 2>/dev/null
    for _ in {1..20}; do
        kill -0 -- "-$job" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$job" 2>/dev/null
    job=""
}

as_postgres() {
    if [[ $EUID -eq 0 ]]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

newest_postgresql() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    [[ -n "$found" && -x "$found/initdb" ]] && printf '%s' "$found"
}

browser_is_there() { [[ -x "${Documents__Browser:-/usr/bin/chromium}" ]]; }

# The same Chromium without its windows: pages open in two thirds of the time.
shell_is_there() { [[ -n "${Documents__Browser:-}" || -x /usr/bin/chromium-headless-shell ]]; }

fonts_are_there() { [[ -e /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf ]]; }

install_what_is_missing() {
    local missing=()
    browser_is_there || missing+=(chromium)
    fonts_are_there || missing+=(fonts-noto-core)
    [[ -n "${GMCONNECT_TEST_POSTGRESQL:-}" || -n "$(newest_postgresql)" ]] || missing+=(postgresql)
    if [[ ${#missing[@]} -eq 0 ]] && shell_is_there; then
        return 0
    fi

    if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
        [[ ${#missing[@]} -eq 0 ]] || say "not installed, and only root can install it with apt-get: ${missing[*]}"
        return 0
    fi

    run apt-get update -qq >"$work/apt.log" 2>&1
    if [[ ${#missing[@]} -gt 0 ]] && ! install "${missing[@]}"; then
        tail -n 20 "$work/apt.log"
        say "could not install ${missing[*]}"
        # Where a person looks on, the rest is still worth running; a build machine must not pass on half the tests.
        [[ -z "${CI:-}" ]] || finish 1
    fi
    # Both, or the two would be of different versions.
    shell_is_there || install chromium chromium-headless-shell || say "no chromium-headless-shell: pages open in Chromium itself"
}

install() {
    say "installing $* with apt-get"
    run env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >>"$work/apt.log" 2>&1
}

say_what_will_be_skipped() {
    browser_is_there || say "no Chromium: tests in a browser will be skipped"
    [[ -n "${GMCONNECT_TEST_POSTGRESQL:-}" ]] || say "no PostgreSQL: tests on PostgreSQL will be skipped"
    [[ -n "${GMCONNECT_TEST_SQLSERVER:-}" ]] || say "GMCONNECT_TEST_SQLSERVER is not set: tests on SQL Server will be skipped"
}

# PostgreSQL refuses to run as root, so it runs as the package's own user then.
# A crash of it loses nothing that a test wants kept, so it need not wait for the disk.
start_postgresql() {
    [[ -z "${GMCONNECT_TEST_POSTGRESQL:-}" ]] || return 0
    postgresql_bin=$(newest_postgresql) || return 0
    local folder="$work/postgresql" port
    mkdir "$folder"
    chmod 755 "$work"
    [[ $EUID -ne 0 ]] || chown postgres "$folder"

    if ! as_postgres "$postgresql_bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust \
            --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >"$work/initdb.log" 2>&1; then
        tail -n 20 "$work/initdb.log"
        say "PostgreSQL could not be set up"
        [[ -z "${CI:-}" ]] || finish 1
        return 0
    fi
    cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
shared_buffers = 512MB
max_wal_size = 4GB
checkpoint_timeout = 1h
CONF

    postgresql_data="$folder/data"
    for _ in {1..5}; do
        port=$(free_port)
        if as_postgres "$postgresql_bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$postgresql_data" \
                --log="$folder/log" --options="-p $port" >/dev/null 2>&1; then
            export GMCONNECT_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
            say "PostgreSQL of $postgresql_bin on 127.0.0.1:$port"
            return 0
        fi
    done
    tail -n 20 "$folder/log"
    say "PostgreSQL did not start"
    [[ -z "${CI:-}" ]] || finish 1
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
    done
}

count() {
    { find "$results" -name '*.trx' -exec grep -ohE '<UnitTestResult [^>]*' {} + 2>/dev/null || true; } |
        grep -cE " outcome=\"($1)\""
}

# "skipped 12: PostgreSQL: GMCONNECT_TEST_POSTGRESQL is not set", one line a reason.
say_why_skipped() {
    find "$results" -name '*.trx' -exec cat {} + 2>/dev/null | tr -d '\r\n' | sed 's/<UnitTestResult /\n&/g' |
        grep -E '^<UnitTestResult [^>]*outcome="NotExecuted"' | grep -oE '<(Message|StdOut)>[^<]*' | sed -E 's/^<[^>]*>//' |
        sort | uniq -c | while read -r times reason; do say "skipped $times: $reason"; done
}

# Tests that had begun when the test host crashed or was stopped for hanging; no result file knows of them.
tests_broken_off() {
    find "$results" -name 'Sequence_*.xml' -exec grep -ohE '<Test [^>]*Completed="False"[^>]*' {} + 2>/dev/null |
        grep -oE ' Name="[^"]*"' | cut -d '"' -f 2 | sort -u
}

# Each test that failed, by name, with the first lines of why: after thousands of lines of output, where a reader looks.
say_what_failed() {
    find "$results" -name '*.trx' -exec cat {} + 2>/dev/null | tr -d '\r' | tr '\n' '\036' | sed 's/<UnitTestResult /\n&/g' |
        grep -aE '^<UnitTestResult [^>]*outcome="(Failed|Error|Timeout|Aborted)"' | while IFS= read -r result; do
            say "failed: $(grep -aoE ' testName="[^"]*"' <<<"$result" | cut -d '"' -f 2)"
            grep -aoE '<(Message|StackTrace)>[^<]*' <<<"$result" | sed -E 's/^<[^>]*>//' | cut -c 1-1500 |
                tr '\036' '\n' | sed 's/^/    /'
        done
}

# Says what came of it, from the result files alone, and ends.
finish() {
    local code=$1 all passed failed skipped broken_off
    say_why_skipped
    say_what_failed
    broken_off=$(tests_broken_off)
    [[ -z "$broken_off" ]] || say "broken off while running:"$'\n'"$broken_off"
    all=$(count '[A-Za-z]+')
    passed=$(count 'Passed')
    skipped=$(count 'NotExecuted')
    failed=$((all - passed - skipped + $(grep -c . <<<"$broken_off")))
    if [[ $((passed + failed)) -eq 0 ]]; then
        say "no test ran"
        [[ $code -ne 0 ]] || code=1
    elif [[ $failed -gt 0 && $code -eq 0 ]]; then
        code=1
    elif [[ $failed -eq 0 && $code -ne 0 ]]; then
        say "no test failed, but the run did not end well (exit code $code): see above"
    fi
    trap '' INT TERM HUP
    printf '%s\n' "$passed passed, $failed failed, $skipped skipped"
    exit "$code"
}

install_what_is_missing
start_postgresql
say_what_will_be_skipped

# Debug, because the README's first command has built that already. No build server outlives the run.
# What a short-lived process learns of its hot paths costs more than it gives.
export DOTNET_TieredPGO=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
run dotnet build GmConnect.sln --verbosity quiet -p:UseSharedCompilation=false || finish $?

mkdir "$work/temporary"
export TMPDIR="$work/temporary"
run dotnet test GmConnect.sln --no-build --nologo \
    --results-directory "$results" --logger 'trx;LogFilePrefix=tests' --logger 'console;verbosity=minimal' \
    --blame-hang-timeout 15m --blame-hang-dump-type none "$@"
finish $?
