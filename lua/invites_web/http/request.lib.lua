-- What a request says: which invite, in which language, on what device. Whatever it says, reading it raises no error.

local urldecode = require "util.http".urldecode;

local client = require_once "invites_web/http/client";
local web_address = require_once "invites_lib/url/web_address";

local request = {};

local longest_query = 4096; -- bytes that are looked at

-- The first name that is found in the header User-Agent, for it is often several systems: iPhones are "like Mac OS X", Androids have Linux.
local systems = {
	{ "Android"; "android" }; { "iPhone"; "ios" }; { "iPad"; "ios" }; { "iPod"; "ios" };
	{ "Windows"; "windows" }; { "Macintosh"; "macos" }; { "Linux"; "linux" }; { "X11"; "linux" };
};

local function platform(user_agent)
	for _, system in ipairs(systems) do
		if user_agent:find(system[1], 1, true) then return system[2]; end
	end
end

local named = { t = true; lang = true; c = true };

-- (query or nil) → token, language wished for, id of an app; each nil if it is not there. The token is the first word that has no name, or that
-- of the name "t": some programs put what they track people by in front of it. Others write "TOKEN=". Where there is none, it may be in what
-- has another name ("token=TOKEN", "TOKEN?utm_source=x"): mod_invites looks for it there.
local function read_query(query)
	local token, language, app;
	local others = {};
	for field in (query or ""):sub(1, longest_query):gmatch("[^&]+") do
		local name, value = field:match("^([^=]*)=(.*)$");
		if not name or value == "" and not named[name] then
			token = token or urldecode(name or field);
		elseif name == "t" then
			if value ~= "" then token = token or urldecode(value); end
		elseif name == "lang" then
			language = urldecode(value);
		elseif name == "c" then
			app = urldecode(value);
		else
			table.insert(others, field);
		end
	end
	if not token and others[1] then token = urldecode(table.concat(others, "&")); end
	return token, language, app;
end

-- (path, how many of its parts are below the module's own) → what relative links begin with to the pages below the module's path, and to its
-- neighbours; the one to the module's own page
local function places(path, depth)
	local name = path:match("([^/]*)"..("/[^/]*"):rep(depth).."$") or "";
	local up = ("../"):rep(depth - 1);
	if name == "" then return up, up, up ~= "" and up or "./"; end -- the module has all of the server to itself
	if depth == 0 then return name.."/", "", name; end
	return up, "../"..up, "../"..up..name;
end

-- (path) → what leads from there to where all modules begin
local function root(path)
	local _, slashes = path:gsub("/", "");
	return ("../"):rep(slashes - 1);
end

-- (request of Prosody's HTTP server, depth: see above) → { who = { ip }, token, app = id of an app, language wished for, languages accepted,
-- platform, each of these maybe nil; main = link to the module's own page; below, beside, root: what relative links begin with }
function request.read(http, depth)
	local token, language, app = read_query(http.url.query);
	local below, beside, main = places(http.path, depth);
	return {
		who = { ip = client.address(http) }; token = token; language = language; app = app; accepted = http.headers.accept_language;
		platform = platform(http.headers.user_agent or ""); below = below; beside = beside; main = main; root = root(http.path);
	};
end

-- (address; `root` of what was asked for) → relative link to it, which works behind a proxy with a path in front as well; or nil: it is elsewhere
function request.relative_url(url, up)
	local base = web_address(module:http_url("_", "/"));
	url = url and web_address(url);
	return url and url:sub(1, #base) == base and up..url:sub(#base + 1) or nil;
end

return request;
