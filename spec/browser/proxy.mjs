// Behind a web server that puts a part in front of all paths, as admins do who have one name for everything.

import { createServer, request } from "node:http";
import { isReady, send } from "./form.mjs";

const prefix = "/talk/of/the/town";

// (port of Prosody) → server that hands on what begins with the prefix
function proxy(port) {
	const server = createServer((asked, answered) => {
		if (!asked.url.startsWith(`${prefix}/`)) return answered.writeHead(404).end();
		const headers = { ...asked.headers, "x-forwarded-for": "192.0.2.7", "x-forwarded-proto": "http" };
		const onward = request({ port, host: "127.0.0.1", method: asked.method, path: asked.url.slice(prefix.length), headers }, (answer) => {
			answered.writeHead(answer.statusCode, answer.headers);
			answer.pipe(answered);
		});
		asked.pipe(onward);
	});
	return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function behindProxy(open, links, account, order) {
	const server = await proxy(order.port);
	try {
		const port = server.address().port;
		const reader = await open({ port });
		const { page } = reader;
		const token = links.proxied.match(/\?(.*)$/)[1];
		await reader.go(`http://${order.hosts[0]}:${port}${prefix}/invites_page?${token}`);
		await reader.look("proxied");
		await page.locator(".ways > summary").click();
		await page.locator(".ways details > summary").click();
		reader.is("pictures are there", await page.locator(".apps img").first().evaluate((picture) => picture.naturalWidth > 0), true);
		await reader.follow(page.locator("main .apps a[href*='setup/']").first());
		await reader.follow(page.locator("main > p a").last());
		await reader.follow(page.locator(".main-action a[href*='register?t=']"));
		await reader.look("proxied-register");
		await send(reader, account);
		await isReady(reader, account.username);
	} finally {
		server.close();
		server.closeAllConnections();
	}
}
