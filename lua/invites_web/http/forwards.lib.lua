-- Does somebody forward this request for others? Function (request of Prosody's HTTP server) → boolean

local marks_of_proxies = { "forwarded"; "x_forwarded_for"; "x_forwarded_proto"; "x_forwarded_host"; "x_real_ip"; "via" };

return function (http)
	for _, name in ipairs(marks_of_proxies) do
		if http.headers[name] then return true; end
	end
	return false;
end
