-- The flag --qr: a link as a QR code. It brings its own colours, black on white. The shell can't: XML, in which it sends its lines, has no
-- escape character.
--
-- Returns function (mod_invites of the host, out, link) → true, or nil, code

return function (invites, out, link)
	local picture, code = invites.qr(link, out.has_colours and "terminal" or "light-on-dark");
	if not picture then return nil, code; end
	out.write(picture);
	if not out.has_colours then out.print("(For a dark background. \"prosodyctl mod_invites show HOST TOKEN --qr\" brings its own colours.)"); end
	return true;
end
