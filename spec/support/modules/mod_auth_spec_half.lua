-- An account provider for specs that makes accounts, and can't change a password.

local made = {};

module:provides("auth", {
	user_exists = function (username) return made[username]; end;
	create_user = function (username) made[username] = true; return true; end;
	set_password = function () return nil, "Not supported"; end;
});
