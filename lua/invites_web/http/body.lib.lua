-- The body of a request, and the fields of forms. The library reads those with bounds (src/web/form.rs).

local fields_of = require_once "invites_core".input.fields;

local largest = 16 * 1024; -- bytes: a note of a thousand characters fits, however it is escaped

local body = {};

-- (request of Prosody's HTTP server) → its body, or nil, code. Prosody hands over a request that exceeds http_max_content_size at once, without its
-- body, and closes the connection after the answer. It does not support chunked bodies: it takes them for empty.
function body.read(http)
	if http.headers.transfer_encoding then return nil, "length-required"; end
	if http.partial or #(http.body or "") > largest then return nil, "body-too-large"; end
	return http.body or "";
end

-- (header Content-Type or nil) → media type without its parameters
function body.media_type(header) return (header or ""):match("^%s*([^;%s]*)"):lower(); end

-- (query of a URL or nil) → table name → value; empty where it can't be read
function body.query(text) return fields_of(text or "") or {}; end

-- (request) → table name → value of the form that was sent, or nil, code
function body.fields(http)
	local text, code = body.read(http);
	if not text then return nil, code; end
	if body.media_type(http.headers.content_type) ~= "application/x-www-form-urlencoded" then return nil, "type-unsupported"; end
	local fields = fields_of(text);
	return fields, not fields and "body-invalid" or nil;
end

return body;
