-- Inputs of a given size on which careless matching, decoding or searching takes quadratic time.

local escape = require "util.stanza".xml_escape;

local hostile = { escape = escape };

-- (bytes) → name → text that may stand in a stanza
function hostile.texts(size)
	return {
		spaces = "a"..(" "):rep(size - 2).."b"; letters = ("x"):rep(size); ["combining characters"] = "e"..("\204\129"):rep(size // 2 - 1);
		["full stops"] = ("a."):rep(size // 2); ["at signs"] = ("@"):rep(size);
	};
end

-- (bytes) → name → the same, those that tell most where each of them takes a while
function hostile.long(size)
	local texts = hostile.texts(size);
	return { spaces = texts.spaces; ["combining characters"] = texts["combining characters"] };
end

-- (bytes) → name → one line, as headers and the shell have it
function hostile.lines(size)
	return {
		spaces = "a"..(" "):rep(size - 2).."b"; letters = ("x"):rep(size); commas = (" ,"):rep(size // 2); semicolons = ("a;q=0"):rep(size // 5);
		signs = ("+"):rep(size);
	};
end

-- (bytes) → name → what somebody may type as a name and as a password
function hostile.names(size)
	local names = hostile.lines(size);
	names["many alphabets"] = ("\208\152\230\157\142\216\185 "):rep(size // 8);
	names["signs that may stand for letters"] = ("4@8({[<369&#!1/|0$5+7%2"):rep(4);
	names["signs for few letters"], names["a word again and again"] = ("4@({[<1|7abc"):rep(9), ("p4ssw0rd"):rep(13);
	return names;
end

function hostile.urlencode(text)
	return (text:gsub("[^%w._~-]", function (c) return c == " " and "+" or ("%%%02x"):format(c:byte()); end));
end

-- (bytes) → name → query of a URL
function hostile.queries(size)
	return {
		["no equals sign"] = "a=&"..("a"):rep(size); ["plus signs"] = "t="..("+"):rep(size); ["percent signs"] = "t="..("%25"):rep(size // 3);
		fields = ("a=b&"):rep(size // 4); ampersands = ("&"):rep(size); equals = ("="):rep(size);
	};
end

-- (bytes) → name → form
function hostile.bodies(size)
	local bodies = hostile.queries(size - 4);
	bodies.numbered = {};
	for i = 1, size // 8 do bodies.numbered[i] = ("f%d="):format(i); end
	bodies.numbered = table.concat(bodies.numbered, "&"):sub(1, size);
	bodies.larger = ("a"):rep(size + 1);
	return bodies;
end

-- (bytes) → name → JSON, or nearly
function hostile.json(size)
	local function nested(left, right) return left:rep(size // (#left + #right))..right:rep(size // (#left + #right)); end
	return {
		lists = nested("[", "]"); objects = nested("{\"a\":", "}"); escapes = "{\"note\":\""..("\\u0061"):rep((size - 20) // 6).."\"}";
		["many fields"] = "{"..("\"a\":1,"):rep((size - 10) // 6).."\"b\":1}"; spaces = "{"..(" "):rep(size - 2).."}"; quotes = ("\""):rep(size);
		backslashes = "\""..("\\"):rep(size - 2).."\""; numbers = "["..("1,"):rep(size // 2 - 2).."1]";
	};
end

-- Lua that makes a key of the HTTP API with scopes
hostile.make_key = "return invites.http.add_key { scopes = { 'create', 'read', 'manage', 'register' }, group = { '*' }, rate = 1000000 }";

-- (key with scopes) → name → request to version 1 of the HTTP API
function hostile.calls(key)
	local headers = { ["Content-Type"] = "application/json"; Authorization = "Bearer "..key; ["Idempotency-Key"] = ("k"):rep(255) };
	local bodies = { invites = '{"invites":['..("{},"):rep(499).."{}]}"; fields = '{"invites":[{'..('"a":1,'):rep(40000)..'"a":1}]}' };
	for name, body in pairs(hostile.json(250000)) do bodies[name] = body; end
	local calls = {};
	for name, body in pairs(bodies) do
		for _, path in ipairs { "/invites/batch"; "/invites"; "/register"; "/check" } do
			calls[path.." "..name] = { method = "POST"; path = "/invites_api/v1"..path; body = body; headers = headers };
		end
	end
	for _, path in ipairs { "/invites?limit=500"; "/invites?note="..("x"):rep(7000); "/invites?"..("note=x&"):rep(1000);
		"/invites?state=revoked&limit=500"; "/stats"; "/users/"..("%c3%a4"):rep(300).."/tree"; "/openapi.json" } do
		calls[path:sub(1, 40)] = { path = "/invites_api/v1"..path; headers = headers };
	end
	return calls;
end

-- (name, text) → field of a data form
function hostile.field(name, text)
	return ("<field var='%s'><value>%s</value></field>"):format(name, escape(text));
end

-- (bytes, name of a field) → name → what a data form may have in it
function hostile.elements(size, name)
	local field = ("<field var='%s'>%%s</field>"):format(name or "username");
	local function fill(xml) return xml:rep(size // #xml); end
	return {
		["many fields"] = fill "<field var='x'/>"; ["many values"] = field:format(fill "<value>x</value>");
		["the same field"] = fill(field:format "<value>x</value>"); nested = ("<a>"):rep(size // 8)..("</a>"):rep(size // 8);
	};
end

-- entry point → path, with * where anything may stand
hostile.paths = {
	["http invites_page"] = "/invites_page"; ["http invites_page/"] = "/invites_page/"; ["http invites_page/setup/*"] = "/invites_page/setup/*";
	["http invites_page/qr.svg"] = "/invites_page/qr.svg"; ["http invites_page/static/*"] = "/invites_page/static/*";
	["http invites_page/preview/*"] = "/invites_page/preview/*"; ["http invites_page/avatar/*"] = "/invites_page/avatar/*";
	["http invites_register_web/preview/*"] = "/register/preview/*"; ["http invites_register_web/avatar/*"] = "/register/avatar/*";
	["http invites_register_web"] = "/register"; ["http invites_register_web/"] = "/register/";
	["http invites_register_web/check"] = "/register/check"; ["http invites_register_web/static/*"] = "/register/static/*";
	["http invites_start"] = "/invites_start"; ["http invites_start/"] = "/invites_start/"; ["http invites_start/sheet"] = "/invites_start/sheet";
	["http invites_start/qr.svg"] = "/invites_start/qr.svg"; ["http invites_start/static/*"] = "/invites_start/static/*";
	["http invites_api"] = "/invites_api"; ["http invites_api/"] = "/invites_api/"; ["http invites_api/v1/*"] = "/invites_api/v1/*";
	["http register_apps/assets/*"] = "/register_apps/assets/*";
};

hostile.headers = {
	"Authorization"; "Cookie"; "Accept-Language"; "Accept"; "User-Agent"; "X-Forwarded-For"; "X-Forwarded-Proto"; "Forwarded"; "Content-Type"; "Origin";
	"If-None-Match"; "If-Modified-Since"; "Referer";
};

-- path → fields of its forms
hostile.takes_bodies = {
	["/register"] = { "token"; "user"; "password"; "app_id"; "form_token" };
	["/register/check"] = { "token"; "user"; "password"; "form_token" }; ["/invites_api"] = { "username"; "note"; "ttl"; "key" };
	["/invites_start"] = { "user"; "action"; "form_token" };
};

-- path → what stands before such a field
hostile.forms = { ["/invites_start"] = "x=y&" };

-- () → name → content of a file to import
function hostile.files()
	return {
		["spaces before commas"] = "[\n{}"..(" "):rep(200000)..",\n{}"..(" "):rep(200000).."x\n]\n";
		["deep lists"] = "[\n"..("["):rep(200000).."\n]\n";
		["one line"] = ("["):rep(400000); large = "["..("{\"a\":1},"):rep(100000).."{}]"; nothing = "";
		["one object"] = "{\"a\":\""..("\\u0061"):rep(21000).."\"}";
	};
end

-- (bytes) → name → JSON that another module, or somebody in the database, may have given an invite
function hostile.data(size)
	local few = math.min(size // 4, 1500); -- more are read, but take `list --json` longer than the limit where the machine has much to do
	return {
		tables = "{\"x\":["..("[],"):rep(few).."[]],\"note\":\""..("x"):rep(size - 3 * few - 20).."\"}"; note = "{\"note\":\""..("x"):rep(size - 11).."\"}";
		unclean = "{\"note\":\""..("\\u0001"):rep((size - 11) // 6).."\"}"; ["too many"] = "["..("[],"):rep((size - 4) // 3).."[]]";
	};
end

-- Nodes of our ad-hoc commands, with the fields of their forms.
hostile.commands = {
	["urn:xmpp:invite#invite"] = {};
	["urn:xmpp:invite#create-account"] = { "username"; "roster-subscription"; "lifetime"; "uses"; "role"; "message"; "note" };
	["xmpp:prosody-invites/adhoc#contact"] = { "invitee"; "lifetime"; "message"; "note" };
	["xmpp:prosody.im/mod_invites_adhoc#password-reset"] = { "accountjid" };
	["xmpp:prosody-invites/adhoc#own"] = { "which"; "user"; "invite"; "action"; "lifetime"; "note"; "step" };
	["xmpp:prosody-invites/adhoc#all"] = { "which"; "user"; "invite"; "action"; "lifetime"; "note"; "step" };
};

return hostile;
