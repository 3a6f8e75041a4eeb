# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 CCW Workbench contributors
# What ccwb and verify share: what the machine must have, the JDK, Maven, one build at a time.
# Sourced, with $root set to the top of the tree.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/ccwbench
maven_version=3.9.16
# As old as the sources that the workbench, which ./ccwb starts, was built from.
product_stamp=$root/target/product.stamp
# Tycho builds "also what this needs" without what a plugin needs; the model needs its generator.
generator=releng/org.ccwbench.emfgen
# A build is over before the optimizing compiler pays.
export MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"
export NO_AT_BRIDGE=1

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 2; }

# Highest JDK of 21 or newer; JAVA_HOME first. Reads the JDK's release file because starting a JVM takes longer
# than the whole start may. Sets JAVA_HOME; false if there is none.
find_jdk() {
	local home version best=20
	local -a homes=("${JAVA_HOME:-}")
	for home in "${homes[@]}" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
		[ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
		version=$(<"$home/release"); version=${version#*JAVA_VERSION=\"}; version=${version%%[!0-9]*}
		if [ "${version:-0}" -gt "$best" ]; then
			best=$version; JAVA_HOME=$home
			[ "$home" = "${homes[0]}" ] && break
		fi
	done
	[ "$best" -gt 20 ] && export JAVA_HOME
}

library() { [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p) == *"$1"* ]]; }

# Installs Debian packages, or says which are missing and ends.
install() {
	local -a become=()
	if ! command -v apt-get >/dev/null; then
		die "this machine lacks: $* (names of the Debian packages). Install them and start again."
	fi
	if [ "$(id -u)" -ne 0 ]; then
		sudo -n true 2>/dev/null || die "missing packages. Run this and start again:  sudo apt-get install --no-install-recommends $*"
		become=(sudo -n)
	fi
	say "installing $*"
	log=$root/target/apt.log
	if ! { "${become[@]}" apt-get update -qq && "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
		tail -n 5 "$log" >&2
		die "apt-get could not install $*; all of its output: $log"
	fi
}

# need TOOL...: java, maven, window (GTK and a browser), display (a virtual display to test on).
need() {
	local tool jdk
	local -a missing=()
	for tool; do
		case $tool in
		maven) command -v mvn >/dev/null || missing+=(maven) ;;
		window)
			library libgtk-3.so.0 || missing+=(libgtk-3-0)
			library libwebkit2gtk-4.1.so.0 || missing+=(libwebkit2gtk-4.1-0)
			command -v fc-list >/dev/null && [ -n "$(fc-list :mono 2>/dev/null | head -n 1)" ] || missing+=(fontconfig fonts-dejavu-core)
			[ -e /usr/share/icons/Adwaita ] || missing+=(adwaita-icon-theme)
			;;
		display)
			command -v Xvfb >/dev/null || missing+=(xvfb)
			command -v openbox >/dev/null || missing+=(openbox)
			library libXtst.so.6 || missing+=(libxtst6)
			;;
		terminal) command -v s3270 >/dev/null || missing+=(s3270) ;;
		java)
			find_jdk && continue
			jdk=$(apt-cache search --names-only '^openjdk-[0-9]+-jdk-headless$' 2>/dev/null | cut -d' ' -f1 |
				awk -F- '$2 >= 21' | sort -t- -k2 -n | tail -n 1)
			[ -n "$jdk" ] || die "needs a JDK of version 21 or newer; this machine has none and its package lists offer none
(if they have never been fetched: apt-get update). Unpack one, such as Eclipse Temurin, under
/usr/lib/jvm or ~/.jdks, or set JAVA_HOME to it, and start again."
			missing+=("$jdk")
			;;
		esac
	done
	[ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
	find_jdk || die "no JDK of version 21 or newer was found after the installation"
}

# The Maven that Tycho needs; distributions carry older ones, which are good enough to fetch it.
fetch_maven() {
	mvn=$cache/apache-maven-$maven_version/bin/mvn
	[ -x "$mvn" ] && return
	say "fetching Maven $maven_version"
	local part=$cache/maven.$$ log=$root/target/maven.log
	mkdir -p "$part"
	# From there: an older Maven must not read this tree's .mvn.
	if ! (cd "$part" && mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack \
			-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin -DoutputDirectory="$part") >"$log" 2>&1; then
		rm -rf "$part"
		die "could not fetch Maven $maven_version; its log: $log"
	fi
	chmod +x "$part/apache-maven-$maven_version/bin/mvn"
	mv -T "$part/apache-maven-$maven_version" "${mvn%/bin/mvn}" 2>/dev/null || [ -x "$mvn" ] || die "could not put Maven into $cache"
	rm -rf "$part"
}

# maven NAME FILTER ARGUMENT...: runs Maven with its output in target/NAME.log and, filtered, on the terminal.
# Without the network where the last build with the same poms has left everything on this machine.
maven() {
	local name=$1 filter=$2 key mark rc
	shift 2
	log=$root/target/$name.log
	key=$(cat "$root"/pom.xml "$root"/.mvn/* "$root"/*/*/pom.xml "$root"/releng/*/*.target "$root"/releng/*.xml "$root"/bundles/*/META-INF/MANIFEST.MF 2>/dev/null | cksum)
	mark=$cache/fetched-$name-${key// /-}
	if [ -e "$mark" ]; then
		"$mvn" -o -B -ntp "$@" 2>&1 </dev/null | tee "$log" | $filter
		rc=${PIPESTATUS[0]}
		grep -qE 'offline mode|has not been downloaded from it before|Network is unreachable' "$log" || return "$rc"
		say "something is missing from the local Maven repository: once more, with the network"
	fi
	"$mvn" -B -ntp "$@" 2>&1 </dev/null | tee "$log" | $filter
	rc=${PIPESTATUS[0]}
	[ "$rc" -ne 0 ] || { mkdir -p "$cache" && touch "$mark"; }
	return "$rc"
}

# Tycho leaves the class file of a source that is gone.
forget_classes() { rm -rf "$root"/{bundles,tests,releng}/*/target/{classes,test-classes}; }

# One build of a tree at a time. A build that a test starts runs under the lock of the build that runs the test.
lock() {
	mkdir -p "$root/target" 2>/dev/null && [ -w "$root/target" ] || die "cannot write to $root, where the build puts its results"
	[ -z "${CCWB_LOCKED:-}" ] || return 0
	exec 9>"$root/target/lock"
	flock -n 9 || { say "waiting for another build of this tree"; flock 9; }
	export CCWB_LOCKED=1
}

# Gives the lock back before a program starts that may run for hours.
unlock() { exec 9>&-; unset CCWB_LOCKED; }

# A virtual display with a window manager, which focus and a graceful close need. Both are entered into
# the array "started", whose processes the script that calls this ends with itself.
open_display() {
	local number=$root/target/display
	rm -f "$number"
	Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 9>&- &
	started+=($!)
	for ((i = 0; i < 100; i++)); do [ ! -s "$number" ] || break; sleep 0.1; done
	[ -s "$number" ] || die "the virtual display did not start"
	DISPLAY=:$(<"$number")
	export DISPLAY GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1
	unset WAYLAND_DISPLAY
	openbox >/dev/null 2>&1 9>&- &
	started+=($!)
}
