// Links that lead nowhere say why.

export async function dead(open, links) {
	const reader = await open();
	for (const [name, address, status] of [
		["expired", links.expired, 410],
		["revoked", links.revoked, 410],
		["unknown", "/invites_page?unknown", 404],
		["incomplete", "/invites_page", 404],
		["app-unknown", links.living.replace("?", "/setup/nonsense?"), 404],
	]) {
		await reader.go(address, status);
		await reader.look(name);
		if (name === "expired") {
			await reader.page.locator("button[data-copy=message]").click();
			reader.is("message is copied", await reader.page.locator("main [role=status]").innerText(), "Copied");
			for (const [language, tag] of [["arabic", "ar"], ["chinese", "zh-Hans"]]) {
				await reader.go(`${address}&lang=${tag}`, status);
				await reader.look(`expired-${language}`);
			}
		}
		if (name === "app-unknown") continue;
		await reader.go(address.replace("invites_page?", "register?t=").replace("invites_page", "register"), status);
		await reader.look(`${name}-register`);
	}
}

// Behind a proxy that passes on what was not encrypted, as it says.
export async function unencrypted(open, links) {
	const reader = await open({ extraHTTPHeaders: { "X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "http" } });
	await reader.go(links.guarded.replace("invites_page?", "register?t="), 403);
	await reader.look("not-encrypted");
}

// Who tries one link after the other is stopped.
export async function throttled(open, links) {
	const reader = await open({ extraHTTPHeaders: { "X-Forwarded-For": "198.51.100.8" } });
	const guess = links.guarded.replace(/\?.*/, "?guess");
	let tries = 0;
	while (tries < 100 && (await reader.page.goto(guess)).status() === 404) tries += 1;
	await reader.go(guess, 429);
	await reader.look("throttled");
}
