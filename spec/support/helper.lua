-- Loaded by busted before the fast specs: says which version of Prosody they can't be run on here.

local paths = require "spec.support.paths";

for _, version in ipairs { "0.12"; "13.0" } do
	local found, why = pcall(paths.prosody, version);
	if not found then print("Without the specs for one version: "..why); end
end
