-- The apps to recommend: what mod_register_apps has collected, in an order that suits the reader's device.
--
-- Returns { choose, find, is_web }.

local catalogue = module:shared("register_apps/apps"); -- empty while that module is not loaded

local most_shown = 3;

local apps = {};

local function runs_on(app, word)
	for _, platform in ipairs(app.platforms or {}) do
		if tostring(platform):lower() == word then return true; end
	end
	return false;
end

-- The smaller, the better: those for this device (any, if it is not known) that open invites by themselves come first, then others for it, then
-- web pages.
local function rank(app, word)
	if not word or runs_on(app, word) then return app.supports_preauth_uri and 1 or 2; end
	return runs_on(app, "web") and 3 or 4;
end

-- (platform as request.lib.lua names it, or nil) → array of up to three apps that run there, array of all others
function apps.choose(platform)
	local ranked = {};
	for at, app in ipairs(catalogue) do
		table.insert(ranked, { app = app; at = at; rank = rank(app, platform) });
	end
	table.sort(ranked, function (a, b)
		if a.rank ~= b.rank then return a.rank < b.rank; end
		return a.at < b.at;
	end);
	local best, others = {}, {};
	for _, entry in ipairs(ranked) do
		table.insert(entry.rank < 4 and #best < most_shown and best or others, entry.app);
	end
	return best, others;
end

-- (app) → is it a web page, with nothing to install?
function apps.is_web(app)
	return runs_on(app, "web");
end

-- (id) → app or nil
function apps.find(id)
	local app = type(id) == "string" and catalogue[id];
	return type(app) == "table" and app or nil;
end

return apps;
