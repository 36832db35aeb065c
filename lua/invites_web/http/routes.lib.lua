-- The routes of a module with pages. A method that a path does not support gets 405 with the methods that it does.
--
-- Returns { is_alone, item }

local routes = {};

local all_methods = { "GET"; "POST"; "PUT"; "PATCH"; "DELETE" };

-- (map method → handler) → array of the methods that there are
local function known(handlers)
	local methods = {};
	for _, method in ipairs(all_methods) do
		if handlers[method] then
			table.insert(methods, method);
			if method == "GET" then table.insert(methods, "HEAD"); end -- Prosody asks the same handler
		end
	end
	table.insert(methods, "OPTIONS");
	return methods;
end

-- (the module's own path or nil for its name) → has the module all of the web server to itself (option http_paths)? Then its page has one address,
-- with and without a slash at its end.
function routes.is_alone(default_path)
	local own, root = module:http_url(nil, default_path), module:http_url("_", "/");
	return own == root and own ~= "http://disabled.invalid/";
end

-- (answer, assets, path below the module's own → method → handler, the module's own path or nil for its name) → item for module:provides "http"
function routes.item(answer, assets, paths, default_path)
	local route = {};
	if routes.is_alone(default_path) then paths[""] = nil; end

	paths["/static/*"] = { GET = function (event, name) return answer.asset(event.response, assets.files[name]); end };
	for path, handlers in pairs(paths) do
		local methods = known(handlers);
		local function add(method, handler)
			route[path == "" and method or method.." "..path] = handler;
		end
		add("OPTIONS", function (event) return answer.options(event.response, methods); end);
		for _, method in ipairs(all_methods) do
			add(method, handlers[method] or function (event) return answer.not_allowed(event.response, methods); end);
		end
	end

	return { route = route; default_path = default_path; streaming_uploads = true };
end

return routes;
