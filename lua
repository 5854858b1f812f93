#!/usr/bin/env bash
# The one front door of LuaPlatform. ./lua help says what it can do.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app=$home/bootstrap/target/app
jar=$app/luaplatform.jar
aot=$app/luaplatform.aot

# Serial GC, compact headers and a small heap keep a server of one machine under 250 MB; LUA_JAVA_OPTS comes last and wins.
java_options=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
    -Xmx256m -XX:NewSize=32m -XX:MaxNewSize=32m)

usage() {
    cat <<'TEXT'
./lua run [--demo] [--port N] [--data DIR] [--json]   build what is missing and start the server
./lua test [--full] [MAVEN OPTIONS]                   run every check; --full adds mutation tests
./lua bench                                           measure this machine and print the ratios
./lua crash-test [--rounds N] [--seed N]              kill the server under load and see whether it keeps its word
./lua doctor                                          say whether this machine can run and build LuaPlatform
./lua migrate-store                                   copy everything from the SQLite file to MongoDB
./lua format                                          lay out the sources the way the checks want them

JAVA_HOME names the JDK (25 or newer; else the installed ones are tried).
LUA_JAVA_OPTS adds options for the Java that runs the server.
TEXT
}

fail() {
    echo "lua: $*" >&2
    exit 1
}

# The feature version of the JDK in a folder, or 0: its "release" file knows without starting a Java.
jdk_version() {
    local version=0
    if [[ -x $1/bin/javac && -r $1/release ]]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    echo "${version:-0}"
}

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [[ -n $candidate ]] && (($(jdk_version "$candidate") >= 25)); then
            export JAVA_HOME=$candidate
            return
        fi
    done
    fail "needs JDK 25 or newer and found none. Install one (Debian 13: apt-get install openjdk-25-jdk-headless;" \
        "others: Eclipse Temurin 25) or let JAVA_HOME name it."
}

maven() {
    # A build is over before the second compiler pays off. What Maven's own libraries are warned about is not our concern.
    export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    (cd "$home" && "$(maven_command)" -B -ntp -Dstyle.color=never "$@")
}

maven_command() {
    local version=0.0
    if command -v mvn >/dev/null; then
        version=$(mvn --version | sed -n '1s/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    fi
    if ((${version%.*} > 3 || (${version%.*} == 3 && ${version#*.} >= 8))); then
        echo mvn
    else
        echo ./mvnw
    fi
}

# Whether anything that goes into the app is younger than the app. A folder's time tells of removed files.
is_stale() {
    [[ ! -f $app/built ]] || [[ -n $(find "$home"/pom.xml "$home"/.mvn "$home"/*/pom.xml "$home"/*/src/main \
        -newer "$app/built" -print -quit) ]]
}

build_when_stale() {
    is_stale || return 0
    local started
    started=$(mktemp) # Edits made while the build runs are newer than this and cause the next one.
    echo "lua: building (the first time takes a minute or two)" >&2
    rm -f "$app/built"
    maven -q package -DskipTests >&2 || fail "the build failed"
    mv "$started" "$app/built"
}

# A short run of the server that teaches the JVM which classes it needs; later starts map them from a file, which
# holds only for exactly these jars. Where the JVM cannot make one, an empty file keeps us from trying every time.
train_when_stale() {
    [[ ! -f $aot || -n $(find "$app" -name '*.jar' -newer "$aot" -print -quit) ]] || return 0
    local scratch server
    rm -f "$aot"
    scratch=$(mktemp -d)
    echo "lua: preparing a fast start" >&2
    env -u MONGO_URI -u REDIS_URI "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$aot" -Xlog:disable \
        -jar "$jar" run --port 0 --data "$scratch/data" --json >"$scratch/out" 2>"$scratch/err" &
    server=$!
    wait_until_ready "$server" "$scratch/out"
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$scratch"
    if [[ ! -f $aot ]]; then
        echo "lua: no fast start on this machine; the server starts without it" >&2
        touch "$aot"
    fi
}

wait_until_ready() {
    local attempts=0
    until grep -q '"ready"' "$2"; do
        kill -0 "$1" 2>/dev/null && ((attempts++ < 300)) || return 0
        sleep 0.1
    done
}

# Replaces this shell by Java, in the folder of the caller, so that signals and exit codes are the server's own.
start() {
    find_jdk
    build_when_stale
    train_when_stale
    if [[ -s $aot ]]; then
        java_options+=(-XX:AOTCache="$aot" -Xlog:aot=off -Xlog:cds=off)
    fi
    # shellcheck disable=SC2086 # several options in one variable are several words
    exec "$JAVA_HOME/bin/java" "${java_options[@]}" ${LUA_JAVA_OPTS:-} -jar "$jar" "$@"
}

run_tests() {
    find_jdk
    if [[ ${1:-} == --full ]]; then
        shift
        set -- -Pfull "$@"
    fi
    maven verify "$@"
}

crash_test() {
    find_jdk
    build_when_stale
    exec "$JAVA_HOME/bin/java" -Dlua.jar="$jar" "$home/infra/test/CrashTest.java" "$@"
}

format() {
    find_jdk
    maven -q spotless:apply
}

command=${1:-help}
case $command in
    run | bench | doctor | migrate-store) start "$@" ;;
    test) run_tests "${@:2}" ;;
    crash-test) crash_test "${@:2}" ;;
    format) format ;;
    help | --help | -h) usage ;;
    *)
        usage >&2
        exit 2
        ;;
esac
