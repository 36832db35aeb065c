-- The command selftest. It does on the running server what people do with invites, through its real ports, and removes what it made.
-- src/command/selftest says what came of it.
--
-- It shows one token that does not work, which the rate limit allows to everybody.

local Visitor = require_once "commands/selftest/visitor";
local leftovers = require_once "commands/selftest/leftovers";
local provider = require_once "invites_lib/provider";
local reader = require_once "invites_config/reader";
local report = require_once "invites_core".command.selftest;
local steps = require_once "commands/selftest/steps";

-- (output) → function (what came of a step) that prints it, its counts
local function new_table(out)
	local counts = { ok = 0; failed = 0; skipped = 0 };
	return function (step)
		local line, outcome = report(step);
		out.write(line);
		out.yield();
		counts[outcome] = counts[outcome] + 1;
	end, counts;
end

-- (visitor, tell) → can people register?; or nil, error, if there is no server
local function connect(visitor, tell)
	local offers, client, err, point;
	local tries = visitor:tries(function (try)
		client, err, point = visitor:find();
		local features = try(point or "open", client, err) and client.features;
		offers = features and try("offer", features:get_child("register", "urn:xmpp:ibr-token:0") ~= nil, "not-offered") or false;
	end);
	local place = ("%s, port %d"):format(visitor.place.address, visitor.place.port);
	if not client and point == "dial" then
		return nil, ("no server answers on %s, where the configuration has clients connect (%s)"):format(place, err);
	end
	tell { step = "connection"; place = place; is_encrypted = client and client.problems ~= nil or false; tries = tries };
	if client and client.problems then tell { step = "certificate"; problems = client.problems }; end
	return offers;
end

-- (visitor, tell, name of the run) → true; or nil, error, if there is no server
local function go(visitor, tell, run)
	local offers, err = connect(visitor, tell);
	if offers == nil then return nil, err; end
	local noted, why = leftovers.begin(run, visitor.names);
	if not noted then return nil, "what is going to be made can't be noted: "..tostring(why); end
	for _, step in ipairs(steps) do
		local reason = not step.is_web and (visitor.unanswered and "unanswered" or not offers and "closed") or step.lacks(visitor);
		for _, came in ipairs(reason and { { step = "left"; about = step.about; reason = reason } } or step.go(visitor)) do tell(came); end
	end
	return true;
end

-- (mod_invites of the host, out, request)
local function selftest(invites, out, request)
	local host = reader.host(request.host);
	if prosody.process_type == "prosody" then
		return nil, "the server would stand still while it talks to itself. This can be done beside it: prosodyctl mod_invites selftest "..host.name;
	elseif not provider.creates(host.name) then
		return nil, "managed-elsewhere";
	end
	local run, names = "selftest"..Visitor.random(5), {};
	for i = 1, 3 + steps.racers do names[i] = ("%s%02d"):format(run, i); end
	local visitor = Visitor.new(invites, host, names);
	if not visitor.places[1] then return nil, "the configuration has no port for clients: c2s_ports is empty"; end

	local tell, counts = new_table(out);
	local accounts, erased, failure = leftovers.clean_old(invites);
	if accounts + erased > 0 or failure then tell { step = "leftovers"; accounts = accounts; invites = erased; error = failure }; end
	local called, done, err = xpcall(go, debug.traceback, visitor, tell, run);
	pcall(visitor.close, visitor);
	accounts, erased, failure = leftovers.clean(invites, run, not visitor.unanswered);
	if not called then error(done, 0); end
	if not done then return nil, err; end
	tell { step = "cleanup"; accounts = accounts; invites = erased; error = failure; is_noted = visitor.unanswered };

	local all = counts.ok + counts.failed + counts.skipped;
	if counts.failed > 0 then return nil, ("%d of %d failed"):format(counts.failed, all); end
	return true, counts.skipped > 0 and ("Nothing failed, %d of %d skipped"):format(counts.skipped, all) or "All is well";
end

return { selftest = selftest };
