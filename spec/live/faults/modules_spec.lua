-- Odd values from other modules, and clocks that are wrong. They are refused or read as what they mean.

local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host = "verona.example";
local refused, invalid = Fixture.refused, Fixture.invalid;
local cheap = { default_iteration_count = paths.version == "0.12" and 100 or 4096 };

-- For code inside the server: `odd` is a list of values that nobody should pass as anything; `is_answer` says what functions of the API may answer.
local oddities = [[
	local cycle = {}; cycle.cycle = cycle;
	local deep = {}; do local t = deep; for _ = 1, 200000 do t.t = {}; t = t.t; end end
	local wide = {}; for i = 1, 100000 do wide[i] = i; end
	local function refuse() error("asked for what it must not see"); end
	local hostile = setmetatable({}, { __index = refuse, __newindex = refuse, __pairs = refuse, __len = refuse, __tostring = refuse, __call = refuse,
		__eq = refuse, __lt = refuse, __concat = refuse, __name = "hostile" });
	local odd = { true, false, 0, -1, 1, 1.5, 1700000000.0, math.huge, -math.huge, 0/0, 2^53, 2^63, -2^63, math.maxinteger, math.mininteger, 1e308,
		"", " ", "x", "a@b", "romeo", "ROMEO", "\0", "a\0b", "\255\254", ("x"):rep(1000000), "10", "1e3", "nan", "never", "%s", "\r\n",
		{}, { 1, 2, x = 3 }, { [1] = 1, [3] = 3 }, { [1.5] = 1 }, { [true] = 1 }, { x = 0/0 }, { x = math.huge }, { x = "\255" }, { ["\255"] = 1 },
		cycle, deep, wide, { f = refuse }, { x = coroutine.create(refuse) }, { x = io.stdout }, { hostile = hostile },
		{ roles = 1 }, { roles = { 1 } }, { roles = { {} } }, { groups = refuse }, { allow_reset = 1 }, { allow_reset = true },
		{ allow_reset = "nobody" }, { allow_reset = {} }, { token = "x" }, { token = {} }, { token = 0/0, username = {} },
		{ token = "x", type = "roster", username = 1 },
		refuse, coroutine.create(refuse), io.stdout, setmetatable({}, { __tostring = function () return 7; end }) };
	local n = #odd + 1; -- the last one is nil
	local function show(value) return type(value)..": "..(type(value) == "table" and "…" or tostring(value)):sub(1, 40); end
]];

