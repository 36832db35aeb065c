-- What a command can't go on without. terminal/runner says why it has ended.
--
-- (result, code or text, words for detail) → the same; raises { code, words } if there is no result

return function (result, code, words)
	if not result then error { code = code; words = words }; end
	return result, code, words;
end
