-- The gate: only people with a valid invite may register an account (unless registration is open).
--
-- XEP-0445: Pre-Authenticated In-Band Registration, XEP-0379: Pre-Authenticated Roster Subscription. mod_invites decides about invites; this module
-- presents tokens to it and reports how each attempt ended.

module:require "invites_lib/require_once";

local modulemanager = require "core.modulemanager";
local set = require "util.set";
local st = require "util.stanza";

local option = require_once "invites_config/option";

-- Without the library of the suite no option has a value, and the gate is closed. Once mod_invites is there, so is the library.
if option "registration_invite_only" == nil then
	module:hook("module-loaded", function (event)
		if event.module == "invites" then modulemanager.reload(module.host, module.name); end
	end);
end
local require_encryption = option "c2s_require_encryption";
local invite_only = option "registration_invite_only" ~= false;
local allow_registration = option "allow_registration";

if prosody.process_type ~= "prosody" then return; end -- prosodyctl has no streams to guard

-- Not by module:depends, which would unload this module together with mod_invites. If mod_invites goes away, this module must stay, or
-- mod_register_ibr would register everybody.
local function need(name)
	if modulemanager.is_loaded(module.host, name) then return; end
	local loaded, err = nil, "it is in modules_disabled";
	if not set.new(option "modules_disabled"):contains(name) then
		loaded, err = modulemanager.load(module.host, name);
	end
	if not loaded then module:log("error", "Clients cannot register, as mod_%s could not be loaded: %s", name, tostring(err):match("^[^\n]*")); end
end

need "invites";
if invite_only or allow_registration then need "register_ibr"; end

local web_registration = require_once "web_registration";
local present = require_once "preauth";
local registers = require_once "invites_lib/provider".registers;
local registration = require_once "registration";
local reset = require_once "reset";
local approve = require_once "subscription";

-- Only unauthenticated clients of this host may register, on streams that may carry a password.
local function may_register(session)
	return session.type == "c2s_unauthed" and session.host == module.host and (session.secure or not require_encryption);
end

local features = {
	st.stanza("register", { xmlns = "urn:xmpp:invite" }); -- XEP-0401: Ad-hoc Account Invitation Generation, 0.3.0
	st.stanza("register", { xmlns = "urn:xmpp:ibr-token:0" }); -- XEP-0445
};

module:hook("stream-features", function (event)
	if not may_register(event.origin) or not registers() or not modulemanager.is_loaded(module.host, "register_ibr") then return; end
	for _, feature in ipairs(features) do event.features:add_child(feature); end
end);

-- XEP-0445, section 4: the client presents its token. Prosody answers other requests with service-unavailable.
module:hook("stanza/iq/urn:xmpp:pars:0:preauth", function (event)
	local session, stanza = event.origin, event.stanza;
	if stanza.attr.type ~= "set" or not may_register(session) then return; end
	local reply, too_many = present(session, stanza);
	session.send(reply);
	if too_many then session:close(too_many); end
	return true;
end);

-- Around all handlers, because handlers of one priority have no fixed order and any of them may end the chain. A claim is taken only if all others
-- have allowed the registration.
module:wrap_event("user-registering", function (handlers, name, event)
	local answer = handlers(name, event);
	if event.allowed ~= false then
		-- registration_invite_only = false alone does not admit clients: mod_register_ibr may be loaded for other reasons.
		registration.on_registering(event, invite_only or event.session ~= nil and not allow_registration);
	end
	return answer;
end);

-- mod_register_ibr treats an invalid c2s_require_encryption as `false`.
module:hook("stanza/iq/jabber:iq:register:query", function (event)
	local session = event.origin;
	if session.type ~= "c2s_unauthed" or session.secure or not require_encryption then return; end
	session.send(st.error_reply(event.stanza, "modify", "policy-violation", "Encryption is required"));
	return true;
end, 1000);

-- Around mod_register_ibr, which can end in many ways, of which only success has an event.
module:wrap_event("stanza/iq/jabber:iq:register:query", registration.wrap_registration);

-- mod_register_ibr would reset a password by creating the account again, so it must not see these. Modules that check passwords run before
-- (priority 10).
module:hook("stanza/iq/jabber:iq:register:query", function (event)
	local session, stanza = event.origin, event.stanza;
	if not may_register(session) or not reset.asked_for(session, stanza) then return; end
	session.send(reset.perform(session, stanza));
	return true;
end, 1);

-- Before all other handlers: nothing may come between the account and the redemption of its invite.
module:hook("user-registered", function (event)
	registration.on_registered(event, invite_only);
end, 1000);

module:hook("user-password-reset", function (event)
	if type(event) ~= "table" then return; end -- some module fires it with the bare user name
	registration.redeem(event);
end, 1000);

-- A moment after a redemption, or after the next start.
module:hook("invite-promised", require_once "promises".keep);

-- Before mod_presence (0), after mod_blocklist (100).
module:hook("presence/bare", function (event)
	if event.stanza.attr.type ~= "subscribe" then return; end
	return approve(event.stanza);
end, 1);

-- API: for modules that register people elsewhere than on a stream (web_registration.lib.lua)

-- luacheck: ignore 131
additional, register, reset_password = require_once "additional_fields", web_registration.register, web_registration.reset_password;
