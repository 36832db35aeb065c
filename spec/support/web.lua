-- A browser for the fast specs: requests straight to the handlers of Prosody's HTTP server, with the cookie that it was given.

local Web = {};
Web.__index = Web;

-- (host, path of the module) → browser
function Web.new(host, path)
	return setmetatable({ host = host; path = path }, Web);
end

local function urlencode(text)
	return (tostring(text):gsub("[^%w._~-]", function (c) return ("%%%02x"):format(c:byte()); end));
end

-- (method, query or nil, { path below the module's, headers, body, ip = of the client, peer = of the connection, more = fields of the request,
-- conn = connection of the response })
-- → { status, headers, body }
function Web:ask(method, query, wish)
	wish = wish or {};
	local path = self.path..(wish.path or "");
	local peer = wish.peer or "127.0.0.1";
	local request = {
		method = method; path = path; url = { path = path; query = query }; headers = {}; body = wish.body or ""; httpversion = "1.1";
		ip = wish.ip or "192.0.2.1"; conn = { ip = function () return peer; end };
	};
	for name, value in pairs(wish.headers or {}) do request.headers[name] = value; end
	for name, value in pairs(wish.more or {}) do request[name] = value; end
	request.headers.cookie = request.headers.cookie or self.cookie;
	local response = { headers = {}; conn = wish.conn };
	local result = require "net.http.server"._events.fire_event(("%s %s%s"):format(method, self.host, path), { request = request; response = response });
	local answer = { headers = response.headers; body = ""; status = 200 };
	if type(result) == "number" then
		answer.status = result;
	elseif type(result) == "string" then
		answer.body = result;
	elseif require "util.error".is_error(result) then
		answer.status = result.code;
	else
		answer.status, answer.body = result.status_code, result.body or "";
		for name, value in pairs(result.headers or {}) do answer.headers[name] = value; end
	end
	self.cookie = (answer.headers.set_cookie or ""):match("^[^;]+") or self.cookie;
	return answer;
end

-- (query or nil, wish as above or nil) → answer
function Web:get(query, wish)
	return self:ask("GET", query, wish);
end

-- (fields of the form: name → value, wish as above or nil) → answer
function Web:post(fields, wish)
	local list = {};
	for name, value in pairs(fields) do table.insert(list, urlencode(name).."="..urlencode(value)); end
	wish = wish or {};
	wish.body = table.concat(list, "&");
	wish.headers = wish.headers or { content_type = "application/x-www-form-urlencoded" };
	return self:ask("POST", wish.query, wish);
end

function Web:forget()
	self.cookie = nil;
end

return Web;
