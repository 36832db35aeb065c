-- The flag --qr: a link as a QR code.
--
-- Returns function (mod_invites of the host, out, link) → true, or nil, code

return function (invites, out, link)
	local picture, code = invites.qr(link, "terminal");
	if not picture then return nil, code; end
	for line in picture:gmatch("[^\n]+") do out.print(line); end
	return true;
end
