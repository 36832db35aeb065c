-- Loads the Rust library of the suite and says what its refusals mean to the world outside.
--
-- mod_invites requires this file, and what fills in pages; the other modules of the suite find `refusals` in what module:depends "invites" returns.
-- Returns what the library offers (src/lua/mod.rs) and `refusals`, or raises after one log line that says what is missing and what to do about it.

local lua_version = _VERSION:match("%d+%.%d+");
local this_directory = debug.getinfo(1, "S").source:match("^@(.*[/\\])") or "./";

-- (path) → what is in the file, or nil
local function content(path)
	local file = io.open(path, "rb");
	if not file then return nil; end
	local text = file:read("*a");
	file:close();
	return text;
end

-- What these Lua files expect of the library: it has the id of its own time (spec/tools/interface.lua).
local interface = (content(this_directory.."interface") or ""):match("invites interface %x+") or "no interface";

-- Prosody's plugin installer keeps compiled libraries in a tree that is not part of package.cpath.
local function places()
	-- Two copies of the library in one process would break each other's locks on the database.
	if prosody.invites_core_path then return { prosody.invites_core_path }; end
	local list = { this_directory.."invites_core.so" };
	table.insert(list, (package.searchpath("invites_core", package.cpath)));
	if prosody.paths.installer then
		table.insert(list, prosody.paths.installer.."/lib/lua/"..lua_version.."/invites_core.so");
	end
	return list;
end

local function readable(path)
	local file, err = io.open(path, "rb");
	if not file then return nil, err:find("No such file", 1, true) and "not there" or err:gsub("^.*: ", ""); end
	file:close();
	return true;
end

-- A library for another Lua misses functions of this one, which is all that the system's loader can say about it.
local function explain(err)
	err = tostring(err):gsub("%s+", " ");
	if err:find("undefined symbol: lua", 1, true) then
		return ("built for another Lua than %s (%s)"):format(lua_version, err:match("undefined symbol: [%w_]+"));
	end
	return err;
end

-- path → table of functions, or nil, reason
local function load_from(path)
	local found, reason = readable(path);
	if not found then return nil, reason; end
	local open, err = package.loadlib(path, "luaopen_invites_core");
	if not open then return nil, explain(err); end
	local ok, library = pcall(open);
	if not ok then return nil, explain(library); end
	if library.interface ~= interface then
		-- What a process has loaded once it keeps, whatever the file is by now.
		local is_replaced = (content(path) or ""):find(interface, 1, true);
		return nil, is_replaced and "newer than the one that Prosody has loaded: restart Prosody"
			or ("not of the same version as the Lua files (it has %s, they have %s)"):format(library.interface or "no interface", interface);
	end
	return library;
end

local function load_library()
	local tried = {};
	for _, path in ipairs(places()) do
		local library, reason = load_from(path);
		if library then
			prosody.invites_core_path = path; -- luacheck: ignore 122
			return library;
		end
		table.insert(tried, ("%s: %s"):format(path, reason));
	end
	local what = table.concat(tried, "; ");
	require_once "invites_lib/log_once"("invites_core.so", ("No registration by invite: the library invites_core.so (for Lua %s) could not be loaded. "
		.."Looked at: %s; and in Lua's package.cpath. Build it with 'make', or install it with 'make install PREFIX=...', for the Lua that runs Prosody")
		:format(lua_version, what));
	error(("invites_core.so could not be loaded: %s"):format(what), 0);
end

-- What strangers are told about every token that does not work, whatever the reason (XEP-0445, section 3): the code is for the debug log.
-- (what its creator and admins are told, or nil: the same)
local function invalid_token(owner_text)
	return { type = "cancel"; condition = "item-not-found"; text = "The provided token is invalid or expired"; status = 404; owner_text = owner_text };
end