describe("a module that calls with", function ()
	-- Who says that an account was made hears so if it can't be counted.
	local fixture;
	fixture = Fixture.shared(host, { options = cheap }, function () fixture:account("romeo"); end, {
		"^An invite was used for the account ", "^The invite of .* could not be redeemed", "was made through an invite that had no use left";
	});

	it("odd arguments gets an answer or a refusal", function ()
		local calls, wrong = fixture:eval(oddities..[[
			local plausible = { create_account = { nil, nil, nil }, create_account_reset = { "romeo", nil, nil }, create_contact = { "romeo", true, nil, nil },
				create_group = { { "g" }, nil, nil }, get_account_invite_info = { "x" }, delete_account_invite = { "x" }, get = { "x", nil },
				use = { "x" }, claim = { {}, "x" }, redeem = { {}, "x" }, release = { {} }, settle = { {} }, spend = { {}, nil }, open_name = { "x" } };
			local parameters = { create_account = 3, create_account_reset = 3, create_contact = 4, create_group = 3, get_account_invite_info = 1,
				delete_account_invite = 1, get = 2, use = 1, claim = 2, redeem = 2, release = 1, settle = 1, spend = 2, open_name = 1 };
			local calls, wrong = 0, {};
			for name, count in pairs(parameters) do
				for at = 1, count do
					for i = 1, n do
						local arguments = {};
						for j = 1, count do arguments[j] = plausible[name][j]; end
						arguments[at] = odd[i];
						local ok, result, code = pcall(invites[name], table.unpack(arguments, 1, count));
						calls = calls + 1;
						local made = type(result) == "table" and math.type(result.expires) ~= "float" and not (result.expires and result.expires < os.time());
						if not ok or not (result == true or made or result == nil and invites.refusals[code]) then
							table.insert(wrong, name.."#"..at.." "..show(odd[i]).." → "..tostring(result).." "..tostring(code));
						end
					end
				end
			end
			return calls, wrong;
		]]);
		assert.same({}, wrong);
		assert.is_true(calls > 1000);
	end);

	it("a good invite and odd names gets a refusal, and the invite stays good", function ()
		local token = fixture:invite("create_account");
		local wrong = fixture:eval(oddities..[[
			local token, wrong = ..., {};
			for i = 1, n do
				local value = odd[i];
				local name = type(value) == "string" and value or nil;
				local validated = invites.get(token);
				local ok, result, code = pcall(invites.claim, validated, value);
				if not ok or result and not name or result == nil and not invites.refusals[code] then
					table.insert(wrong, show(value).." → "..tostring(result).." "..tostring(code));
				end
				pcall(invites.release, validated);
			end
			return wrong;
		]], token);
		assert.same({}, wrong);
		assert.is_true(fixture:usable(token));
		fixture:register("tybalt", token);
	end);

	it("odd events neither fails nor gets anybody in", function ()
		local wrong = fixture:eval(oddities..[[
			local wrong = {};
			local function fire(name, event, what)
				local ok, err = pcall(module.fire_event, module, name, event);
				if not ok then table.insert(wrong, name.." "..what.." → "..tostring(err)); end
				if name == "user-registering" and type(event) == "table" and rawget(event, "allowed") ~= false then
					table.insert(wrong, name.." "..what.." was allowed");
				end
			end
			for i = 1, n do
				local value, what = odd[i], show(odd[i]);
				fire("user-password-reset", value, what);
				fire("user-registering", { username = "x"..i, host = host, allowed = true, validated_invite = value }, "with invite "..what);
				fire("user-registering", { username = value, host = host, allowed = true, validated_invite = invites.get("x") }, "with name "..what);
				fire("user-registering", { username = "x"..i, password = value, host = host, allowed = true }, "with password "..what);
				fire("user-password-reset", { username = value, host = host }, "with name "..what);
				pcall(module.fire_event, module, "invite-created", value);
				if type(value) == "string" and value ~= "romeo" and #value < 100 then -- others are too much for Prosody itself
					prosody.events.fire_event("user-deleted", { username = value, host = host });
				end
			end
			return wrong;
		]]);
		assert.same({}, wrong);
	end);
end);

describe("a clock that is wrong", function ()
	local no_use = "made through an invite that had no use left";
	local fixture = Fixture.shared(host, { options = cheap }, nil, { no_use });

	local year = 365 * 86400;

	for _, jump in ipairs { 20 * year, 300 * year, 7000 * year, -20 * year, -56 * year } do
		it(("by %d years keeps nobody from registering"):format(jump // year), function ()
			local name = ("user%d"):format(jump // year):gsub("%-", "m");
			local before = fixture:invite("create_account");
			local early = fixture:stream(before);
			fixture:pass(jump);
			assert.is_true(early:register(name.."a", "secret"));
			local token = fixture:invite("create_account");
			local client = fixture:stream(token);
			assert.is_true(client:register(name.."b", "secret"));
			refused(invalid, fixture:stream():preauth(token));
			local late = fixture:invite("create_account", name.."c");
			fixture:eval("for _, invite in invites.pending_account_invites() do assert(math.type(invite.expires) == 'integer'); end");
			fixture:undo();
			if jump > 0 then
				fixture:register(name.."c", late);
			else
				refused(invalid, fixture:stream():preauth(late));
				assert.is_true(fixture:stream(fixture:invite("create_account")):register(name.."c", "secret")); -- the reservation has ended with it
			end
		end);
	end

	it("before 1970 is as good as 1970", function ()
		local token = fixture:invite("create_account");
		fixture:replace("os", "time", "return ... and old(...) or -5");
		fixture:register("nurse", token);
		refused(invalid, fixture:stream():preauth(token));
	end);

	it("in the middle of a registration ends in one account", function ()
		for n, jump in ipairs { year, -year } do
			local token = fixture:invite("create_account", nil, nil, 10 * year);
			local client, other = fixture:stream(token), fixture:stream(token);
			local id = fixture:register_slowly(client, "slow"..n);
			fixture:pass(jump);
			other:register("fast"..n, "secret"); -- it seems that the first one has vanished
			client:reply(id);
			fixture:undo();
			assert.is_true(fixture:account_exists("slow"..n) ~= fixture:account_exists("fast"..n)
				or fixture.server:wait_log(no_use, 0) ~= nil);
		end
	end);
end);
