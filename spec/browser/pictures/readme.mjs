// Takes the pictures of README.markdown. spec/live/screenshots.lua starts this with the name of a file, an order:
//
//   { host, port = of its web server, path = of an invite's page, typed = commands and what they have printed }

import { readFileSync } from "node:fs";
import { launch } from "../browser.mjs";

const { host, port, path, typed } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const browser = await launch({ port, hosts: [host], secureHost: host });

async function take(name, { width, height, userAgent }, open) {
	const page = await browser.newPage({ viewport: { width, height: height ?? 100 }, locale: "en-GB", colorScheme: "light", userAgent });
	await open(page);
	await page.screenshot({ path: `docs/${name}.png`, fullPage: !height });
	await page.close();
}

// (text for a terminal) → HTML. What is in colours is the QR code, black on white.
function html(text) {
	const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
	return escaped
		.replace(/\x1b\[(?:0|39|49)?m/g, "</b>").replace(/\x1b\[[\d;]+m/g, "<b>")
		.replace(/^\$ (.*)$/gm, "<i>$$</i> <em>$1</em>");
}

const telephone = "Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36";
await take("landing-page", { width: 390, height: 640, userAgent: telephone }, (page) => page.goto(`http://${host}:${port}${path}`));
await take("terminal", { width: 860 }, (page) => page.setContent(`<!DOCTYPE html><style>
	body { margin: 0; padding: 16px; background: #1d2429; color: #d5dce0; font: 14px/16px "DejaVu Sans Mono", monospace; }
	pre { margin: 0; font: inherit; white-space: pre-wrap; }
	b { display: inline-block; height: 16px; font-weight: normal; background: #fff; color: #000; }
	i { font-style: normal; color: #7fb685; }
	em { font-style: normal; color: #fff; }
</style><pre>${html(typed)}</pre>`));
await browser.close();
