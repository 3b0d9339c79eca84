#!/bin/sh
# Installs those of the given Debian packages that are missing. Says nothing and does nothing when none is.
set -eu

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This is not Debian; please see to it yourself that these are there: $*" >&2
  exit 0
fi

missing=
for package in "$@"; do
  status=$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null) || status=
  case "
$status" in
    *"
installed"*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

echo "Installing Debian packages:$missing"
if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1; then
  as_root=sudo
else
  echo "This needs root. Please run: apt-get install$missing" >&2
  exit 1
fi

apt() {
  # shellcheck disable=SC2086  # an empty $as_root is no word
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}
# shellcheck disable=SC2086  # each package is a word
install() { apt install --no-install-recommends $missing; }

# The list of packages is brought up to date only where it is empty or old: first without.
install && exit 0
for pause in 1 5 15; do
  echo "Bringing the list of packages up to date"
  if apt update && install; then exit 0; fi
  sleep "$pause"
done
echo "Could not install:$missing" >&2
exit 1
