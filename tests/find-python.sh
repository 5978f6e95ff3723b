#!/usr/bin/env bash
# Makes the virtual environment in $1 with a Python that is new enough, or says what is missing.
set -eu
venv=$1
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
complete() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
[ -x "$venv/bin/python" ] && new_enough "$venv/bin/python" && exit 0
found=""
for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  command -v "$python" >/dev/null 2>&1 && new_enough "$python" || continue
  found=$python
  complete "$python" && break
done
if [ -z "$found" ]; then
  echo "Python 3.11 or newer is needed and was not found. See https://www.python.org/downloads/ or, on Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
  exit 1
fi
if ! complete "$found"; then
  run=()
  [ "$(id -u)" -eq 0 ] || run=(sudo -n)
  if command -v apt-get >/dev/null && "${run[@]}" true 2>/dev/null; then
    echo "==> Installing python3-venv"
    "${run[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
  fi
  if ! complete "$found"; then
    echo "Python is here, but not its part that makes virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
  fi
fi
echo "==> Making a virtual environment with $("$found" --version)"
exec "$found" -m venv "$venv"
