# Haven's house. Two targets are for everybody:
#
#   make run     installs what is missing, builds, and starts a ten-minute day that begins now
#   make test    installs what is missing, builds, and runs every test
#
# and two to keep it:  make install  (into ~/.local, or PREFIX=/usr/local), and  make deb  (a Debian package)

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= $(HOME)/.local
DESTDIR ?=

# Static runtime, identical functions folded, no symbols: 8 MB instead of 60. There is no way to say this in
# Package.swift. `make symbols` builds the same with symbols, for a debugger.
RELEASE := -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --icf=all
# Every address is looked up at the start, and the table of them is then read-only (full RELRO).
STRIP := -Xlinker -s -Xlinker -z -Xlinker now
RELEASE_BIN := .build/release

bindir = $(PREFIX)/bin
libexecdir = $(PREFIX)/libexec/haven
sharedir = $(PREFIX)/share/haven
mandir = $(PREFIX)/share/man
appdir = $(PREFIX)/share/applications
docdir = $(PREFIX)/share/doc/haven
icondir = $(PREFIX)/share/icons
metainfodir = $(PREFIX)/share/metainfo
bashdir = $(PREFIX)/share/bash-completion/completions
zshdir = $(PREFIX)/share/zsh/site-functions
fishdir = $(PREFIX)/share/fish/vendor_completions.d
# systemd reads ~/.local/share/systemd/user, /usr/local/share/systemd/user and /usr/share/systemd/user.
unitdir = $(PREFIX)/share/systemd/user

.PHONY: run test build symbols unit oracle acceptance faults soak mutations e2e bench bench-history bench-flood fuzz sanitize check-binaries format lint install uninstall deb clean swift build-packages test-packages

run: build
	@$(RELEASE_BIN)/havend --demo

build: swift build-packages
	$(SWIFT) build $(RELEASE) $(STRIP)

symbols: swift build-packages
	$(SWIFT) build $(RELEASE) --scratch-path .build-symbols

test: swift test-packages
	@SWIFT='$(SWIFT)' Tools/run-tests

unit: swift build-packages
	$(SWIFT) test

# Rules, zones and names against Python's, on new random questions each time: a quarter of an hour.
oracle: swift test-packages
	@Tests/Oracles/compare.sh

# Random households under random faults: a fixed set of seeds, and with soak new ones until it is stopped.
faults: build
	@Tools/run-tests faults

soak: build
	@$(RELEASE_BIN)/fault-simulation --soak

# Breaks Haven on purpose, patch after patch, and sees that the simulation notices. Three quarters of an hour.
mutations: swift build-packages
	@Tests/Mutations/run

acceptance: build
	@Tools/run-tests acceptance

e2e: build test-packages
	@Tools/run-tests end-to-end

# What Haven costs, beside its peers in the same run, into docs/performance.md. A quarter of an hour, as root, and nothing else running.
bench: build
	@Tools/install-dependencies peers
	@Tests/Benchmarks/run.py --write

# Ten years of a made-up family: figures worked out again by SQL, then what looking back costs. Some minutes.
bench-history: build
	@Tools/bench-history

# How late a notification comes while hostile clients hold every place at the socket. Twenty minutes.
bench-flood: build test-packages
	@Tools/bench-flood

# Strangers' words for those who read them, SECONDS each; `make fuzz SECONDS=3600 FUZZ=config` is one of them for an hour.
SECONDS ?= 60
FUZZ ?= socket config calendar acts
fuzz: swift build-packages
	@SWIFT='$(SWIFT)' SECONDS_EACH='$(SECONDS)' Tools/fuzz $(FUZZ)

# The unit tests under AddressSanitizer, then ThreadSanitizer; each is a build of its own.
sanitize: swift build-packages
	@SWIFT='$(SWIFT)' Tools/sanitize

check-binaries: build
	@Tools/check-binaries $(RELEASE_BIN)

format: swift
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint: swift
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

