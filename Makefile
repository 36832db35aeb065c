# make          builds the library; lua/ is then a plugin folder for Prosody as it stands
# make demo     shows the main job on a real Prosody     make run    leaves one running, with an invite to try
# make test     everything that is checked               make bench  docs/BENCHMARKS.md: figures, next to Prosody's own modules
# make install  copies modules and library to PREFIX
# make deb tarball rock  make what is installed without Rust: Debian's package, tarballs, rocks for `prosodyctl install`
# make packages-test     tries them on bare Debian 12 and 13. All that is done in chroots, for root alone
# make debian-13  runs demo and test on a fresh Debian 13 with Debian's own Rust, in a chroot; for root alone

CARGO ?= cargo
# With PROSODY=13.0, demo, run and soak use that version: it is fetched to target/prosody-13 where another one is installed.
# Version of Lua that the installed Prosody runs: as its start script says, else as it says itself.
LUA_VERSION ?= $(or $(shell sed -n '1s/^\#!.*lua\(5\.[234]\)$$/\1/p' "$$(command -v prosody)" 2>/dev/null),$(shell \
	prosodyctl about 2>/dev/null | sed -n 's/^Lua version:[[:space:]]*Lua \(5\.[234]\)$$/\1/p'),5.4)
FEATURES = --locked --features lua$(subst .,,$(LUA_VERSION))
# A plugin folder that Debian's Prosody looks into by itself.
PREFIX ?= /usr/local/lib/prosody/modules
# Limits the live specs to a file or folder.
SPEC ?= spec/live

PROSODY_13 = target/prosody-13
LIBRARY = lua/invites_core/invites_core.so
INTERFACE = lua/invites_core/interface
# (text) as one word for the shell
quoted = '$(subst ','\'',$(1))'
BUSTED = lua5.4 /usr/bin/busted

# Settings for another Lua must not reach the one that runs the specs, and the library is looked for in target/.
unexport LUA_INIT LUA_INIT_5_4 LUA_PATH LUA_PATH_5_4 LUA_CPATH LUA_CPATH_5_4 CARGO_TARGET_DIR CARGO_BUILD_TARGET
.NOTPARALLEL:
.PHONY: all deps test checks lint clippy luacheck luac deny fmt-check rust-test spec live live-0.12 live-13.0 prosody13 slixmpp schemathesis browser
.PHONY: bench soak demo run screenshots debian-13 deb deb-reproducible tarball tarball-reproducible rock packages-test interface openapi
.PHONY: code-map install clean

# Put in place in one step: a running server may have the file mapped. What was built anew is newer than what it is made of.
all:
	@CARGO=$(call quoted,$(CARGO)) spec/tools/rust.sh
	$(CARGO) build --release $(FEATURES)
	@if cmp -s target/release/libinvites_core.so $(LIBRARY); then touch $(LIBRARY); else \
		cp target/release/libinvites_core.so $(LIBRARY).new && mv -f $(LIBRARY).new $(LIBRARY); fi
	@echo "$(LIBRARY) is built for Lua $(LUA_VERSION)"

# After a change of the words by which the library and its Lua files know each other (a spec says so).
interface:
	lua5.4 spec/tools/interface.lua >target/interface && mv target/interface $(INTERFACE)

# After a change of what the HTTP API reads or answers (a test says so).
openapi:
	$(CARGO) test -q $(FEATURES) --lib v1::document::tests::print -- --ignored --nocapture | sed -n '/^{/,/^}/p' >target/openapi && mv target/openapi docs/openapi.json

# After files came, went, or say another thing of themselves in their first line.
code-map:
	@lua5.4 spec/tools/code_map.lua

deps:
	@spec/tools/deps.sh test

prosody13:
	@spec/tools/prosody13.sh $(CURDIR)/$(PROSODY_13)

slixmpp:
	@spec/tools/venv.sh $(CURDIR)/target/venv slixmpp 1.17.0

schemathesis:
	@spec/tools/venv.sh $(CURDIR)/target/schemathesis schemathesis 4.32.5

browser:
	@spec/tools/browser.sh $(CURDIR)/target/browser

# One PostgreSQL for the whole run.
test: deps prosody13
	@spec/tools/postgres.sh run $(MAKE) --no-print-directory checks

checks: fmt-check lint rust-test spec live

