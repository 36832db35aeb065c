-- For tests only: uses mod_invites while the modules of the start are loaded, when Prosody 0.12 with -D has not yet become the process that
-- serves. Makes an invite, and keeps its token for the specs.

local pposix = require "util.pposix";

local invites = module:depends "invites";

module.early_token = invites.create_account().token;
module.early_pid = pposix.getpid();
