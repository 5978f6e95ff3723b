#!/usr/bin/env bash
# Makes the virtual environment in $1 with a Python that is new enough, or says what is missing.
set -eu
venv=$1
[ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' && exit 0
for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  command -v "$python" >/dev/null 2>&1 || continue
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || continue
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python is here, but not its part that makes virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
  fi
  echo "==> Making a virtual environment with $($python --version)"
  exec "$python" -m venv "$venv"
done
echo "Python 3.11.5 or newer is needed and was not found. See https://www.python.org/downloads/ or, on Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
exit 1
