-- The fields that the option additional_registration_fields adds to the form (src/web/extra_fields).

local gate = module:depends "invites_register";
local new_fields = require_once "invites_core".web.extra_fields;

local extras, fields = {}, new_fields(gate.additional.fields);

-- (fields of the form) → map name → value, map name → id of the text that says what is wrong, or nil: all is well; map name → text as it was sent
function extras.read(form)
	local values, problems, sent = fields:read(form);
	local _, wrong = gate.additional.read(values);
	for name in pairs(wrong or {}) do
		problems[name] = problems[name] or (sent[name] == "" and "error-extra-missing" or "error-extra-invalid");
	end
	return values, next(problems) and problems or nil, sent;
end

-- (table of texts, map name → text that was sent or nil, problems or nil) → array of fields for the template
function extras.show(t, sent, problems)
	local list = fields:show(sent or {}, problems or {});
	for _, field in ipairs(list) do
		field.label = field.label_id and t[field.label_id] or field.label;
		field.hint, field.problem = field.hint and t[field.hint], field.problem and t[field.problem];
	end
	return list;
end

-- (the admin's own template) → names of the required fields that it lacks
function extras.lacking(template) return fields:lacking(template); end

return extras;
