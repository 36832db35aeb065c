-- A small HTTP client that can also send what no library would: half requests, odd headers, bodies in chunks, several requests at once.

local socket = require "socket";

local Http = {};
Http.__index = Http;

-- (port on 127.0.0.1, value of the header Host) → client; each request gets a connection of its own
function Http.new(port, host)
	return setmetatable({ port = port, host = host }, Http);
end

-- () → connection
function Http:open()
	local conn = assert(socket.tcp());
	conn:settimeout(20);
	assert(conn:connect("127.0.0.1", self.port));
	return conn;
end

-- (connection; is this the answer to HEAD?) → { status, headers (by lower-case name), body }, or nil, error
function Http.read(conn, is_head) -- luacheck: ignore 212/self
	local line, err = conn:receive("*l");
	if not line then return nil, err; end
	local answer = { status = tonumber(line:match("^HTTP/1%.[01] (%d%d%d)")), headers = {}, body = "" };
	repeat
		line = conn:receive("*l") or "";
		local name, value = line:match("^([^:]+):%s*(.-)%s*$");
		if name then answer.headers[name:lower()] = value; end
	until line == "";
	local length = tonumber(answer.headers["content-length"]);
	if length and length > 0 and not is_head then answer.body = conn:receive(length); end
	return answer;
end

-- ({ method ("GET"), path, headers = { Name = value }, body, chunks = array of texts }) → the request as text
function Http:text(request)
	local lines = { ("%s %s HTTP/1.1"):format(request.method or "GET", request.path), "Host: "..(request.host or self.host) };
	for name, value in pairs(request.headers or {}) do
		table.insert(lines, name..": "..value);
	end
	if request.body then table.insert(lines, "Content-Length: "..#request.body); end
	if request.chunks then table.insert(lines, "Transfer-Encoding: chunked"); end
	local text = table.concat(lines, "\r\n").."\r\n\r\n"..(request.body or "");
	for _, chunk in ipairs(request.chunks or {}) do
		text = text..("%x\r\n%s\r\n"):format(#chunk, chunk);
	end
	return request.chunks and text.."0\r\n\r\n" or text;
end

-- (request as above, or its text) → answer, or nil, error
function Http:ask(request)
	local conn = self:open();
	conn:send(type(request) == "string" and request or self:text(request));
	local answer, err = Http.read(conn, type(request) == "table" and request.method == "HEAD");
	conn:close();
	return answer, err;
end

-- (request as above; cookies of a browser, name → value) → answer, whose cookie the browser keeps
function Http:browse(request, jar)
	request.headers = Http.with_cookies(request.headers, jar);
	local answer = assert(self:ask(request));
	local name, value = (answer.headers["set-cookie"] or ""):match("^([^=]+)=([^;]+)");
	if name then jar[name] = value; end
	return answer;
end

-- (headers or nil, cookies) → headers with the cookies
function Http.with_cookies(headers, jar)
	local cookies, all = {}, {};
	for name, value in pairs(jar) do table.insert(cookies, name.."="..value); end
	for name, value in pairs(headers or {}) do all[name] = value; end
	all.Cookie = cookies[1] and table.concat(cookies, "; ");
	return all;
end

-- (path of a page with a form, its fields, headers or nil, cookies or nil) → the request by which a browser that has opened the page sends the form
function Http:form(path, fields, headers, jar)
	jar = jar or {};
	local page = self:browse({ path = path; headers = headers }, jar);
	local body = {};
	local function add(name, value)
		table.insert(body, name.."="..value:gsub("[^%w._~-]", function (c) return ("%%%02x"):format(c:byte()); end));
	end
	for name, value in pairs(fields) do add(name, value); end
	for _, name in ipairs { "form_token", "once" } do
		local value = page.body:match("name=\""..name.."\" value=\"([%w_-]+)\"");
		if value and not fields[name] then add(name, value); end
	end
	headers = Http.with_cookies(headers, jar);
	headers["Content-Type"] = "application/x-www-form-urlencoded";
	return { method = "POST"; path = path:gsub("%?.*", ""); body = table.concat(body, "&"); headers = headers };
end

return Http;
