-- Characters (code points) in a text of UTF-8: function (text) → number. Prosody's util.encodings.utf8.length counts bytes (0.12.3, 13.0.1).

return function (text)
	return select(2, text:gsub("[^\128-\191]", ""));
end
