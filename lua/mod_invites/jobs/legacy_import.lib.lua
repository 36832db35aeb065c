-- Imports the invites of Prosody's own mod_invites, once for each host. Their store stays as it is.

local ask = require_once "ledger".ask;
local import = require_once "api/manage".import;
local legacy_store = require_once "jobs/legacy_store";
local yield_points = require_once "jobs/yield_points";

local piece_size = 500; -- invites per transaction; the server yields in between

-- Imports unless that was done before on this host, and logs the result.
return function ()
	local before, memory_err = legacy_store.taken_over();
	if memory_err then return module:log("error", "Could not see whether the old invites were imported before, so they are not: %s", memory_err); end
	-- From now on the old store misses uses of these invites.
	if before and before.exported then legacy_store.remember { at = before.at }; end

	local imported_before, code = ask "imported";
	if imported_before or code then return; end
	if before then
		module:log("warn", "The old invites were imported before, into another database. They stay out of this one, as some may have been used since");
		ask "mark_imported";
		return;
	end

	local rows, complete = legacy_store.read();
	if not rows then return module:log("error", "Could not open the store of the old invites: %s", complete); end
	local next_piece, count, odd = legacy_store.entries(rows);
	local counts, failure = import(next_piece, piece_size, yield_points());
	if not counts then return module:log("error", "The old invites could not be imported (%s), the next start tries again", failure); end

	if count + odd > 0 then
		module:log("info", "Imported %d invites of the bundled mod_invites (known already: %d)", counts.imported, counts.merged);
	end
	if counts.conflicts + counts.skipped > 0 then
		module:log("warn", "Of the old invites %d share their username with another one, %d could not be kept and %d are not invites at all",
			counts.conflicts, counts.skipped - odd, odd);
	end
	if not complete then return; end
	ask "mark_imported";
	if count == 0 then return; end
	local kept, keep_err = legacy_store.remember { at = os.time() };
	if not kept then module:log("error", "Could not write down that the old invites were imported: %s", keep_err); end
end
