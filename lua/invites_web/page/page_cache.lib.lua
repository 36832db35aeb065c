-- Pages that are the same for many but for a few words, such as a link: made once, with marks in place of these words, and put together from then on.
--
-- Returns function () → keep: function (key; name → word; function (name → mark) → HTML) → HTML with the words. Whatever else the HTML depends
-- on must be in the key. The function that makes it gets none of the words, so that it can't show one invite's to the holder of another.

local cache = require "util.cache";
local to_hex = require "util.hex".encode;
local random_bytes = require "util.random".bytes;
local xml_escape = require "util.stanza".xml_escape;

local most_kept = 200;

-- Letters and digits alone, so that nothing on the way changes it, and none that anybody could have written.
local mark_begins = "mark"..to_hex(random_bytes(16));

local marks = setmetatable({}, { __index = function (known, name)
	known[name] = mark_begins..name.."x";
	return known[name];
end });

-- (HTML with marks) → array in which HTML and places for words take turns, names of these words in order
local function split(html)
	local parts, names, at = {}, {}, 1;
	for from, name, after in html:gmatch("()"..mark_begins.."(%l-)x()") do
		table.insert(parts, html:sub(at, from - 1));
		table.insert(parts, "");
		table.insert(names, name);
		at = after;
	end
	table.insert(parts, html:sub(at));
	return parts, names;
end

return function ()
	local kept = cache.new(most_kept);

	return function (key, words, make)
		local page = kept:get(key);
		if not page then
			local parts, names = split(make(marks));
			page = { parts = parts; names = names };
			kept:set(key, page);
		end
		local parts = page.parts;
		for i, name in ipairs(page.names) do parts[2 * i] = xml_escape(words[name]); end
		return table.concat(parts);
	end;
end
