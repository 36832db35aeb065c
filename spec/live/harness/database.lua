-- The database of a server, opened by the specs: they read rows, change rows behind the server's back, and hold a lock.
-- LuaDBI brings a SQLite of its own, which must not open this file in the server's process, but may in this one.

local DBI = require "DBI";

local Database = {};
Database.__index = Database;

-- (path of the file) → database; it reads and writes with each statement, and holds nothing in between
function Database.open(path)
	local connection = assert(DBI.Connect("SQLite3", path));
	connection:autocommit(true);
	return setmetatable({ connection = connection }, Database);
end

-- (server) → database of the server's own file
function Database.of(server)
	return Database.open(server.data.."/invites.sqlite");
end

-- (SQL, arguments...) → list of rows, each a table by the names of the columns
function Database:rows(sql, ...)
	local statement = assert(self.connection:prepare(sql));
	assert(statement:execute(...));
	local rows = {};
	for row in statement:rows(true) do
		local copy = {};
		for name, value in pairs(row) do copy[name] = value; end
		table.insert(rows, copy);
	end
	statement:close();
	return rows;
end

-- (SQL, arguments...) → the first column `n` of the first row
function Database:number(sql, ...)
	return self:rows(sql, ...)[1].n;
end

-- Runs a statement that has no answer. (SQL, arguments...)
function Database:run(sql, ...)
	local statement = assert(self.connection:prepare(sql));
	assert(statement:execute(...));
	statement:close();
end

-- Takes the lock that every writer needs, until :unlock().
function Database:lock()
	self:run("BEGIN IMMEDIATE");
end

function Database:unlock()
	self:run("ROLLBACK");
end

function Database:close()
	self.connection:close();
end

return Database;
