-- Has the module all of the web server to itself (option http_paths)? Then its page has but one address: with and without a slash at its end are one.
--
-- Returns function (the module's own path or nil for its name) → boolean

return function (default_path)
	local own, root = module:http_url(nil, default_path), module:http_url("_", "/");
	return own == root and own ~= "http://disabled.invalid/";
end
