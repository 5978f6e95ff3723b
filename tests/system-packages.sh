#!/usr/bin/env bash
# Installs through apt what the tests need of the system when that may be done, else names the command.
# Packages named behind it are needed too: `make test-all` asks for LibreOffice.
set -eu
missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
java_version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1 || true)
[ "${java_version:-0}" -ge 17 ] || missing+=(default-jre-headless)
command -v hunspell >/dev/null || missing+=(hunspell)
# The servers for which a configuration is delivered; the tests start them themselves, on ports of their own.
command -v caddy >/dev/null || missing+=(caddy)
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || missing+=(nginx-light)
for dictionary in nl fr en-gb; do
  command -v dpkg >/dev/null && ! dpkg -s "hunspell-$dictionary" >/dev/null 2>&1 && missing+=("hunspell-$dictionary")
done
for package in "$@"; do
  case $package in
    libreoffice-writer) command -v soffice >/dev/null || missing+=("$package") ;;
    *) command -v dpkg >/dev/null && ! dpkg -s "$package" >/dev/null 2>&1 && missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0
run=()
[ "$(id -u)" -eq 0 ] || run=(sudo -n)
if command -v apt-get >/dev/null && "${run[@]}" true 2>/dev/null; then
  echo "==> Installing ${missing[*]}"
  "${run[@]}" apt-get update -qq
  # RUNLEVEL: no service is started where that is asked (invoke-rc.d).
  "${run[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi
echo "The tests need: ${missing[*]}. On Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
exit 1
