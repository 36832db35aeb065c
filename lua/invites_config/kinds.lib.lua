-- The kinds of values that options have. A kind: { expects = in words, read = function (value) → value as our files take it, or nil if it is not
-- understood; for lists and maps also an array of the elements that were left out }. Nothing here raises an error, whatever the value is.

local lfs = require "lfs";
local ip = require "util.ip";
local jid = require "util.jid";
local resolve_relative_path = require "util.paths".resolve_relative_path;
local is_utf8 = require "util.encodings".utf8.valid;

local duration = require_once "invites_lib/duration";

local kinds = {};

local longest_text = 2000; -- bytes
local longest_period = 1000 * 366 * 86400; -- seconds
local longest_list = 1000;

-- (number, or text of digits alone) → whole number, or nil
local function whole(value)
	if type(value) == "string" and #value <= 20 then value = tonumber(value:match("^%s*(%d+)%s*$")); end
	if type(value) ~= "number" or value % 1 ~= 0 or math.abs(value) > 2 ^ 53 then return nil; end -- also NaN and infinity
	return math.floor(value);
end

-- Characters that break a line or turn the text around: controls (C0, DEL, C1), U+2028 to U+202E, U+2066 to U+2069, U+FFFE, U+FFFF.
local unprintable = { "%c", "\194[\128-\159]", "\226\128[\168-\174]", "\226\129[\166-\169]", "\239\191[\190\191]" };

-- (value) → is it a text of one line that can be printed?
local function is_text(value)
	if type(value) ~= "string" or #value > longest_text or not value:find("%S") or not is_utf8(value) then return false; end
	for _, pattern in ipairs(unprintable) do
		if value:find(pattern) then return false; end
	end
	return true;
end

-- (words, function (text) → value or nil) → kind
local function of_text(expects, read)
	return { expects = expects; read = function (value)
		if is_text(value) then return read(value); end
	end };
end

-- As Prosody reads them.
local booleans = { [true] = true; ["true"] = true; [1] = true; [false] = false; ["false"] = false; [0] = false };
kinds.boolean = { expects = "`true` or `false`"; read = function (value)
	if value ~= value then return nil; end
	return booleans[value];
end };

function kinds.whole(least, most)
	return { expects = ("a whole number from %d to %d"):format(least, most); read = function (value)
		local number = whole(value);
		return number and number >= least and number <= most and number or nil;
	end };
end

-- math.huge is "no limit".
function kinds.limit(least, most)
	local number = kinds.whole(least, most);
	return { expects = number.expects..", or `\"unlimited\"`"; read = function (value)
		if value == "unlimited" then return math.huge; end
		return number.read(value);
	end };
end

-- (the shortest that makes sense, as it is written) → kind; seconds, math.huge for "never"
function kinds.period(shortest)
	local least = shortest and duration.seconds(shortest) or 1;
	local expects = "seconds, a text such as `\"2 weeks\"`, or `\"never\"`"..(shortest and ("; `%q` at least"):format(shortest) or "");
	return { expects = expects; read = function (value)
		local seconds = whole(value) or duration.or_never(value);
		return seconds and seconds >= least and (seconds <= longest_period or seconds == math.huge) and seconds or nil;
	end };
end

kinds.text = of_text("a text of one line", function (text) return text; end);

kinds.module_name = of_text("the name of a module without `mod_`", function (text) return text:match("^[%w_]+$"); end);

kinds.colour = of_text("a colour such as `\"#1c6b4a\"`", function (text) return text:match("^#%x%x%x%x%x%x$"); end);

-- An address that the browser opens. Scripts (javascript:) and data: are none.
kinds.url = of_text("an address that begins with `https://` or `http://`", function (text)
	return text:find("^[Hh][Tt][Tt][Pp][Ss]?://[^%s/]") and not text:find("%s") and text or nil;
end);

-- Likewise, with variables in braces.
kinds.template = of_text("an address that begins with `https://` or `http://`, with variables", kinds.url.read);

local schemes = { http = true; https = true; mailto = true; xmpp = true; tel = true };
kinds.link = of_text("an address (`https:`, `http:`, `mailto:`, `xmpp:`, `tel:`)", function (text)
	local scheme = text:match("^(%a[%w+.-]*):%S+$");
	return scheme and schemes[scheme:lower()] and text or nil;
end);

-- Relative to our page, to the server, or anywhere.
kinds.place = of_text("an address (`https://` or `http://`), or a path of this server, with variables", function (text)
	if text:find("%s") or text:find("^%a[%w+.-]*:") and not kinds.url.read(text) then return nil; end
	return text;
end);

-- (text, function () → folder at which relative paths begin, "file" or "directory") → path of what is there and can be read, or nil
local function readable(text, folder, mode)
	local path = resolve_relative_path(folder(), text);
	local file = lfs.attributes(path, "mode") == mode and io.open(path, "rb");
	if file then file:close(); end
	return file and path or nil;
end

-- (function () → folder at which relative paths begin) → kind
function kinds.folder(base)
	return of_text("the path of a folder that is there and that Prosody can read", function (text) return readable(text, base, "directory"); end);
end

