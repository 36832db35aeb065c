-- Rooms in the forms of the commands that create invites, with rooms as Prosody's mod_muc has them.

local Fixture = require "spec.support.fixture";
local adhoc = require "spec.support.adhoc";

local rooms = "rooms.example.com";

-- (first part of its JID, fields of its configuration and affiliations) → room
local function room(name, settings)
	local function get(key) return function () return settings[key]; end; end
	return {
		jid = name.."@"..rooms; _data = settings; get_name = get "name"; get_public = get "public"; get_password = get "password";
		get_members_only = get "members_only"; get_allow_member_invites = get "allow_member_invites";
		get_affiliation = function (_, jid) return settings[jid]; end; each_occupant = function () return pairs {}; end;
	};
end

Fixture.describe("rooms in commands", adhoc.defaults, function (fixture)
	local client, host = adhoc.client(fixture), fixture.host;

	local function start()
		fixture:start { allow_user_invites = true };
		local there = {
			room("garden", { name = "Garden"; public = true }); room("crypt", { members_only = true; ["romeo@"..host] = "owner" });
			room("tomb", { public = true; destroyed = true }); room("cave", {}); room("ball", { public = true; ["romeo@"..host] = "outcast" });
		};
		for _, one in ipairs(there) do there[one.jid] = one; end
		_G.prosody.hosts[rooms] = { type = "component"; modules = { muc = {
			get_room_from_jid = function (jid) return there[jid]; end;
			live_rooms = function ()
				local at = 0;
				return function ()
					at = at + 1;
					return there[at];
				end;
			end;
		} } };
	end

	local function address(name) return name.."@"..rooms; end

	for _, node in ipairs { adhoc.account; adhoc.friend } do
		it("are offered where one may invite people, and an admin may name others: "..node, function ()
			start();
			local fields = client.execute("romeo", node).fields;
			assert.equal("list-multi", fields.rooms.type);
			assert.same({ ("Garden (%s)"):format(address "garden"); ("crypt (%s)"):format(address "crypt") }, adhoc.labels(fields.rooms));
			assert.is_nil(fields["other-rooms"]);
			local chosen = { rooms = { address "crypt" } };
			assert.same(chosen.rooms, client.invite_of(client.result("romeo", node, chosen)).additional_data.rooms);
			assert.is_nil(client.invite_of(client.result("romeo", node, {})).additional_data.rooms);
			adhoc.again("not one of the choices", client.execute("romeo", node, { rooms = { address "ball" } }));

			assert.equal("text-single", client.execute("boss", node).fields["other-rooms"].type);
			chosen = { rooms = { address "garden" }; ["other-rooms"] = ("Cave@%s, far@away.example garden@%s"):format(rooms, rooms) };
			assert.same({ address "garden"; address "cave"; "far@away.example" },
				client.invite_of(client.result("boss", node, chosen)).additional_data.rooms);
			for _, typed in ipairs { address "tomb"; "a@b@c"; "nobody"; rooms; ("x"):rep(4000).."@"..rooms } do
				adhoc.again("doesn’t exist", client.execute("boss", node, { ["other-rooms"] = typed }));
			end
			_G.prosody.hosts[rooms] = nil;
		end);
	end
end);
