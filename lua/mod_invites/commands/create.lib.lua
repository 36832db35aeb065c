-- The commands that create invites.

local new_id = require "util.id".medium;

local command = require_once "invites_core".command;
local format = require_once "commands/format";
local need = require_once "commands/need";
local print_qr = require_once "terminal/output".qr;
local compat = require_once "invites_lib/compat";

local create = {};

local function spec_of(request)
	local data = request.spec.data;
	if data and data.roles then data.roles = compat.roles(data.roles); end
	return request.spec;
end

-- Warns where many people would get a powerful role.
local function warn(out, request)
	for _, line in ipairs(request.warnings) do out.aside(line); end
end

local function make(invites, out, request)
	local invite = need(invites.make(spec_of(request)));
	warn(out, request);
	if request.qr then need(print_qr(invites, out, invite.link)); end
	return invite;
end

local function link(...) return true, make(...).link; end

create.create_account, create.create_contact, create.generate = link, link, link;

function create.create_reset(invites, out, request)
	local invite = make(invites, out, request);
	out.print(invite.link);
	return true, ("Password reset link for %s %s"):format(request.user_jid, format.validity(invite.valid_until));
end

-- (invites, out, request, function (invite), called for each) → true, or nil, code, words for detail
local function make_many(invites, out, request, take)
	local spec, wanted, made = spec_of(request), request.number, 0;
	warn(out, request);
	while made < wanted do
		if spec.data and spec.data.sheet then spec.data.sheet.number = made + 1; end
		local batch, code = invites.make_many(spec, math.min(out.batch, wanted - made));
		if not batch then return nil, code, ("after %d of %d invites"):format(made, wanted); end
		for _, invite in ipairs(batch) do take(invite); end
		made = made + #batch;
		out.progress(made, wanted, "invites created");
		if not out.yield(true) then return nil, "nobody-reads", ("after %d of %d invites"):format(made, wanted); end
	end
	return true;
end

function create.bulk(invites, out, request)
	out.machine();
	out.write(command.head "csv");
	request.spec.form = "csv";
	need(make_many(invites, out, request, function (invite) out.write(invite.text); end));
	return true, format.count(request.number, "invite").." created";
end

function create.sheet(invites, out, request)
	local sheet, private_file = require_once "invites_web/page/sheet", require_once "commands/private_file";
	local cards, tag = {}, (invites.i18n.choose(request.lang));
	local spec = request.spec;
	spec.data = spec.data or {};
	spec.data.note, spec.data.sheet = spec.data.note or request.title, { id = new_id(); title = request.title; of = request.number };
	local done, code, detail;
	-- The file comes first: an invite that is on no card would be lost.
	local path = private_file.write(request.file, out, function (file)
		done, code, detail = make_many(invites, out, request, function (invite) table.insert(cards, sheet.card(invites, invite, tag)); end);
		need(cards[1], code, detail);
		file.write(sheet.page(invites, table.concat(cards), tag));
	end);
	need(done, code, detail);
	return true, ("%s written to %s. Print them from a browser. Anybody who has a card can use it"):format(format.count(#cards, "card"), path);
end

return create;
