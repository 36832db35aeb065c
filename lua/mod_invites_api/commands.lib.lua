-- The section "invites_api" of the admin shell: create, list, delete.
--
-- Returns the section in the form that compat.add_shell_commands takes. `api` is this module on the host that a command names.

local human_io = require "util.human.io";

local management = require_once "management";
local format = require_once "mod_invites/commands/format";

local usual_width = 130; -- 0.12 does not know how wide the terminal is

return {
	name = "invites_api"; desc = "Keys with which invites can be made over HTTP"; module = "invites_api";
	{
		name = "create"; host_selector = "host"; desc = "Make a key with which invites can be made over HTTP, and show it: nobody can tell it again";
		args = { { name = "host"; type = "string" }, { name = "[name]"; type = "string" } };
		flags = { value_params = { expires_after = true; methods = true } };
		run = function (api, _, _, name, flags, more)
			if type(name) == "table" then name, flags = nil, name; end -- on 0.12, which has no flags: create(host, name, { methods = "POST" })
			if flags ~= nil and type(flags) ~= "table" or more then return nil, "Names with spaces need quotes"; end
			local shown, err = management.create(api.keys, name, flags or {});
			return shown and true, shown or err;
		end;
	};
	{
		name = "list"; host_selector = "host"; desc = "List the keys of a host";
		args = { { name = "host"; type = "string" } };
		run = function (api, session)
			local list, err = management.list(api.keys);
			if not list then return nil, err; end
			local print_row = human_io.table({
				{ title = "Id"; key = "id"; width = 12 };
				{ title = "Created"; key = "created"; width = 20 };
				{ title = "Expires"; key = "expires"; width = 20 };
				{ title = "Last use"; key = "last_used"; width = 20 };
				{ title = "Methods"; key = "methods"; width = 8 };
				{ title = "Name"; key = "name"; width = "100%" };
			}, session.width or usual_width);
			session.print(print_row());
			for _, key in ipairs(list) do
				session.print(print_row(key));
			end
			return true, format.count(#list, "key");
		end;
	};
	{
		name = "delete"; host_selector = "host"; desc = "Delete a key";
		args = { { name = "host"; type = "string" }, { name = "id"; type = "string" } };
		run = function (api, _, _, id)
			local done, err = management.delete(api.keys, id);
			return done and true, done or err;
		end;
	};
};
