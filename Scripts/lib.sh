# shellcheck shell=bash
# Sourced by the scripts beside it: the language, Swift, the Debian packages, builds that show how far they are.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
logs=$root/.build/logs

# What drawbridge is built with. g++ brings the C and C++ headers that the Swift toolchain itself compiles against.
build_packages=(git g++ pkg-config libxml2-dev libxmlsec1-dev libssl-dev libsqlite3-dev zlib1g-dev)
# What the tests run beside it: independent SAML and XML-signature implementations, and tools.
test_packages=(xmlsec1 opensaml-tools python3 python3-venv python3-lasso openssl procps curl
    apache2 libapache2-mod-auth-mellon)
# Another identity provider, run by the web server of php-cli; php-xml is the DOM that it needs.
test_packages+=(simplesamlphp php-xml)
# What the examples for portal developers are run with.
test_packages+=(default-jdk-headless php-cli nodejs python3-jwt python3-cryptography)

case ${LC_ALL:-${LANG:-}} in
zh*) language=zh ;;
*) language=en ;;
esac
# From here on one locale that every Debian has: perl and bash complain of those that a machine has not generated.
export LC_ALL=C.UTF-8

# choose_language zh|en
choose_language() {
    case $1 in
    zh | en) language=$1 ;;
    *) fail 2 "--lang takes zh or en, not '$1'." "--lang 只接受 zh 或 en，不接受“$1”。" ;;
    esac
}

