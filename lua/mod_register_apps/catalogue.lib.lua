-- The apps of this host as others see them: a list in order, and in the same table a map by id. That table is shared with other modules, which
-- keep it, so it is always the same one and filled anew when something changes.
--
-- First come the apps of the configuration, or ours, then those that other modules offer. Where a module offers what we have in our list, as
-- mod_conversejs does, it knows better and takes the place. An app of the admin's own list gives way to none.
--
-- Returns function (shared table) → catalogue

local read_entry = require_once "entry";

local methods = {};
local catalogue_mt = { __index = methods };

-- (list of apps) gives apps that have the same id different ones, so that none is lost. Each keeps in `listed_as` by what options know it.
local function tell_apart(apps)
	local taken = {};
	for _, app in ipairs(apps) do
		app.listed_as = app.listed_as or app.id;
		local id, n = app.listed_as, 1;
		while taken[id] do
			n = n + 1;
			id = ("%s-%d"):format(app.listed_as, n);
		end
		if n > 1 and id ~= app.id then
			module:log("warn", "There are several apps with the id %s: number %d of them gets the id %s. Better give it one of its own", app.listed_as, n, id);
		end
		app.id, taken[id] = id, true;
	end
end

-- (selection as of selection.lib.lua, images) replaces the apps of the configuration.
function methods:select(selection, images)
	self.selection, self.images = selection, images;
	tell_apart(selection.apps);
	local offers = self.offers;
	self.offers = {};
	for _, offer in ipairs(offers) do self:read(offer.item); end
	self:fill();
end

-- (item) reads what a module offers.
function methods:read(item)
	local name = type(item) == "table" and item.name or "no name";
	local by = type(item) == "table" and item._provided_by or "?";
	local app = read_entry(item, self.images, function (what)
		module:log("warn", "The app that mod_%s offers (%s): %s", by, tostring(name), what);
	end);
	if app then table.insert(self.offers, { item = item; app = app }); end
end

-- (item "site-app-provider")
function methods:add(item)
	self:read(item);
	self:fill();
end

function methods:remove(item)
	for i, offer in ipairs(self.offers) do
		if offer.item == item then
			table.remove(self.offers, i);
			return self:fill();
		end
	end
end

-- () → list of all apps, those that are not shown too
function methods:all()
	local offered, by_id, list = {}, {}, {};
	for _, offer in ipairs(self.offers) do table.insert(offered, offer.app); end
	table.sort(offered, function (a, b) return a.listed_as < b.listed_as; end); -- modules are loaded in no fixed order
	for _, app in ipairs(offered) do by_id[app.id] = app; end
	for _, app in ipairs(self.selection.apps) do
		local better = not self.selection.is_own and by_id[app.id];
		table.insert(list, better or app);
		by_id[app.id] = nil;
	end
	for _, app in ipairs(offered) do
		if by_id[app.id] then table.insert(list, app); end
	end
	return list;
end

function methods:clear()
	for key in pairs(self.apps) do self.apps[key] = nil; end
end

function methods:fill()
	local offered = {};
	for _, offer in ipairs(self.offers) do table.insert(offered, offer.app); end
	tell_apart(offered);
	self:clear();
	for _, app in ipairs(self:all()) do
		if self.selection.shows(app.listed_as) then
			table.insert(self.apps, app);
			self.apps[app.id] = app;
		end
	end
end

-- Says which ids in the configuration are none. To be called once all modules are there.
function methods:complain_of_unknown()
	local known = {};
	for _, app in ipairs(self:all()) do known[app.listed_as] = true; end
	self.selection.complain_of_unknown(known);
end

return function (shared)
	return setmetatable({ apps = shared; offers = {} }, catalogue_mt);
end
