#!/bin/sh
# Makes a minimal Debian of its own in a folder, and runs `make run` and `make test` in it over a copy of this tree: what a fresh
# machine lacks, and what other versions of compiler and libraries do otherwise, shows there. The transcripts of the tests are the
# bytes that must be the same everywhere.
#
#   debian.sh SUITE [FOLDER] [GOAL...]    bookworm (12), trixie (13); goals: run test
#
# Needs root and debootstrap. Packages come from where this machine's own apt has them.
set -eu
suite=${1:?a suite: bookworm or trixie}
folder=${2:-${TMPDIR:-/tmp}/zsup-debian/$suite}
shift "$(($# < 2 ? $# : 2))"
[ $# -gt 0 ] || set -- run test
cd "$(dirname "$0")/../.."

fail() { echo "debian: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "a system of its own needs root"
command -v debootstrap >/dev/null || fail "debootstrap is missing: 'make deps-debian' installs it"

if [ -z "${ZSUP_DEBIAN_INSIDE:-}" ]; then
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL) $(COMPONENT)' 2>/dev/null |
    awk '$2 == "Debian" && $3 == "Debian" && $4 == "main" { print $1; exit }')
  if [ ! -f "$folder/.made" ]; then
    mkdir -p "$folder"
    # Without a mirror of this machine's, debootstrap knows its own.
    # shellcheck disable=SC2086  # an empty mirror is no word
    debootstrap --variant=minbase "$suite" "$folder" $mirror || fail "there is no $suite"
    touch "$folder/.made"
  fi
  # Mounts of its own, which go with it.
  ZSUP_DEBIAN_INSIDE=1 exec unshare --mount --propagation private sh "$0" "$suite" "$folder" "$@"
fi

mount -t proc proc "$folder/proc"
mount --rbind /sys "$folder/sys"
mount --rbind /dev "$folder/dev"
# Terminals of its own: some of the tests are about them.
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$folder/dev/pts"
[ -e "$folder/dev/ptmx" ] && mount --bind "$folder/dev/pts/ptmx" "$folder/dev/ptmx" || ln -sf pts/ptmx "$folder/dev/ptmx"
cp /etc/resolv.conf "$folder/etc/resolv.conf"
# How packages are reached (a proxy, a certificate) is this machine's.
apt-config dump Acquire::http::Proxy Acquire::https::Proxy >"$folder/etc/apt/apt.conf.d/90this-machine" 2>/dev/null || true
if [ -d /usr/local/share/ca-certificates ]; then
  mkdir -p "$folder/usr/local/share/ca-certificates"
  cp -r /usr/local/share/ca-certificates/. "$folder/usr/local/share/ca-certificates/"
fi

tree=$folder/root/zsup
mkdir -p "$tree"
# What an earlier copy had and this tree has no more would be built as well.
[ ! -d "$tree/.git" ] || (cd "$tree" && git -c "safe.directory=*" ls-files -z | xargs -0 -r rm -f)
find "$tree/src" "$tree/tests" -type d -empty -delete 2>/dev/null || true
git ls-files -z -co --exclude-standard | tar -c --null --ignore-failed-read -T - -f - | tar -x -f - -C "$tree"

in_it() { chroot "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
in_it sh -c 'command -v make git >/dev/null && exit 0; apt-get update -qq && apt-get install -y -qq --no-install-recommends ca-certificates git make'
in_it git config --global --add safe.directory /root/zsup
# Some of the tests look at the tree as Git does.
in_it sh -c 'cd /root/zsup; [ -d .git ] || git init -q; git add -A; git -c user.name=debian -c user.email=debian@example.invalid commit -qm tree --allow-empty'
for goal in "$@"; do
  in_it make -C /root/zsup "$goal" || fail "'make $goal' fails on $suite"
done
echo "debian: $* on $suite: all is well"
