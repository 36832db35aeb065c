-- Looking at an invite as its holder: for web pages. Reads only.
--
-- Returns function (ask, ledger, rate limit) → { view }.

local arguments = require_once "api/arguments";

return function (ask, ledger, rate_limit)
	local view = {};

	-- (token; who shows it: { ip }) → invite, and nil or why it can't be used, as a code; or nil, code if there is no such invite,
	-- nil, "throttled" for whoever guesses too often. A dead invite is no guess: people look at old links again and again.
	function view.view(value, who)
		local throttled = rate_limit:blocked(who);
		if throttled then return nil, throttled; end
		local invite, refusal;
		local token, code = arguments.token(value);
		if token then invite, refusal = ask(function (facts, now) return ledger:view(token, facts, now); end); end
		if invite then return invite, refusal; end
		code = code or refusal;
		return nil, code ~= "no-token" and rate_limit:failed(who, code) or code;
	end

	return view;
end
