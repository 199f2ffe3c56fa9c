#!/bin/bash
# Installs the .deb on a bare Debian, ages a photo, opens the window on it, and removes it again; fails if something does not work
# or is left behind. Nothing but the package and what it depends on is installed there: the screen is outside.
# Needs root, debootstrap, xvfb, xdotool and imagemagick. Usage: test-install.sh DIST [SUITE]
set -euo pipefail
dist=$(cd "$1" && pwd)
suite=${2:-bookworm}
root=$(cd "$(dirname "$0")/../.." && pwd)
system=$dist/debian-$suite
home=$system/home/visitor
display=:${DISPLAY_NUMBER:-93}
package=$(ls "$dist"/agefold_*.deb)

say() { echo "install test: $*"; }
fail() { say "FAILED: $*" >&2; exit 1; }
inside() {
  chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
visitor() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/visitor DISPLAY="$display" "$@"; }
end() {
  [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
  for place in proc dev/shm dev/urandom tmp/.X11-unix; do umount "$system/$place" 2>/dev/null || true; done
}
trap end EXIT

[ -e "$system/etc/os-release" ] ||
  debootstrap --variant=minbase "$suite" "$system" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$dist/debootstrap.log"
mkdir -p "$system/dev/shm" "$system/tmp/.X11-unix" /tmp/.X11-unix
mount -t proc proc "$system/proc"
mount -t tmpfs tmpfs "$system/dev/shm"
mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"
inside id visitor >/dev/null 2>&1 || inside useradd --create-home --uid 1000 visitor
find "$home" -mindepth 1 -delete
cp "$root/assets/samples/astronaut.png" "$home/photo.png"
chown -R 1000:1000 "$home"
cp "$package" "$system/tmp/agefold.deb"

say "install"
inside apt-get update -qq
inside apt-get install -qq -y --no-install-recommends /tmp/agefold.deb >"$dist/install.log" 2>&1 ||
  fail "not installed, see $dist/install.log"
inside dpkg --verify agefold | grep . && fail "files differ from the package's sums"

say "command line"
visitor agefold --version
visitor sh -c 'cd && agefold age photo.png --out strip.png --search z0' || fail "no strip"
identify "$home/strip.png" | grep -q PNG || fail "the strip is no PNG"
visitor bash -c '. /usr/share/bash-completion/completions/agefold
  COMP_WORDS=(agefold tr); COMP_CWORD=1; _complete_agefold 2>/dev/null; [ "${COMPREPLY[*]}" = train ]' || fail "no completion"
for page in agefold agefold-age agefold-live agefold-train agefold-evaluate; do
  inside test -s /usr/share/man/man1/$page.1.gz || fail "no manual page $page"
done

say "window"
Xvfb "$display" -screen 0 1280x800x24 -ac >/dev/null 2>&1 &
screen=$!
sleep 2
begin=$(date +%s%N)
visitor sh -c 'cd && exec agefold photo.png' >"$dist/window.log" 2>&1 &
while ! DISPLAY=$display xdotool search --onlyvisible --name '^Agefold$' >"$dist/window.id" 2>/dev/null; do
  [ $(($(date +%s%N) - begin)) -lt 120000000000 ] || fail "no window within two minutes, see $dist/window.log"
  sleep 0.1
done
say "window after $((($(date +%s%N) - begin) / 1000000)) ms"
# the strip is made when its bar of buttons is no longer dimmed; the picture is to be looked at
sleep "${STRIP_SECONDS:-30}"
DISPLAY=$display import -window root "$dist/window.png"
process=$(DISPLAY=$display xdotool getwindowpid "$(head -1 "$dist/window.id")")
[ ! -e "$home/.javacpp" ] && [ ! -e "$home/.openjfx" ] || fail "libraries were unpacked in the home folder"
(cd "$home" && find . -mindepth 1 | sort) >"$dist/home.txt"
kill "$process"
wait %2 2>/dev/null || true

say "remove"
inside apt-get purge -qq -y agefold >>"$dist/install.log" 2>&1
left=$(find "$system" -path "$system/proc" -prune -o -path "$system/home" -prune -o -path "$system/tmp" -prune -o -iname '*agefold*' ! -path '*/apt/*' -print || true)
[ -z "$left" ] || fail "left behind: $left"
say "done; the window is in $dist/window.png"
