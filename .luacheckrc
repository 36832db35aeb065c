std = "lua53"
max_line_length = 150
ignore = {
	"212/self"; -- methods have one, used or not
	"431/err"; -- shadowing an earlier error is what is meant
}
exclude_files = { "target" }

-- What Prosody gives to a module, and the globals by which our modules offer their functions to others (the API of mod_invites).
files["lua"] = {
	globals = { "module" };
	read_globals = { "prosody"; "require_once" };
}
files["lua/invites_lib/require_once.lib.lua"] = { globals = { "require_once" } }
-- Functions that other modules find in the environment of these are their API.
for _, path in ipairs { "mod_invites/mod_invites", "mod_invites_register/mod_invites_register", "mod_invites_api/mod_invites_api" } do
	files["lua/"..path..".lua"] = { allow_defined_top = true };
end
files["spec/live/harness/modules"] = {
	globals = { "module" };
	read_globals = { "prosody" };
}
files["spec/support"] = { globals = { "prosody" } }
files["spec/support/modules"] = { globals = { "module" } }
files["spec/**/*_spec.lua"] = { std = "+busted", globals = { "prosody" } }