-- code → { type and condition of the stanza error, text for people, HTTP status, owner_text for those who may know more }. All codes but two are
-- those of src/refusal.rs.
local refusals = {
	["no-token"] = { type = "modify"; condition = "bad-request"; text = "No token was provided"; status = 400 };

	["token-invalid"] = invalid_token "There is no such invite";
	["token-expired"] = invalid_token "The invite has expired";
	["token-used"] = invalid_token "The invite has been used";
	["token-revoked"] = invalid_token "The invite has been revoked";
	["token-not-for-registration"] = invalid_token();
	["token-not-for-contact"] = invalid_token();
	["inviter-gone"] = invalid_token();
	["permit-spent"] = invalid_token();
	["invite-damaged"] = invalid_token "The row of this invite in the database is damaged"; -- the log says more

	["invite-in-use"] = { type = "wait"; condition = "resource-constraint"; text = "Somebody is using this invite, try again later"; status = 503 };

	["username-invalid"] = { type = "modify"; condition = "jid-malformed"; text = "This is not a valid username"; status = 400 };
	["username-too-long"] = { type = "modify"; condition = "not-acceptable"; text = "This username is too long"; status = 400 };
	["username-mismatch"] = { type = "modify"; condition = "not-acceptable"; text = "This invite is for another username"; status = 403 };
	["username-reserved"] = { type = "cancel"; condition = "conflict"; text = "The requested username is reserved"; status = 409 };
	["account-exists"] = { type = "cancel"; condition = "conflict"; text = "The requested username already exists."; status = 409 };
	["account-not-found"] = { type = "cancel"; condition = "item-not-found"; text = "There is no such account"; status = 404 };

	["data-invalid"] = { type = "modify"; condition = "bad-request"; text = "The data of the invite can't be kept"; status = 400 };
	["text-too-long"] = { type = "modify"; condition = "bad-request"; text = "This text is too long"; status = 400 };
	["text-unclean"] = { type = "modify"; condition = "bad-request"; text = "This text has characters that can't be shown"; status = 400 };
	["form-invalid"] = { type = "modify"; condition = "bad-request"; text = "This form can't be read"; status = 400 };
	["ttl-invalid"] = { type = "modify"; condition = "bad-request"; text = "The invite can't be valid for this long"; status = 400 };
	["uses-invalid"] = { type = "modify"; condition = "bad-request"; text = "The invite can't be used this often"; status = 400 };
	["ttl-too-long"] = { type = "modify"; condition = "bad-request"; text = "Your invites can't be valid for this long"; status = 400 };
	["uses-too-many"] = { type = "modify"; condition = "bad-request"; text = "Your invites can't be used this often"; status = 400 };
	["quota-pending"] = { type = "wait"; condition = "resource-constraint"; text = "Too many of your invites are still unused"; status = 429 };
	["quota-daily"] = { type = "wait"; condition = "resource-constraint"; text = "You have made too many invites today"; status = 429 };
	["not-allowed"] = { type = "auth"; condition = "forbidden"; text = "You may not make such an invite"; status = 403 };
	["reference-ambiguous"] = { type = "modify"; condition = "bad-request"; text = "This fits more than one invite"; status = 409 };

	-- The rate limit says this, and the library knows nothing of it (lua/mod_invites/rate_limit.lib.lua).
	["throttled"] = { type = "wait"; condition = "policy-violation"; text = "Too many invites that do not work, try again later"; status = 429 };

	-- Nor of this, which mod_invites_register says where accounts come from elsewhere (lua/invites_lib/provider).
	["managed-elsewhere"] = { type = "cancel"; condition = "not-allowed"; text = "Accounts of this server are managed elsewhere"; status = 403 };

	-- Never leaves mod_invites: the ledger asks about accounts, and is asked again with the answers.
	["ask"] = { type = "wait"; condition = "internal-server-error"; text = "The account could not be looked up"; status = 500 };
	["internal-server-error"] = { type = "wait"; condition = "internal-server-error"; text = "Invites don't work now, try again later"; status = 500 };
};

local library = load_library();
library.refusals = refusals;
return library;
