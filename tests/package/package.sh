#!/bin/sh
# Builds the package of Debian's and holds it against what a package should be: lintian finds no error, what it
# depends on can be had, installed in a folder of its own it runs, and made twice it is the same bytes.
set -eu
cd "$(dirname "$0")/../.."
: "${SOURCE_DATE_EPOCH:?}"
export SOURCE_DATE_EPOCH
umask 022

fail() { echo "package: $*" >&2; exit 1; }

cmake --preset package
cmake --build --preset package -j "${JOBS:-2}"
pack() { (cd build/package && rm -rf _CPack_Packages zsup_*.deb && cpack -G DEB >/dev/null); }
pack
deb=$(echo build/package/zsup_*.deb)
test -f "$deb" || fail "there is no package"
first=$(sha256sum <"$deb")
sleep 1
pack
test "$first" = "$(sha256sum <"$deb")" || fail "made twice, it is not the same"

lintian --fail-on error,warning --no-tag-display-limit "$deb"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/var/lib/dpkg/updates" "$scratch/var/lib/dpkg/info"
: >"$scratch/var/lib/dpkg/status"
: >"$scratch/var/lib/dpkg/available"
# What it depends on is this machine's, not the folder's.
dpkg --root="$scratch" --log="$scratch/log" --force-depends --force-not-root --force-script-chrootless \
  --install "$deb" >/dev/null 2>&1 || fail "it cannot be installed"
zsup=$scratch/usr/bin/zsup
test "$("$zsup" --version)" = "zsup $(dpkg-deb -f "$deb" Version | sed 's/-.*//')" || fail "it does not run"
python3 tests/package/hardening.py "$zsup" || fail "it is not hardened"
"$zsup" -q -C examples/district check || fail "it does not check"
for file in share/man/man1/zsup.1.gz share/man/zh_CN/man1/zsup.1.gz share/bash-completion/completions/zsup \
  share/zsh/vendor-completions/_zsup share/fish/vendor_completions.d/zsup.fish share/doc/zsup/copyright \
  share/doc/zsup/changelog.gz share/doc/zsup/changelog.Debian.gz share/zsup/schemas/duty.schema.json; do
  test -f "$scratch/usr/$file" || fail "/usr/$file is missing"
done
# Every library that it is linked to is in a package that it names.
for library in $(objdump -p "$zsup" | sed -n 's/^ *NEEDED *//p'); do
  owner=$(dpkg -S "*/$library" | sed -n '1s/:.*//p')
  dpkg-deb -f "$deb" Depends | grep -q "\b$owner\b" || fail "$library is of $owner, which is not in Depends"
done
echo "$deb: $(dpkg-deb -f "$deb" Depends)"
