-- What comes with a request: its body, and the fields of forms in it. mod_invites reads those, with bounds (src/form.rs).
--
-- Returns { read, media_type, query, fields }

local input = module:depends "invites".input;

local largest = 16 * 1024; -- bytes: a note of a thousand characters fits, however it is escaped

local body = {};

-- (request of Prosody's HTTP server) → its body, or nil, code. Prosody hands over at once, without the body, what is larger than it takes
-- (http_max_content_size), and closes the connection after the answer. It knows no chunked bodies, and sees nothing where one is.
function body.read(http)
	if http.headers.transfer_encoding then return nil, "length-required"; end
	if http.partial or #(http.body or "") > largest then return nil, "body-too-large"; end
	return http.body or "";
end

-- (header Content-Type or nil) → media type without its parameters
function body.media_type(header)
	return (header or ""):match("^%s*([^;%s]*)"):lower();
end

-- (query of a URL or nil) → table name → value; empty where it can't be read
function body.query(text)
	return input.fields(text or "") or {};
end

-- (request) → table name → value of the form that was sent, or nil, code
function body.fields(http)
	local text, code = body.read(http);
	if not text then return nil, code; end
	if body.media_type(http.headers.content_type) ~= "application/x-www-form-urlencoded" then return nil, "type-unsupported"; end
	local fields = input.fields(text);
	if not fields then return nil, "body-invalid"; end
	return fields;
end

return body;