# say ENGLISH CHINESE
say() {
    if [[ $language == zh ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# fail STATUS ENGLISH CHINESE; status 1 is "does not hold", 2 is "cannot start like this", as drawbridge's own.
fail() {
    say "$2" "$3" >&2
    exit "$1"
}

# Ends the script, before anything is installed, when Swift is missing or older than 6.2. Sets swift_version.
require_swift() {
    command -v swift >/dev/null || fail 2 \
        "Swift 6.2 or newer is needed, and there is no 'swift' on the PATH. Install it (swift.org/install) and run this again." \
        "需要 Swift 6.2 或更高版本，但 PATH 中没有 swift。请先安装（swift.org/install），然后重新运行。"
    local output
    output=$(swift --version 2>&1) || fail 2 \
        "'$(command -v swift)' does not run: ${output##*$'\n'}" \
        "“$(command -v swift)”无法运行：${output##*$'\n'}"
    local swift_said=$output
    # 'swift build' needs libraries that the compiler does not; of those, libxml2 comes with the packages below.
    output=$(swift build --version 2>&1) || [[ $output == *libxml2* ]] || fail 2 \
        "'swift build' does not run: ${output##*$'\n'}" \
        "swift build 无法运行：${output##*$'\n'}"
    [[ $swift_said =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail 2 \
        "'swift --version' does not tell its version; Swift 6.2 or newer is needed." \
        "无法从 swift --version 读出版本；需要 Swift 6.2 或更高版本。"
    local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
    swift_version=$major.$minor
    ((major > 6 || (major == 6 && minor >= 2))) || fail 2 \
        "Swift 6.2 or newer is needed, and this is Swift $swift_version. Install a newer one (swift.org/install) and run this again." \
        "需要 Swift 6.2 或更高版本，当前是 Swift $swift_version。请先升级（swift.org/install），然后重新运行。"
}

# find_missing PACKAGE...: sets missing to those that are not installed.
find_missing() {
    missing=("$@")
    command -v dpkg-query >/dev/null || return 0
    local installed package
    installed=" $(dpkg-query -W -f '${Package}:${db:Status-Status} ' "$@" 2>/dev/null || true)"
    missing=()
    for package in "$@"; do
        [[ $installed == *" $package:installed "* ]] || missing+=("$package")
    done
}

# install_packages PACKAGE...: installs those that are missing; does nothing, and needs nobody's leave, when none is.
install_packages() {
    find_missing "$@"
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || fail 2 \
        "There is no apt-get here. Install what corresponds to these Debian packages, on a Debian or Ubuntu machine: ${missing[*]}" \
        "此机器没有 apt-get。请在 Debian 或 Ubuntu 机器上安装以下软件包：${missing[*]}"
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail 2 \
            "Installing needs root, and there is no sudo. Run as root: apt-get install ${missing[*]}" \
            "安装软件包需要 root 权限，但没有 sudo。请以 root 运行：apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}" "正在安装 ${#missing[@]} 个 Debian 软件包：${missing[*]}"
    mkdir -p "$logs"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120)
    # One list of packages out of several may be out of reach and the install still succeed: only the install decides.
    "${apt[@]}" update >"$logs/apt.log" 2>&1 || true
    "${apt[@]}" install --no-install-recommends "${missing[@]}" >>"$logs/apt.log" 2>&1 || {
        grep -E '^(E|W|Err|sudo):' "$logs/apt.log" | tail -n 8 >&2 || true
        fail 2 \
            "apt-get could not install them; is the network there? Everything it said is in $logs/apt.log" \
            "apt-get 安装失败；网络是否可用？全部输出见 $logs/apt.log"
    }
}

# Another XML-signature implementation, with a libxml2 of its own, to compare digests with.
readonly lxml=lxml==6.1.3
# A SAML implementation in Python: makes responses, and judges the same as we do.
readonly pysaml2=pysaml2==7.5.5
# Asks the administration API whatever its document allows, and what it does not.
readonly schemathesis=schemathesis==4.32.5

# The tests' Python: Debian's own, the only one that sees python3-lasso, and those from PyPI beside it.
prepare_peers() {
    export DRAWBRIDGE_PEERS_PYTHON=$root/.build/peers/bin/python3
    local works='import lasso, lxml.etree, saml2, schemathesis, sys; sys.exit(not lxml.etree.__file__.startswith(sys.prefix))'
    "$DRAWBRIDGE_PEERS_PYTHON" -c "$works" 2>/dev/null && return
    say "Preparing the tests' Python in .build/peers." "正在 .build/peers 中准备测试所用的 Python。"
    mkdir -p "$logs"
    { /usr/bin/python3 -m venv --clear --system-site-packages .build/peers &&
        .build/peers/bin/python3 -m pip install --quiet --no-input --ignore-installed "$lxml" "$pysaml2" "$schemathesis" &&
        "$DRAWBRIDGE_PEERS_PYTHON" -c "$works"; } >"$logs/peers.log" 2>&1 </dev/null || {
        tail -n 8 "$logs/peers.log" >&2
        fail 2 "The tests' Python could not be prepared; is the network there? Everything it said is in $logs/peers.log" \
            "无法准备测试所用的 Python；网络是否可用？全部输出见 $logs/peers.log"
    }
}

# build LOG SWIFT-BUILD-ARGUMENT...: 'swift build' with a moving count; what the compiler said, when it fails.
build() {
    local log=$logs/$1.log
    shift
    mkdir -p "$logs"
    if ! swift build "$@" </dev/null 2>&1 | show_progress "$log"; then
        grep -avE -e '^\[[0-9]+/[0-9]+\]' -e '^warning: prohibited flag' "$log" | tail -n 100 >&2 || true
        fail 1 "The build failed. Everything it said is in $log" "构建失败。全部输出见 $log"
    fi
}

# Reads a build's output, keeps all of it in the log, and shows how far it is: in place on a terminal, now and then in a pipe.
show_progress() {
    local log=$1 line columns=80 next=$((SECONDS + 20))
    [[ -t 1 ]] && columns=$(tput cols 2>/dev/null || echo 80)
    : >"$log"
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        if [[ -t 1 ]]; then
            printf '\r\033[K%s' "${line:0:columns-1}"
        elif [[ $line =~ ^\[[0-9]+/[0-9]+\] ]] && ((SECONDS >= next)); then
            printf '%s\n' "$line"
            next=$((SECONDS + 20))
        fi
    done
    if [[ -t 1 ]]; then printf '\r\033[K'; fi
}

passed=0 failed=0

# run_tests LOG SWIFT-TEST-ARGUMENT...: runs the tests that were built; adds to passed and failed.
run_tests() {
    local log=$logs/$1.log status=0 tests broken
    shift
    # With all tests begun at once some would wait for minutes in their middle, until what they made has expired.
    export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=6
    # libXCTest leaks, and its closing line would say that it ran no test: every test here is Swift Testing's.
    swift test --skip-build --disable-xctest "$@" </dev/null 2>&1 | tee "$log" | show_findings || status=$?
    tests=$(sed -nE 's/^. Test run with ([0-9]+) tests? .*/\1/p' "$log" | tail -n 1)
    broken=$(grep -aE '^. Test .* failed after [0-9.]+ seconds' "$log" | grep -avcE '^. Test run with ' || true)
    if [[ -z $tests ]]; then
        say "The run broke off. Everything it said is in $log" "测试中途中断。全部输出见 $log"
    elif ((tests == 0)); then
        say "No test ran." "没有运行任何测试。"
        status=1
    fi
    # A crash or a leak fails the run without failing any one test.
    if ((status != 0 && broken == 0)); then broken=1; fi
    ((passed += ${tests:-0} > broken ? ${tests:-0} - broken : 0)) || true
    ((failed += broken)) || true
}

# Each test says that it started and that it passed, some with arguments of megabytes: the log keeps that, the screen not.
# Nor that SwiftPM drops the -D flags of xmlsec1-openssl.pc: the C target's header defines them.
show_findings() {
    grep -avE --line-buffered \
        -e '^(◇|✔ (Suite|Test ([^r]|r[^u]|ru[^n]|run[^ ])))' -e '^warning: prohibited flag' -e '^\[[0-9]+/[0-9]+\]' |
        cut -c 1-2000 || true
}

# The pure modules' tests under the address and leak sanitizers: the only modules that reach C, and built in seconds.
run_sanitized_tests() {
    say "Address sanitizer: building the pure modules and their tests." "地址消毒器：正在构建纯模块及其测试。"
    DRAWBRIDGE_CORE=1 build sanitize-build --build-tests --sanitize=address --scratch-path .build-asan
    # A process that crashes is to end with the sanitizer's report, not to wait for Swift's own backtrace.
    DRAWBRIDGE_CORE=1 DRAWBRIDGE_RANDOM_TURNS=10 SWIFT_BACKTRACE=enable=no \
        LSAN_OPTIONS="suppressions='$root/Scripts/leaks.supp':print_suppressions=0" \
        run_tests sanitize --sanitize=address --scratch-path .build-asan
}

# The runner's closing line, and its exit status.
report_tests() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0))
}
