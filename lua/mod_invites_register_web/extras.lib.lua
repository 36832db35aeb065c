-- The fields that the option additional_registration_fields adds to the form: how they are shown, and how their values are read.
--
-- Returns function (mod_invites, mod_invites_register) → { read, show, lacking }

local is_utf8 = require "util.encodings".utf8.valid;

local length = require_once "passwords".length;

local longest, longest_text = 250, 1000; -- characters of a line, of a text of several lines
local prefix = "extra_"; -- of their names in the form, so that none clashes with our own fields

local of_many_lines = { ["text-multi"] = true; ["list-multi"] = true; ["jid-multi"] = true };

-- How browsers complete the known fields (HTML, section 4.10.18.7.1), and which keyboard a phone shows.
local autocomplete = {
	nick = "nickname"; name = "name"; first = "given-name"; last = "family-name"; email = "email"; address = "street-address"; city = "address-level2";
	state = "address-level1"; zip = "postal-code"; phone = "tel"; url = "url"; date = "bday";
};
local keys = { email = "email"; phone = "tel"; url = "url" };

-- (field) → array of { value, label }, or nil: the field takes any text
local function choices(field)
	if field.type ~= "list-single" then return nil; end
	local list = {};
	for _, one in ipairs(field.options or type(field.value) == "table" and field.value or {}) do
		local value = type(one) == "table" and one.value or one;
		table.insert(list, { value = tostring(value); label = type(one) == "table" and one.label or tostring(value) });
	end
	return list;
end

return function (invites, gate)
	local extras = {};

	-- (text) → the same without spaces around it, or nil, id of the text that says what is wrong
	local function line(text)
		local clean = invites.input.line(text, longest);
		if clean then return clean; end
		return nil, length(text) > longest and "error-extra-long" or "error-extra-invalid";
	end

	-- (text of several lines) → array of lines, or nil, id as above
	local function lines(text)
		if #text > longest_text * 4 then return nil, "error-extra-long"; end
		local list = {};
		for one in text:gmatch("[^\r\n]+") do
			local clean, problem = line(one);
			if not clean then return nil, problem; end
			table.insert(list, clean);
		end
		return list;
	end

	local function fits(field, value)
		if field.name == "email" and value ~= "" and not value:find("^[^%s@]+@[^%s@]+$") then return nil, "error-extra-email"; end
		local list = choices(field);
		if not list or value == "" then return value; end
		for _, choice in ipairs(list) do
			if choice.value == value then return value; end
		end
		return nil, "error-extra-invalid";
	end

	-- (field, text as it was sent) → value for mod_invites_register, or nil, id as above
	local function read(field, text)
		if field.type == "boolean" then return text ~= "" and "1" or "0"; end
		if field.type == "hidden" then return field.value; end
		if of_many_lines[field.type] then return lines(text); end
		if field.type == "text-private" then
			if length(text) > longest then return nil, "error-extra-long"; end
			if text:find("%c") or not is_utf8(text) then return nil, "error-extra-invalid"; end
			return text;
		end
		local clean, problem = line(text);
		if not clean then return nil, problem; end
		return fits(field, clean);
	end

	-- (fields of the form) → map name → value, map name → id of the text that says what is wrong, or nil: all is well; map name → text as it was sent
	function extras.read(fields)
		local values, problems, sent = {}, {}, {};
		for _, field in ipairs(gate.additional.fields) do
			local name = field.name;
			sent[name] = fields[prefix..name] or "";
			local value, problem = read(field, sent[name]);
			values[name] = value;
			if problem and values[name] == nil then problems[name] = problem; end
			if values[name] == "" then values[name] = nil; end
		end
		local _, wrong = gate.additional.read(values);
		for name in pairs(wrong or {}) do
			problems[name] = problems[name] or (sent[name] == "" and "error-extra-missing" or "error-extra-invalid");
		end
		return values, next(problems) and problems or nil, sent;
	end

	-- (table of texts, map name → text that was sent or nil, problems or nil) → array of fields for the template
	function extras.show(t, sent, problems)
		local list = {};
		for i, field in ipairs(gate.additional.fields) do
			if field.type ~= "hidden" then
				local name, kind = field.name, field.type;
				local value = sent and sent[name] or "";
				local options = choices(field);
				for _, choice in ipairs(options or {}) do choice.selected = choice.value == value; end
				table.insert(list, {
					id = "extra-"..i; name = prefix..name; label = field.is_known and t["extra-"..name] or field.label or name;
					value = kind ~= "text-private" and value or ""; options = options; is_area = of_many_lines[kind]; is_box = kind == "boolean";
					is_line = not options and not of_many_lines[kind] and kind ~= "boolean"; type = kind == "text-private" and "password" or "text";
					checked = kind == "boolean" and value ~= "" or nil; required = field.required and true or nil;
					hint = kind ~= "boolean" and (field.required and t.extra_required or t.extra_optional) or nil;
					problem = problems and problems[name] and t[problems[name]] or nil; keys = keys[name] or "text"; autocomplete = autocomplete[name] or "off";
				});
			end
		end
		return list;
	end

	-- (the admin's own template) → names of the required fields that it lacks
	function extras.lacking(template)
		local names = {};
		for _, field in ipairs(gate.additional.fields) do
			if field.required and field.type ~= "hidden" and not template:find(prefix..field.name, 1, true) and not template:find("extras#", 1, true) then
				table.insert(names, prefix..field.name);
			end
		end
		return names;
	end

	return extras;
end
