#!/bin/sh
# Puts the system libraries that Qt needs into the virtual environment, without root.
#
#   packaging/qt-libs.sh VENV
#
# Fetches nothing where Qt already finds everything. Otherwise it takes Debian's packages with this
# machine's own apt settings, unpacks them below VENV/qt-libs and writes VENV/qt-libs/env.sh, which
# the Makefile reads before it starts Python. Debian and its descendants only; elsewhere it says
# which libraries to install. With root, the same packages can be installed instead:
# `apt-get install libgl1 libegl1 libxkbcommon0 …`, and `make setup` again.
set -eu

venv=${1:?usage: packaging/qt-libs.sh VENV}
venv=$(cd "$venv" && pwd)
target=$venv/qt-libs

# What PySide6-Essentials links to beyond a minimal Debian: first for any window at all, then for
# real windows under X (platform plug-in "xcb"), then what those libraries read at run time.
# A name that a later Debian changed is written new|old.
packages='
    libgl1 libglvnd0 libglx0 libegl1 libopengl0 libxkbcommon0 libdbus-1-3 libfontconfig1
    libfreetype6 libglib2.0-0t64|libglib2.0-0 libpng16-16t64|libpng16-16 libbrotli1 libexpat1
    libx11-6 libxcb1 libxau6 libxdmcp6 libbsd0 libmd0 libffi8 libpcre2-8-0
    libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxcb-util1 libxcb-randr0 libxcb-render0
    libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-glx0 libwayland-client0 libwayland-cursor0
    fontconfig-config fonts-dejavu-core xkb-data libx11-data
'

qt_folder() {
    "$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])'
}

# Prints the libraries that are missing, one a line; nothing when Qt can open a window.
missing_libraries() {
    for part in "$1"/QtWidgets.abi3.so "$1"/Qt/lib/libQt6PrintSupport.so.6 \
        "$1"/Qt/plugins/platforms/libqxcb.so "$1"/Qt/plugins/platforms/libqoffscreen.so; do
        LD_LIBRARY_PATH=$2 ldd "$part" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p'
    done | sort -u
}

imports() {
    LD_LIBRARY_PATH=$1 "$venv/bin/python" -c 'import PySide6.QtWidgets' 2>/dev/null
}

# Has the machine fonts, keyboard tables and their settings where the libraries look for them?
has_data() {
    [ -d /usr/share/X11/xkb ] && [ -f /etc/fonts/fonts.conf ]
}

apt() {
    apt-get -qq -o Dir::State="$work/state" -o Dir::Cache="$work/cache" \
        -o Dir::State::status=/var/lib/dpkg/status -o APT::Sandbox::User="$(id -un)" \
        -o Debug::NoLocking=1 "$@"
}

# Prints those of the wanted packages that this machine lacks, by the name that it knows them by.
wanted() {
    for names in $packages; do
        chosen=
        for name in $(echo "$names" | tr '|' ' '); do
            if dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q ' installed$'; then
                chosen=
                break
            fi
            if [ -z "$chosen" ] && apt-cache -o Dir::State="$work/state" \
                -o Dir::Cache="$work/cache" show "$name" >/dev/null 2>&1; then
                chosen=$name
            fi
        done
        [ -z "$chosen" ] || echo "$chosen"
    done
}

fetch() {
    mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
    apt update || apt update
    # shellcheck disable=SC2046 # one word for each package is meant
    (cd "$work/debs" && apt download $(wanted))
    for archive in "$work"/debs/*.deb; do
        dpkg-deb -x "$archive" "$work/root"
    done
    rm -rf "$work/root/usr/share/doc" "$work/root/usr/share/man" "$target"
    mv "$work/root" "$target"
}

library_path() {
    find "$target" -name 'lib*.so*' -exec dirname {} + | sort -u | paste -sd: -
}

# The environment in which the fetched libraries find one another and their data.
write_environment() {
    {
        echo "# Written by packaging/qt-libs.sh"
        echo "export LD_LIBRARY_PATH='$(library_path)'\"\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}\""
        [ -d /usr/share/X11/xkb ] || echo "export XKB_CONFIG_ROOT='$target/usr/share/X11/xkb'"
        [ -d /usr/share/X11/locale ] || echo "export XLOCALEDIR='$target/usr/share/X11/locale'"
        if [ ! -f /etc/fonts/fonts.conf ]; then
            write_font_settings
            echo "export FONTCONFIG_FILE='$target/fonts.conf'"
        fi
    } >"$target/env.sh"
}

write_font_settings() {
    cat >"$target/fonts.conf" <<END
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>$target/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
END
}

# The complaint for a person: which libraries are missing, and how to get them.
give_up() {
    echo "Qt needs libraries that this machine lacks ($1): $(echo "$2" | paste -sd' ' -)" >&2
    exit 1
}

can_fetch() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null
}

qt=$(qt_folder)
missing=$(missing_libraries "$qt" "${LD_LIBRARY_PATH:-}")
if [ -z "$missing" ] && imports "${LD_LIBRARY_PATH:-}"; then
    if has_data || ! can_fetch; then
        rm -rf "$target"
        exit 0
    fi
fi
if ! can_fetch; then
    give_up "install them with its package tool" "$missing"
fi

echo "Fetching the system libraries that Qt needs and this machine lacks …"
work=$(mktemp -d "$venv/qt-libs.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
fetch
write_environment
still_missing=$(missing_libraries "$qt" "$(library_path)")
if [ -n "$still_missing" ] || ! imports "$(library_path)"; then
    give_up "even after fetching Debian's packages" "$still_missing"
fi