# What was built is installed; nothing is built here, so that `sudo make install PREFIX=/usr/local` compiles nothing as root.
# FILES is each file of the checkout with the folder that it goes to, as the shell reads it, for both of the targets below.
MEN := $(wildcard docs/man/*.[1-8])
ICONS := $(wildcard etc/icons/hicolor/*/apps/*.svg)
FILES = $(foreach page,$(MEN),'$(page):$(mandir)/man$(subst .,,$(suffix $(page)))') \
  $(foreach icon,$(ICONS),'$(icon):$(icondir)/$(patsubst etc/icons/%/,%,$(dir $(icon)))') \
  $(foreach script,$(wildcard etc/completions/havenctl.bash etc/completions/havend.bash),'$(script):$(bashdir)') \
  $(foreach script,$(wildcard etc/completions/_haven*),'$(script):$(zshdir)') \
  $(foreach script,$(wildcard etc/completions/*.fish),'$(script):$(fishdir)') \
  'etc/io.haven.Daemon.varlink:$(sharedir)' 'etc/haven.desktop:$(appdir)' \
  'etc/io.haven.haven.metainfo.xml:$(metainfodir)' \
  'systemd/havend.service:$(unitdir)' 'systemd/havend.socket:$(unitdir)'

install:
	@test -x $(RELEASE_BIN)/havend || { echo "make: nothing is built yet: run 'make build' first" >&2; exit 1; }
	@install -D -t '$(DESTDIR)$(bindir)' $(RELEASE_BIN)/havend $(RELEASE_BIN)/havenctl
	@install -D -t '$(DESTDIR)$(libexecdir)' $(RELEASE_BIN)/haven-ics
	@set -e; for file in $(FILES); do install -D -m 644 -t "$(DESTDIR)$${file#*:}" "$${file%%:*}"; done
	@# bash looks for a completion by the command's bare name.
	@for name in havenctl havend; do \
	  test ! -e "$(DESTDIR)$(bashdir)/$$name.bash" || mv "$(DESTDIR)$(bashdir)/$$name.bash" "$(DESTDIR)$(bashdir)/$$name"; done
	@install -D -m 644 -t '$(DESTDIR)$(docdir)' README.md CHANGELOG.md LICENSE
	@cp -R etc/examples '$(DESTDIR)$(docdir)'
	@# Under docs, as the manual pages and the README call them.
	@install -d '$(DESTDIR)$(docdir)/docs' && cp -R docs/*.md docs/images '$(DESTDIR)$(docdir)/docs'
	@# A home of any name finds its own daemon by %h; any other prefix is written out.
	@if [ '$(PREFIX)' != "$$HOME/.local" ]; then \
	  sed -i 's|^ExecStart=%h/.local/bin/|ExecStart=$(bindir)/|' '$(DESTDIR)$(unitdir)/havend.service'; fi
	@test -n '$(DESTDIR)' || { echo; \
	  echo "Installed. To begin:  systemctl --user daemon-reload && havenctl init"; \
	  case ":$$PATH:" in *':$(bindir):'*) ;; *) echo "'$(bindir)' is not on your PATH: log in again, or add it.";; esac; }

# Leaves what is the family's: ~/.config/haven and ~/.local/state/haven.
uninstall:
	@rm -f '$(DESTDIR)$(bindir)/havend' '$(DESTDIR)$(bindir)/havenctl'
	@rm -f '$(DESTDIR)$(bashdir)/havend' '$(DESTDIR)$(bashdir)/havenctl'
	@rm -rf '$(DESTDIR)$(libexecdir)' '$(DESTDIR)$(sharedir)' '$(DESTDIR)$(docdir)'
	@set -e; for file in $(FILES); do rm -f "$(DESTDIR)$${file#*:}/$$(basename "$${file%%:*}")"; done

# A Debian package of what was built, under .build/deb; needs dpkg-dev and debhelper, and no root.
deb: build
	@Tools/make-deb

clean:
	rm -rf .build .build-symbols .build-fuzz .build-asan .build-tsan

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: no Swift on the path. Haven is built with Swift 6.3 or later:" >&2; \
	  echo "  https://www.swift.org/install/linux/  (Debian 12), then add its usr/bin to PATH" >&2; exit 1; }

build-packages:
	@Tools/install-dependencies build

test-packages:
	@Tools/install-dependencies test
