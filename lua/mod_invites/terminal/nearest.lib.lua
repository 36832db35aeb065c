-- "Did you mean …?": the word among those that are known that somebody may have meant.
--
-- Returns function (word, array of known words, how many letters may be wrong, or nil for a third of them) → one of them, or nil

local longest = 40; -- bytes: whoever writes more did not mistype

-- (two texts) → how many letters have to be added, removed, changed or swapped with the next one (optimal string alignment)
local function distance(a, b)
	local last, row = nil, {};
	for j = 0, #b do row[j] = j; end
	for i = 1, #a do
		local before = last;
		last, row = row, { [0] = i };
		for j = 1, #b do
			local is_same = a:byte(i) == b:byte(j);
			row[j] = math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same and 0 or 1));
			if before and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then row[j] = math.min(row[j], before[j - 2] + 1); end
		end
	end
	return row[#b];
end

return function (word, known, most)
	if type(word) ~= "string" or #word > longest then return nil; end
	word = word:lower():gsub("-", "_");
	local found, least = nil, math.huge;
	for _, candidate in ipairs(known) do
		local far = distance(word, (candidate:lower():gsub("-", "_")));
		if not most and #word >= 3 and candidate:sub(1, #word) == word then far = math.min(far, 1); end -- only begun
		if far < least then found, least = candidate, far; end
	end
	return least <= (most or math.max(1, math.floor(#word / 3))) and found or nil;
end
