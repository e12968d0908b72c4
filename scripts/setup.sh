#!/bin/sh
# Installs the project in .venv, from the lock files only. Called by make; safe to run at any time.
#
#   scripts/setup.sh run     what `annuaire` needs
#   scripts/setup.sh dev     the same, with what the tests need: Chromium, Node.js and Java among them
#   scripts/setup.sh lighthouse   the same as dev, with Lighthouse
#   scripts/setup.sh fuzz    the same as run, with the fuzzer
#   scripts/setup.sh bench   the same as run, with the site generators it is measured beside
#
# A second run installs nothing: .venv/*.installed are copies of what was installed (and
# node_modules/.installed beside the packages of npm), so content counts and not the age of files.
# Anything that cannot be had is one line on standard error and exit code 1.
set -eu

group=${1:?usage: scripts/setup.sh run|dev|lighthouse|fuzz|bench}
cd "$(dirname "$0")/.."
root=$(pwd -P)

stop() {
    printf 'setup: %s\n' "$1" >&2
    exit 1
}

say() {
    printf 'setup: %s\n' "$1"
}

# Only Debian and Ubuntu as root can be helped with system packages.
can_apt() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1
}

apt_install() {
    say "installing $* (apt-get)"
    output=$(
        {
            apt-get update &&
                DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
        } 2>&1
    ) || {
        printf '%s\n' "$output" >&2
        stop "apt-get could not install $*"
    }
}

# The first Python that runs and is recent enough; pyenv and macOS put on PATH names that only
# print a message, so each is tried.
find_python() {
    for name in ${PYTHON:+"$PYTHON"} python3 python3.15 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    stop "Python 3.11 or later is needed and none was found; install it, or name it: make PYTHON=/path/to/python3 setup"
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        can_apt || stop "$python cannot make virtual environments; type: sudo apt-get install $package"
        apt_install "$package"
    fi
    say "making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv "$root/.venv"
}

# A virtual environment holds absolute paths: one that was made in another folder is of no use.
venv_is_ours() {
    [ -x .venv/bin/python ] && [ -x .venv/bin/pip ] &&
        grep -q -F -e "-m venv $root/.venv" .venv/pyvenv.cfg
}

# To compile all that is installed, most of which nothing imports, took a third of the time.
pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --root-user-action=ignore --no-compile "$@"
}

# install_lock <group>: the pinned packages of requirements/<group>.txt.
install_lock() {
    lock=requirements/$1.txt
    stamp=.venv/$1.installed
    if venv_is_ours && cmp -s "$lock" "$stamp"; then
        return
    fi
    # What an older lock had installed must not linger.
    if [ -e "$stamp" ] || ! venv_is_ours; then
        make_venv
    fi
    say "installing $lock (a minute or two, once)"
    pip_install --require-hashes -r "$lock" || stop "the packages of $lock could not be installed"
    cp "$lock" "$stamp"
}

# The project itself, in place: changes to the code need no installation, those to its metadata do.
install_project() {
    stamp=.venv/project.installed
    if [ -x .venv/bin/annuaire ] && cmp -s pyproject.toml "$stamp"; then
        return
    fi
    pip_install --no-deps --no-build-isolation --editable . || stop "annuaire could not be installed"
    compile_imports || stop "annuaire was installed and does not start"
    cp pyproject.toml "$stamp"
}

# What the commands import is compiled once, here, also where Python is told not to keep what it compiles
# as it runs (PYTHONDONTWRITEBYTECODE, as in many containers): each build took a second more.
compile_imports() {
    PYTHONDONTWRITEBYTECODE='' .venv/bin/python - <<'EOF'
import importlib
import pkgutil

import generator.cli

for module in pkgutil.iter_modules(generator.cli.__path__, "generator.cli."):
    importlib.import_module(module.name)
EOF
}

browser_starts() {
    .venv/bin/python tests/chromium.py >/dev/null 2>&1
}

is_debian() {
    grep -q '^ID=debian' /etc/os-release 2>/dev/null
}

# Chromium, and the library that Playwright's own Node.js needs and small Debian systems lack. Without
# its windows, as Playwright itself has it, it opens a page in a third of the time; the whole one will do.
install_browser() {
    if can_apt && is_debian && ! command -v chromium-headless-shell >/dev/null; then
        (apt_install chromium-headless-shell libatomic1) || say "going on with the whole Chromium"
    fi
    if browser_starts; then
        return
    fi
    if can_apt && is_debian; then
        apt_install chromium libatomic1
    elif can_apt; then
        # Ubuntu's package called chromium is a snap, which needs more than apt.
        apt_install libatomic1
        say "installing Chromium (playwright)"
        .venv/bin/playwright install --with-deps chromium >/dev/null || true
    else
        say "installing Chromium (playwright)"
        .venv/bin/playwright install chromium >/dev/null || true
    fi
    browser_starts ||
        stop "the tests need Chromium; Debian: sudo apt-get install chromium libatomic1; elsewhere install Google Chrome, or type: sudo .venv/bin/playwright install --with-deps chromium"
}

runs() {
    "$@" >/dev/null 2>&1
}

# need <what the tests need it for> <Debian's packages> <command that shows it is there>
need() {
    what=$1 packages=$2
    shift 2
    if runs "$@"; then
        return
    fi
    can_apt || stop "the tests need $what; install it (Debian: sudo apt-get install $packages)"
    # shellcheck disable=SC2086  # several packages
    apt_install $packages
    runs "$@" || stop "the tests need $what, and $packages did not bring it"
}

# install_npm <folder of requirements/>: the packages its lock pins, with their digests; no script
# of theirs is run (.npmrc).
install_npm() {
    folder=requirements/$1
    stamp=$folder/node_modules/.installed
    if cmp -s "$folder/package-lock.json" "$stamp"; then
        return
    fi
    say "installing $folder/package-lock.json (npm)"
    output=$(npm ci --prefix "$folder" 2>&1) || {
        reason=$(printf '%s\n' "$output" | grep -m 1 -E '^npm (error|ERR!) [^c]' || true)
        stop "the packages of $folder could not be installed: ${reason:-npm ci failed}"
    }
    cp "$folder/package-lock.json" "$stamp"
}

# The web servers whose settings hosting/ gives. Debian starts what it installs: where something
# would be started, that is left to the owner of the machine, and their tests are skipped.
install_servers() {
    if runs nginx -v && runs apache2 -v && runs caddy version; then
        return
    fi
    if can_apt && [ ! -d /run/systemd/system ]; then
        apt_install nginx-light apache2-bin caddy
    else
        say "to test hosting/ too: sudo apt-get install nginx-light apache2 caddy (they will be started)"
    fi
}

case $group in
run | fuzz | bench) locks=$group ;;
dev | lighthouse) locks=dev ;;
*) stop "unknown group: $group" ;;
esac

install_lock run
if [ "$locks" != run ]; then
    install_lock "$locks"
fi
install_project
if [ "$locks" = dev ]; then
    install_browser
    need "Node.js 18 or later with npm" "nodejs npm" \
        sh -c 'npm --version && node -e "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)"'
    need "curl" curl curl --version
    need "Java 17 or later" default-jre-headless java -version
    install_npm quality
    install_servers
fi
if [ "$group" = bench ] && runs npm --version; then
    install_npm eleventy
fi
if [ "$group" = lighthouse ]; then
    install_npm lighthouse
fi