local pictures = { svg = true; png = true; jpg = true; jpeg = true; webp = true; gif = true };
function kinds.picture(base)
	return of_text("the path of a picture (svg, png, jpg, webp, gif) that is there and that Prosody can read", function (text)
		return pictures[(text:match("%.(%w+)$") or ""):lower()] and readable(text, base, "file");
	end);
end

kinds.database = of_text("a path, `\"postgresql://…\"`, or `\"sql\"`", function (text)
	if text:find("^postgresql://") or text:find("^postgres://") then return text; end
	return not text:find("^%a[%w+.-]*:") and not text:find("/$") and text or nil;
end);

local function is_name(value) return value == nil or type(value) == "string" and value ~= ""; end

-- Prosody's own tables.
kinds.sql = { expects = "`{ driver = \"PostgreSQL\"; database = …; … }`"; read = function (value)
	local fits = type(value) == "table" and value.driver == "PostgreSQL" and value.database ~= nil and is_name(value.database)
		and is_name(value.username) and (value.password == nil or type(value.password) == "string") and (value.host == nil or type(value.host) == "string")
		and (value.port == nil or whole(value.port));
	return fits and value or nil;
end };

-- (IPv4 or IPv6 address, or network with "/BITS") → the same, or nil
local function network(text)
	local address, bits = text:match("^([%x.:]+)/?(%d*)$");
	if not address or text:sub(-1) == "/" or #text > 50 then return nil; end
	local ok, known = pcall(ip.new_ip, address);
	if not ok or not known or bits ~= "" and tonumber(bits) > (known.proto == "IPv4" and 32 or 128) then return nil; end
	return text;
end
kinds.network = of_text("IP addresses or networks, such as `\"10.0.0.0/8\"`", network);

kinds.port = kinds.whole(1, 65535);
kinds.port.expects = "port numbers";

-- One of these texts. (words…)
function kinds.word(...)
	local known, names = {}, {};
	for i, name in ipairs { ... } do known[name], names[i] = name, ("`%q`"):format(name); end
	return { expects = table.concat(names, ", "); read = function (value) return type(value) == "string" and known[value] or nil; end };
end

-- (value) → true, or false: it is no table, or has holes, other keys or too many elements
local function is_list(value)
	if type(value) ~= "table" then return false; end
	local count = 0;
	for key in next, value do
		count = count + 1;
		if type(key) ~= "number" or count > longest_list then return false; end
	end
	for i = 1, count do
		if rawget(value, i) == nil then return false; end
	end
	return true;
end

-- (kind of its elements; is the whole list worth nothing if an element is not understood?) → kind. A single element may stand for a list of it.
function kinds.list(element, is_strict)
	return { expects = "a list of "..element.expects; read = function (value)
		if type(value) ~= "table" then value = { value }; end
		if not is_list(value) then return nil; end
		local list, left_out = {}, {};
		for _, written in ipairs(value) do
			local read = element.read(written);
			table.insert(read ~= nil and list or left_out, read ~= nil and read or written);
		end
		if left_out[1] ~= nil and (is_strict or list[1] == nil) then return nil; end
		return list, left_out;
	end };
end

-- (kind of its values; names of its keys, or none: any) → kind
function kinds.map(element, ...)
	local known, names = {}, {};
	for i, name in ipairs { ... } do known[name], names[i] = true, "`"..name.."`"; end
	local keys = names[1] and "with any of "..table.concat(names, ", ") or "from names";
	return { expects = ("a table %s, each %s"):format(keys, element.expects); read = function (value)
		if type(value) ~= "table" then return nil; end
		local map, left_out = {}, {};
		for key, written in next, value do
			local read = type(key) == "string" and (known[key] or not names[1]) and element.read(written);
			if read then map[key] = read; else table.insert(left_out, { [key] = written }); end
		end
		if left_out[1] and next(map) == nil then return nil; end
		return map, left_out;
	end };
end

-- Addresses of accounts, in whatever shape of table: a mistake beside an address must not take it out.
kinds.accounts = { expects = "a list of addresses such as `\"juliet@example.com\"`"; read = function (value)
	local list, left_out = {}, {};
	for _, written in next, type(value) == "table" and value or { value } do
		local address = is_text(written) and jid.prep(written);
		local is_account = address and jid.node(address);
		table.insert(is_account and list or left_out, is_account and jid.bare(address) or written);
	end
	if left_out[1] ~= nil and not list[1] then return nil; end
	return list, left_out;
end };

-- An app: the id of a known one, or a table that mod_register_apps reads.
kinds.app = { expects = "ids of apps, or tables"; read = function (value)
	return (type(value) == "table" or is_text(value)) and value or nil;
end };

-- A field of the registration form: the name of a known one, or a table as util.dataforms takes it.
kinds.field = { expects = "names such as `\"email\"` or `\"email+\"`, or tables"; read = function (value)
	if type(value) == "table" then return type(value.name) == "string" and is_text(value.name) and value or nil; end
	return is_text(value) and value or nil;
end };

kinds.table = { expects = "a table"; read = function (value) return type(value) == "table" and value or nil; end };

return kinds;
