# SPDX-License-Identifier: MIT
# What the scripts of the clone must know of the machine: where its JDK is, and how it gets a package that is missing.
# Sourced by mvnw, patchwork and .ci/run; `program` names the one that speaks.

say() { echo "$program: $*" >&2; }

debian_like() { command -v apt-get >/dev/null; }

# need WHAT PACKAGE...: installs the Debian packages where that is possible (root), else says the command and ends.
need() {
  local what="$1"
  shift
  if debian_like && [ "$(id -u)" = 0 ]; then
    say "$what is missing; running: apt-get install -y $*"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >&2
  elif debian_like; then
    say "$what is missing. Install it with: sudo apt-get install $*"
    return 1
  else
    say "$what is missing. Install it with your package manager (on Debian and Ubuntu: sudo apt-get install $*)"
    return 1
  fi
}

# The feature version of the JDK at $1, read from its release file; a JVM is asked only where there is none.
java_version() {
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
  else
    "$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
  fi
}

# Prints the home of the first JDK of version 21 or newer.
find_jdk() {
  local home version
  for home in "${PATCHWORK_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    version="$(java_version "$home")"
    [ "${version:-0}" -ge 21 ] && { echo "$home" && return 0; }
  done
  return 1
}

# Sets JAVA_HOME to a JDK of version 21 or newer, installs one, or says how.
use_jdk() {
  local package=""
  if ! JAVA_HOME="$(find_jdk)"; then
    debian_like && package="$(apt-cache search --names-only '^openjdk-(21|25)-jdk-headless$' | sort | head -n 1 | cut -d' ' -f1)"
    if [ -n "$package" ]; then
      need "a JDK of version 21 or newer" "$package" && JAVA_HOME="$(find_jdk)" || exit 1
    else
      say "a JDK of version 21 or newer is missing. Install one from https://adoptium.net and set JAVA_HOME to it."
      exit 1
    fi
  fi
  export JAVA_HOME
}

has_library() { "$(command -v ldconfig || echo /sbin/ldconfig)" -p | grep -q "$1"; }

# The packages without which neither the workbench nor its tests start on Linux.
need_gtk() {
  [ "$(uname)" = Linux ] && ! has_library 'libgtk-3\.so\.0' || return 0
  need "GTK 3" libgtk-3-0 libgl1 dbus-x11 adwaita-icon-theme fonts-dejavu-core
}
