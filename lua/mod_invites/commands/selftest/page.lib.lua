-- Asks for a web page, as a browser would. It blocks, so it is not for a running server.
--
-- Returns function (address of the page, seconds that it may take) → { url; status, body, location = where else it sends the browser; or error; or
-- problems = array of what is wrong with the certificate, because of which nothing was sent }

local socket = require "socket";
local url = require "socket.url";

local encrypt = require_once "commands/selftest/tls";

local largest = 1e6; -- bytes
local ports = { http = 80; https = 443 };

-- (address in parts, seconds) → connection; or nil, error, problems
local function connect(parts, seconds)
	local conn = socket.tcp();
	conn:settimeout(seconds);
	local ok, err = conn:connect(parts.host, tonumber(parts.port) or ports[parts.scheme]);
	if not ok then
		conn:close();
		return nil, err;
	end
	if parts.scheme == "http" then return conn; end
	local encrypted, problems = encrypt(conn, parts.host, false, seconds);
	if not encrypted then return nil, problems; end
	if not problems[1] then return encrypted; end
	encrypted:close();
	return nil, nil, problems;
end

-- (connection, deadline) → all that comes; or nil, error
local function read(conn, deadline)
	local pieces, size = {}, 0;
	repeat
		conn:settimeout(math.max(deadline - socket.gettime(), 0.001));
		local piece, err, partial = conn:receive(8192);
		piece = piece or partial or "";
		size = size + #piece;
		table.insert(pieces, piece);
		if err and err ~= "closed" then return nil, err; end
	until err or size > largest;
	return table.concat(pieces);
end

return function (address, seconds)
	local parts, deadline = url.parse(address) or {}, socket.gettime() + seconds;
	if not ports[parts.scheme] or not parts.host then return { url = address; error = "this is no address of a web page" }; end
	local conn, err, problems = connect(parts, seconds);
	if not conn then return { url = address; error = err; problems = problems }; end
	local path = url.build { path = parts.path or "/"; params = parts.params; query = parts.query };
	conn:settimeout(seconds);
	conn:send(("GET %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: mod_invites selftest\r\nConnection: close\r\n\r\n"):format(
		path, parts.authority:gsub("^.*@", "")));
	local answer, why = read(conn, deadline);
	conn:close();
	local head, body = (answer or ""):match("^(.-)\r\n\r\n(.*)$");
	local status = tonumber((head or ""):match("^HTTP/1%.[01] (%d%d%d)"));
	if not status then return { url = address; error = why or "the answer is not HTTP" }; end
	return { url = address; status = status; body = body; location = ("\n"..head):match("\n[Ll]ocation:%s*([^\r\n]+)") };
end
