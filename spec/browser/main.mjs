// Goes through the pages of invites as people do. browser_spec.lua starts this with the name of a file, an order:
//
//   { port, hosts = those that the browser finds, secureHost = one of them that it takes for encrypted, screenshots = folder,
//     scheme = "light" or "dark", links = name → address, taken = name of an account that is there,
//     accounts = journey → { username, password } that it is to make, or that are its own }
//
// and reads one line of JSON for each check: { journey, name, ok, detail }. A journey that came to its end has a check of the name "arrives".

import { readFileSync } from "node:fs";
import { launch, Reader } from "./browser.mjs";
import * as account from "./account.mjs";
import * as ways from "./journeys.mjs";
import * as filling from "./filling.mjs";
import * as others from "./others.mjs";
import * as dead from "./dead.mjs";
import * as readers from "./readers.mjs";
import * as start from "./start.mjs";
import * as proxy from "./proxy.mjs";

const order = JSON.parse(readFileSync(process.argv[2], "utf8"));
const abreast = 2; // journeys at once: while one waits for the server, another can go on
const patience = 60000; // milliseconds for one journey, of which the longest takes a third

const colours = /\x1b\[\d+m/g; // in Playwright's messages

const browser = await launch(order);
const journeys = Object.entries({ ...account, ...ways, ...filling, ...others, ...dead, ...readers, ...start, ...proxy });

async function run(journey, go) {
	const report = (name, ok, detail) => console.log(JSON.stringify({ journey, name, ok, detail: ok ? undefined : detail?.replace(colours, "") }));
	const opened = [];
	const open = async ({ port = order.port, ...options } = {}) => {
		opened.push(await Reader.open(browser, { ...order, port }, report, options));
		return opened.at(-1);
	};
	try {
		const late = AbortSignal.timeout(patience);
		await Promise.race([
			go(open, order.links, order.accounts[journey], order),
			new Promise((_, reject) => { late.onabort = () => reject(new Error("this takes too long")); }),
		]);
		report("arrives", true);
	} catch (error) {
		report("arrives", false, `${error.stack}\nat ${opened.at(-1)?.page.url()}`);
	}
	await Promise.all(opened.map((reader) => reader.close()));
}

async function runner() {
	for (let next = journeys.shift(); next; next = journeys.shift()) await run(...next);
}
await Promise.all(Array.from({ length: abreast }, runner));
await browser.close();
