# Haven's house. Two targets are for everybody:
#
#   make run     installs what is missing, builds, and starts a ten-minute day that begins now
#   make test    installs what is missing, builds, and runs every test
#
# and one to keep it:  make install  (into ~/.local, or PREFIX=/usr/local)

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= $(HOME)/.local
DESTDIR ?=

# Static runtime, identical functions folded, no symbols: 8 MB instead of 60. There is no way to say this in
# Package.swift. `make symbols` builds the same with symbols, for a debugger.
RELEASE := -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --icf=all
STRIP := -Xlinker -s
RELEASE_BIN := .build/release

bindir = $(PREFIX)/bin
libexecdir = $(PREFIX)/libexec/haven
sharedir = $(PREFIX)/share/haven
mandir = $(PREFIX)/share/man
appdir = $(PREFIX)/share/applications
docdir = $(PREFIX)/share/doc/haven
# systemd reads ~/.local/share/systemd/user, /usr/local/share/systemd/user and /usr/share/systemd/user.
unitdir = $(PREFIX)/share/systemd/user

.PHONY: run test build symbols unit oracle acceptance faults soak mutations e2e bench-history bench-flood fuzz sanitize check-binaries format lint install uninstall clean swift build-packages test-packages

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
install:
	@test -x $(RELEASE_BIN)/havend || { echo "make: nothing is built yet: run 'make build' first" >&2; exit 1; }
	install -D -t '$(DESTDIR)$(bindir)' $(RELEASE_BIN)/havend $(RELEASE_BIN)/havenctl
	install -D -t '$(DESTDIR)$(libexecdir)' $(RELEASE_BIN)/haven-ics
	install -D -m 644 -t '$(DESTDIR)$(sharedir)' etc/*.varlink
	install -D -m 644 -t '$(DESTDIR)$(appdir)' etc/haven.desktop
	install -d '$(DESTDIR)$(docdir)/examples'
	cp -R etc/examples/. '$(DESTDIR)$(docdir)/examples'
	install -D -m 644 -t '$(DESTDIR)$(docdir)' README.md CHANGELOG.md LICENSE
	install -D -m 644 -t '$(DESTDIR)$(unitdir)' systemd/havend.socket systemd/havend.service
	@# A home of any name finds its own daemon by %h; any other prefix is written out.
	@if [ '$(PREFIX)' != "$$HOME/.local" ]; then \
	  sed -i 's|^ExecStart=%h/.local/bin/|ExecStart=$(bindir)/|' '$(DESTDIR)$(unitdir)/havend.service'; fi
	@for page in docs/man/*.[1-8]; do \
	  test -e "$$page" || continue; \
	  install -D -m 644 -t "$(DESTDIR)$(mandir)/man$${page##*.}" "$$page"; done
	@echo
	@echo "Installed. To begin:  systemctl --user daemon-reload && systemctl --user enable --now havend"
	@case ":$$PATH:" in *':$(bindir):'*) ;; *) echo "'$(bindir)' is not on your PATH: log in again, or add it.";; esac

# Leaves what is the family's: ~/.config/haven and ~/.local/state/haven.
uninstall:
	rm -f '$(DESTDIR)$(bindir)/havend' '$(DESTDIR)$(bindir)/havenctl'
	rm -rf '$(DESTDIR)$(libexecdir)' '$(DESTDIR)$(sharedir)' '$(DESTDIR)$(docdir)'
	rm -f '$(DESTDIR)$(appdir)/haven.desktop'
	rm -f '$(DESTDIR)$(unitdir)/havend.service' '$(DESTDIR)$(unitdir)/havend.socket'
	@for page in docs/man/*.[1-8]; do rm -f "$(DESTDIR)$(mandir)/man$${page##*.}/$${page##*/}"; done

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
