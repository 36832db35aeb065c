-- Taking over invites from elsewhere: in pieces, between which the server gets to do other things.
--
-- Returns function (ask, ledger) → import, which mod_invites offers.

return function (ask, ledger)
	-- (iterator of entries: lines of JSON, tables as jobs/legacy_store.lib.lua has them, or false for what is no invite; how many to write at once;
	-- function (how many were read so far) → go on?, called after each piece) → { imported, merged, conflicts, skipped }; or nil, code, the same of
	-- the pieces before
	return function (next_entry, size, pause)
		local counts, read = nil, 0;
		repeat
			local piece = {};
			for entry in next_entry do
				table.insert(piece, entry);
				if #piece == size then break; end
			end
			if #piece > 0 or not counts then
				local so_far, code = ask(function (_, now) return ledger:import(piece, now, counts); end);
				if not so_far then return nil, code, counts; end
				counts, read = so_far, read + #piece;
				if not pause(read) then return nil, "nobody-reads", counts; end
			end
		until #piece < size;
		return counts;
	end
end
