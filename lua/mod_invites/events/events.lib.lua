-- The steps in the life of invites: events for other modules, lines in the log, metrics, and entries for mod_audit. src/step.rs lists them and the
-- fields of each event.

local cache = require "util.cache";
local jid = require "util.jid";
local monotonic = require "util.time".monotonic;
local st = require "util.stanza";

local core = require_once "invites_core";
local metrics = require_once "events/metrics";

local longest = 2000; -- characters of an entry for mod_audit
local told_again_after = 3600; -- seconds until a damaged invite is told of again

-- A list of elements for mod_audit of today (ipairs), and of 2023: "for _, child in list".
local elements = { __call = function (list, _, at) return next(list, at); end };

-- If mod_audit is loaded, each module has the method :audit(JID or nil for the whole host, type, extra). It shows the text of a note.
local function audit(name, username, words)
	if not module.audit then return; end
	local note = st.stanza("note", { xmlns = "xmpp:prosody.im/audit" }):text(core.input.clean(words, longest));
	local who = username ~= "" and jid.join(username, module.host) or nil;
	local ok, err = pcall(module.audit, module, who, name, { custom = setmetatable({ note }, elements) });
	if not ok then module:log("warn", "mod_audit did not take %s: %s", name, err); end
end

-- (name of an event, its fields): for the log, the metrics and mod_audit
local function record(name, event)
	local quiet = core.quiet_steps[name];
	if quiet then
		if quiet.counter then metrics.count(quiet.counter, event[quiet.label], 1); end
		return;
	end
	local line, whose, counter, label, count = core.step(name, event);
	if counter then metrics.count(counter, label, count); end
	if line then module:log("info", "%s", line); end
	if whose then audit(name, whose, line); end
end

local function fire(name, event)
	local ok, err = pcall(module.fire_event, module, name, event);
	if not ok then module:log("error", "A module failed on the event %s: %s", name, err); end
end

local events = {};

-- (name of an event, its fields)
function events.tell(name, event)
	record(name, event);
	if event.seconds then metrics.time_sweep(event.seconds); end
	fire(name, event);
end

-- (array of invites of one kind that were stored together)
function events.made(invites)
	local first = invites[1];
	record("invite-stored", { id = first.id; kind = first.kind; creator = first.creator; count = #invites });
	for _, invite in ipairs(invites) do
		fire("invite-stored", { id = invite.id; kind = invite.kind; invite = invite });
	end
end

-- (verb, code, short id or nil, username or nil) → nil, code
function events.refused(verb, code, id, username)
	events.tell("invite-refused", { verb = verb; code = code; id = id; username = username });
	return nil, code;
end

local damaged = cache.new(100); -- short id → when it was told of

-- (short id, reason): another program or the disk changed the row of this invite. One line in the log for each, not for each query.
function events.damaged(id, reason)
	local now, before = monotonic(), damaged:get(id);
	if before and now - before < told_again_after then return; end
	damaged:set(id, now);
	module:log("warn", "The invite %s can't be used, as its row in the database is damaged: %s. Revoke it by this id, or mend the row", id, reason);
end

return events;
