-- The section "invites_api" of the admin shell: create, list, delete.
--
-- Returns function (keys): adds the commands.

local human_io = require "util.human.io";
local modulemanager = require "core.modulemanager";

local management = module:require "management";

local usual_width = 130; -- 0.12 does not know how wide the terminal is

local commands = {
	{
		name = "create"; desc = "Make a key with which invites can be made over HTTP, and show it: nobody can tell it again";
		args = { { name = "host"; type = "string" }, { name = "name"; type = "string" } };
		flags = { value_params = { expires_after = true; methods = true } };
		run = function (keys, _, name, flags, more)
			if type(name) == "table" then name, flags = nil, name; end -- on 0.12, which has no flags: create(host, name, { methods = "POST" })
			if flags ~= nil and type(flags) ~= "table" or more then return nil, "Names with spaces need quotes"; end
			local shown, err = management.create(keys, name, flags or {});
			return shown and true, shown or err;
		end;
	};
	{
		name = "list"; desc = "List the keys of a host";
		args = { { name = "host"; type = "string" } };
		run = function (keys, session)
			local list, err = management.list(keys);
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
			return true, ("%d keys"):format(#list);
		end;
	};
	{
		name = "delete"; desc = "Delete a key";
		args = { { name = "host"; type = "string" }, { name = "id"; type = "string" } };
		run = function (keys, _, id)
			local done, err = management.delete(keys, id);
			return done and true, done or err;
		end;
	};
};

return function (keys)
	module.environment.keys = keys;
	if module.may then -- 13.0
		for _, command in ipairs(commands) do
			module:add_item("shell-command", {
				section = "invites_api"; section_desc = "Keys with which invites can be made over HTTP";
				name = command.name; desc = command.desc; args = command.args; host_selector = "host"; flags = command.flags;
				handler = function (self, _, ...) return command.run(keys, self.session, ...); end;
			});
		end
		return;
	end
	-- 0.12 has one table for all hosts, filled by whichever is loaded last: the host is looked up when the command runs.
	local section = {};
	for _, command in ipairs(commands) do
		section[command.name] = function (self, host, ...)
			local api = type(host) == "string" and modulemanager.get_module(host, "invites_api");
			if not api then return nil, "mod_invites_api is not loaded on "..tostring(host); end
			return command.run(api.keys, self.session, ...);
		end
	end
	module:shared("/*/admin_shell/env").invites_api = section;
end
