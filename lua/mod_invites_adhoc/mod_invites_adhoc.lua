-- Invites in a chat client: XEP-0401 (Ad-hoc Account Invitation Generation, 0.6.0), password resets, and managing invites.
--
-- mod_adhoc speaks XEP-0050 (Ad-Hoc Commands). Its permissions are coarser than our rules, so it lets everybody use our commands, and this file
-- checks each: when it is listed, described and executed.

module:require "invites_lib/require_once";

if prosody.process_type ~= "prosody" then return; end -- prosodyctl has no clients

module:depends "adhoc";
local invites = module:depends "invites";

local st = require "util.stanza";

local access = require_once "access";
local nodes = access.nodes;
local answers = require_once "answers";
local making = require_once "create";
local managing = require_once "manage";
local stanza_language = require_once "invites_lib/stanza_language";

local xmlns_commands = "http://jabber.org/protocol/commands"; -- XEP-0050: Ad-Hoc Commands

local known_actions = { execute = true; next = true; complete = true };

local adhoc = require_once "adhoc"; -- mod_adhoc's own file
local commands = {}; -- node → { name, run }

local function execute(actor, node, request)
	if not access.to[node](actor) then
		return answers.forbidden(actor.say "adhoc-forbidden");
	elseif request.action == "cancel" or request.form and request.form.attr.type == "cancel" then
		return { status = "canceled" };
	elseif not known_actions[request.action] then
		return answers.bad_request(actor.say "adhoc-no-action", "bad-action");
	end
	local ok, answer = pcall(commands[node].run, actor, request);
	if not ok and type(answer) ~= "table" then error(answer, 0); end -- else a file of ours has ended the command with this answer
	return answer;
end

-- mod_adhoc lists and describes the command. The hook below answers requests on streams; this function answers requests of other modules.
local function add(node, run)
	local name = access.names[node];
	commands[node] = { name = name; run = run };
	module:provides("adhoc", adhoc.new(name, node, function (_, request) return execute(access.speaker(request), node, request); end, "any"));
end

add(nodes.contact, making.contact);
add(nodes.friend, making.friend);
add(nodes.account, making.account);
add(nodes.reset, making.reset);
add(nodes.own, managing.own);
add(nodes.all, managing.all);

-- (error stanza, command element of the request) → the same with the node and session of the command
-- mod_adhoc adds these to its own errors. Client libraries (slixmpp) need them to know which session failed.
local function named(reply, request)
	local attr = { xmlns = xmlns_commands; node = request.attr.node; sessionid = request.attr.sessionid; status = "canceled" };
	local _, _, text = reply:get_error();
	return reply:reset():add_child(st.stanza("command", attr):tag("note", { type = "error" }):text(text or ""):reset());
end

local function tagged(reply, tag)
	local command = reply:get_child("command", xmlns_commands);
	if command and tag ~= "en" then command.attr["xml:lang"] = tag; end -- English is what our streams say of themselves
	return reply.attr.type == "error" and stanza_language.mark(reply, tag) or reply;
end

-- Before mod_adhoc (500), whose commands get neither the stanza nor the session on 0.12.
module:hook("iq-set/host/"..xmlns_commands..":command", function (event)
	local stanza = event.stanza;
	local request = stanza.tags[1];
	local command = commands[request.attr.node];
	if not command then return; end
	local actor, tag = access.speaker(event);
	local function reply_with(reply)
		if reply.attr.type == "error" then reply = named(reply, request); end
		event.origin.send(tagged(reply, tag));
	end
	local answered = adhoc.new(command.name, request.attr.node, function (_, data) return execute(actor, request.attr.node, data); end, "any");
	return adhoc.handle_cmd(answered, { send = reply_with }, stanza);
end, 501);

-- Before mod_adhoc (0), which would describe all of them to everybody.
module:hook("host-disco-info-node", function (event)
	local may_use = access.to[event.node];
	if not may_use or may_use(access.actor(event)) then return; end
	local say, tag = stanza_language.to(event.stanza, invites.i18n);
	event.origin.send(stanza_language.mark(st.error_reply(event.stanza, "auth", "forbidden", say "adhoc-unavailable"), tag));
	return true;
end, 1);

-- After mod_adhoc, which has listed all of them.
module:hook("host-disco-items-node", function (event)
	local query = event.reply:get_child("query", "http://jabber.org/protocol/disco#items");
	if event.node ~= xmlns_commands or not query then return; end
	local actor = access.actor(event);
	query:maptags(function (item)
		local may_use = access.to[item.attr.node];
		return (not may_use or may_use(actor)) and item or nil;
	end);
end, -1);