lint: clippy luacheck luac

fmt-check:
	$(CARGO) fmt --check

clippy:
	$(CARGO) clippy $(FEATURES) --all-targets -- -D warnings

luacheck:
	luacheck -q lua spec

# What goes to Prosody must parse on each Lua that it runs on.
luac:
	@for version in 5.2 5.3 5.4; do find lua -name '*.lua' | xargs -n 1 luac$$version -p || exit 1; done

# Licences, banned crates and sources of what the library is made of, as deny.toml allows them.
DENY = target/cargo-deny/bin/cargo-deny
deny: $(DENY)
	$(DENY) check licenses bans sources

# Not optimised: that would take four times as long, and it checks in seconds all the same.
$(DENY):
	CARGO_PROFILE_DEV_DEBUG=0 $(CARGO) install --debug --locked --quiet --root target/cargo-deny cargo-deny --version 0.20.2

rust-test:
	$(CARGO) test $(FEATURES)

spec: all
	$(BUSTED)

live: all prosody13 slixmpp schemathesis browser
	@spec/tools/live.sh $(SPEC) 0.12 13.0

live-0.12 live-13.0: live-%: all slixmpp schemathesis browser
	@spec/tools/live.sh $(SPEC) $*

live-13.0: prosody13

# BENCH=quick takes three minutes and leaves docs/ alone, BENCH=write writes the document from the figures of the last full run.
BENCH ?= full
bench: all prosody13
	@spec/tools/deps.sh bench
	@spec/tools/community_pages.sh $(CURDIR)/target/prosody-modules
	@PROSODY=13.0 CARGO=$(call quoted,$(CARGO)) FEATURES=lua$(subst .,,$(LUA_VERSION)) lua5.4 spec/bench/main.lua $(BENCH)

# Takes long: what is tagged so in the live specs, and the ignored Rust tests.
soak: deps all prosody13 schemathesis
	@spec/tools/postgres.sh run $(CARGO) test --release $(FEATURES) -- --ignored
	$(BUSTED) --run=soak

demo run:
	@spec/tools/deps.sh run
	@$(MAKE) --no-print-directory all $(if $(filter 13.%,$(PROSODY)),prosody13)
	@lua5.4 spec/live/$@.lua

# The pictures of README.markdown, and of all pages in all states.
screenshots: deps all browser
	@lua5.4 spec/live/screenshots.lua
	@lua5.4 spec/live/gallery.lua

debian-13:
	@spec/tools/deps.sh debian-13
	@spec/tools/debian13.sh $(CURDIR)/target/debian-13

deb tarball rock:
	@spec/tools/deps.sh debian-13
	@spec/packages/$@/$@.sh

# Take long: they build once more, from nothing.
deb-reproducible:
	@spec/tools/deps.sh debian-13
	@spec/packages/deb/deb.sh reproducible

tarball-reproducible: tarball
	@spec/packages/tarball/tarball.sh reproducible

# What packages-test tries, each as RELEASE:SCRIPT. The last one takes over the data folder that the one before it leaves.
TRIES ?= bookworm:deb/try trixie:deb/try trixie:deb/try:trixie-backports bookworm:tarball/try trixie:tarball/try trixie:tarball/try_aarch64 \
	bookworm:rock/try trixie:rock/try trixie:container/try bookworm:upgrade/debian_12 trixie:upgrade/debian_13
# (name of a folder) → true where one of its scripts is tried
tries = $(findstring :$(1)/,$(TRIES))
packages-test: slixmpp $(if $(call tries,deb),deb) $(if $(call tries,tarball)$(call tries,container)$(call tries,upgrade),tarball) \
		$(if $(call tries,rock),rock)
	@for try in $(TRIES); do \
		(IFS=:; set -- $$try; unset IFS; exec spec/packages/run.sh "$$1" "$$2.sh" $$3) || exit 1; \
	done

# Who may write to PREFIX need not have Rust, if the library is as new as what it is made of.
$(LIBRARY): $(shell find src .cargo -type f) Cargo.toml Cargo.lock $(INTERFACE)
	$(MAKE) all

install: $(LIBRARY)
	@PREFIX=$(call quoted,$(PREFIX)) DESTDIR=$(call quoted,$(DESTDIR)) spec/packages/tarball/install.sh lua

clean:
	rm -rf target $(LIBRARY)
