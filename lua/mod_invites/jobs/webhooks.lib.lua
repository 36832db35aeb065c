-- Webhooks (option `invites_webhooks`): the ledger has noted what happened to invites, together with the change itself, so a crash loses nothing.
-- Here it is sent, and nobody waits for that.
--
-- Returns { resume = function (): begins at the start of the server; stop = function () }.

local async = require "util.async";
local hmac = require "util.hashes".hmac_sha256;
local http = require "net.http";

local ask = require_once "ledger".ask;
local in_background = require_once "jobs/background";
local metrics = require_once "events/metrics";
local option = require_once "invites_config/option";

local begins_after = 0.05; -- seconds, when the answer to who caused it is sent
local look_every = 30; -- seconds: commands of prosodyctl cause events, too
local again_after = 60; -- seconds, if the database fails
local longest_try = 15; -- seconds; less than the lease in the ledger

local receivers = option "invites_webhooks" or {};

local is_stopped = false;
local requests = {}; -- those under way → true

local sink = { write = function () return true; end };

-- (receiver, { id, body }, function (what has failed, or nil)) The status is enough: the connection is closed before a body is read.
local function send(receiver, delivery, done)
	local request, timer;
	local function finish(problem)
		if request then -- maybe again: its connection may have come up since
			requests[request] = nil;
			http.destroy_request(request, true);
		end
		if not done then return; end
		local tell = done;
		done = nil;
		if timer then timer:stop(); end
		tell(problem);
	end
	local function judge(code, reason)
		if code >= 200 and code < 300 then return finish(nil); end
		finish(code > 0 and "status "..code or tostring(reason or "no connection"));
	end
	local at = os.time();
	local ok, started, err = pcall(http.request, receiver.url, {
		method = "POST"; body = delivery.body; suppress_errors = true; suppress_url = true;
		headers = {
			["Content-Type"] = "application/json"; ["Invites-Delivery"] = delivery.id;
			["Invites-Signature"] = ("t=%d,v1=%s"):format(at, hmac(receiver.secret, ("%d.%s"):format(at, delivery.body), true));
		};
		streaming_handler = function (response)
			judge(response.code);
			return sink;
		end;
	}, function (reason, code) judge(code, reason); end);
	if not ok then return finish(tostring(started)); end
	if not started then return finish(tostring(err)); end
	request = started;
	if not done then return http.destroy_request(request, true); end
	requests[request] = true;
	timer = module:add_timer(longest_try, function () finish("no answer within "..longest_try.." seconds"); end);
end

-- (receiver, array of deliveries) → array of { delivery, problem }; waits for the last of them
local function send_all(receiver, deliveries)
	local wait, done = async.waiter(#deliveries);
	local outcomes = {};
	for i, delivery in ipairs(deliveries) do
		outcomes[i] = { delivery = delivery.delivery };
		send(receiver, delivery, function (problem)
			outcomes[i].problem = problem;
			metrics.count(problem and "webhooks_failed" or "webhooks_delivered", nil, 1);
			if problem then module:log("debug", "The webhook %s to %s has failed: %s", delivery.id, receiver.shown, problem); end
			done();
		end);
	end
	wait();
	return outcomes;
end

local function lost(receiver, count, why)
	if not count or count == 0 then return; end
	metrics.count("webhooks_lost", nil, count);
	module:log("warn", "%d webhook%s to %s %s", count, count == 1 and "" or "s", receiver.shown, why);
end

-- Tells once of a receiver that begins to fail, and once that it works again.
local function tell(receiver, outcomes)
	local problem;
	for _, outcome in ipairs(outcomes) do
		if not outcome.problem then problem = nil; break; end
		problem = outcome.problem;
	end
	if problem and not receiver.fails then
		module:log("warn", "Webhooks to %s fail, and will be tried again: %s", receiver.shown, problem);
	elseif not problem and receiver.fails then
		module:log("info", "Webhooks to %s work again", receiver.shown);
	end
	receiver.fails = problem ~= nil;
end

-- (receiver) → seconds after which something is to be sent, or nil
local function work(receiver)
	while not is_stopped do
		local deliveries, wait, uncounted = ask("mail", receiver.id);
		if not deliveries then return again_after; end
		lost(receiver, uncounted, "were not kept, as too many wait");
		if not deliveries[1] then return wait; end
		local outcomes = send_all(receiver, deliveries);
		if is_stopped then return; end
		tell(receiver, outcomes);
		lost(receiver, ask("delivered", receiver.id, outcomes), "were given up, after three days");
	end
end

local start;

local function begin(receiver)
	if is_stopped then return; end
	if receiver.is_working then
		receiver.is_more = true;
		return;
	end
	receiver.is_working = true;
	in_background(function ()
		local ok, wait;
		repeat
			receiver.is_more = false;
			ok, wait = pcall(work, receiver);
		until not ok or not receiver.is_more or is_stopped;
		receiver.is_working = false;
		if not ok then
			module:log("error", "Webhooks to %s could not be sent: %s", receiver.shown, wait);
			wait = again_after;
		end
		if wait and wait < look_every then start(receiver, wait); end
	end);
end

-- (receiver, seconds) begins then, unless it does so earlier
function start(receiver, after)
	if is_stopped or receiver.timed_at and receiver.timed_at <= os.time() + after then return; end
	local at = os.time() + after;
	receiver.timed_at = at;
	module:add_timer(after, function ()
		if receiver.timed_at == at then receiver.timed_at = nil; end
		begin(receiver);
	end);
end

if prosody.process_type ~= "prosody" then
	local function nothing() end
	return { resume = nothing; stop = nothing };
end

local function start_all()
	for _, receiver in ipairs(receivers) do start(receiver, begins_after); end
end

if receivers[1] then
	for _, name in ipairs { "invite-stored"; "invite-redeemed"; "invite-revoked"; "invites-revoked"; "invites-forgotten" } do
		module:hook(name, start_all);
	end
end

local function resume()
	local dropped = ask "forget_receivers";
	if dropped and dropped > 0 then module:log("info", "%d webhooks are dropped, as their receivers are not in invites_webhooks any more", dropped); end
	if not receivers[1] then return; end
	start_all();
	module:add_timer(look_every, function ()
		if is_stopped then return; end
		for _, receiver in ipairs(receivers) do begin(receiver); end
		return look_every;
	end);
end

local function stop()
	is_stopped = true;
	for request in pairs(requests) do http.destroy_request(request, true); end
	requests = {};
end

return { resume = resume; stop = stop };
