// One Chromium, and readers in it: each has a browser session of its own that is watched all the time. What it must never do is reported for the
// page on which it was done: ask another host for something, break the page's own policy (CSP), fail to load a part, write errors to the console.

import { createRequire } from "node:module";
import { look } from "./looks.mjs";

const modules = createRequire(`${process.cwd()}/target/browser/`);
const { chromium } = modules("playwright-core");

// (order as in main.mjs) → Chromium. It finds our hosts on this machine and no other host at all. It opens nothing but our own pages, so it goes
// without its sandbox, which root and containers can't have.
export function launch({ port, hosts, secureHost }) {
	const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).concat("MAP * ~NOTFOUND");
	return chromium.launch({
		executablePath: "/usr/bin/chromium",
		chromiumSandbox: false,
		args: [`--host-resolver-rules=${rules}`, `--unsafely-treat-insecure-origin-as-secure=http://${secureHost}:${port}`],
	});
}

// Chromium writes to the console that a page itself has a status such as 410, which we expect of some.
function isExpected(message, page) {
	return message.text().startsWith("Failed to load resource") && message.location().url === page.url();
}

export class Reader {
	// (Chromium, order, function (name of a check, ok, detail), options of a Playwright context) → reader
	static async open(browser, order, report, options = {}) {
		const reader = new Reader();
		Object.assign(reader, { order, report, troubles: [], pages: 0, presses: 0, withScripts: options.javaScriptEnabled ?? true });
		reader.context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
		reader.context.setDefaultTimeout(10000);
		reader.page = await reader.context.newPage();
		await reader.watch();
		return reader;
	}

	async watch() {
		const { context, page, troubles } = this;
		const allowed = new Set(this.order.hosts.map((host) => `http://${host}:${this.order.port}`));
		context.on("request", (request) => {
			if (!allowed.has(new URL(request.url()).origin)) troubles.push(`asked elsewhere: ${request.url()}`);
		});
		context.on("requestfailed", (request) => {
			const why = request.failure()?.errorText;
			if (why !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} (${why})`); // aborted: the reader had already left the page
		});
		context.on("response", (response) => {
			if (response.status() >= 400 && !response.request().isNavigationRequest()) troubles.push(`${response.status()}: ${response.url()}`);
		});
		page.on("pageerror", (error) => troubles.push(`script failed: ${error.message}`));
		page.on("console", (message) => {
			const worth = ["error", "warning"].includes(message.type()) && !isExpected(message, page);
			if (worth) troubles.push(`console: ${message.text()} ${message.location().url}`);
		});
		await page.exposeFunction("reportViolation", (what) => troubles.push(`CSP: ${what}`));
		await page.addInitScript(() => {
			document.addEventListener("securitypolicyviolation", (event) => {
				window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`);
			});
		});
	}

	// (locator of a link that leads out of the page, to a store or to an app) presses it and stays → where it leads
	async press(link) {
		this.presses += 1;
		const address = await link.getAttribute("href");
		await this.page.evaluate(() => addEventListener("click", (event) => event.preventDefault(), { once: true }));
		await link.click();
		return address;
	}

	// (what is pressed in stores, or in what the system asks…)
	elsewhere(...pressed) {
		this.presses += pressed.length;
	}

	// (pages, presses) it took no more than these
	hasTaken(pages, presses) {
		this.report(`at most ${pages} pages`, this.pages <= pages, `${this.pages}`);
		this.report(`at most ${presses} presses`, this.presses <= presses, `${this.presses}`);
	}

	// (address, or path on the first host; status that is expected)
	async go(address, status = 200) {
		const url = new URL(address, `http://${this.order.hosts[0]}:${this.order.port}/`).href;
		const response = await this.page.goto(url);
		this.pages += 1;
		this.is(`status of ${address.replace(/\?.*/, "")}`, response.status(), status);
	}

	// (locator to press, or function; status of the page to which that leads)
	async follow(target, status = 200) {
		const arrival = this.page.waitForNavigation();
		arrival.catch(() => {}); // where the target is not there, that is reported
		await (typeof target === "function" ? target() : target.click());
		const response = await arrival;
		this.pages += 1;
		this.presses += 1;
		this.is(`status of ${response.request().method()} ${new URL(response.url()).pathname}`, response.status(), status);
	}

	// (name) judges the page that is open, with all that has happened since the last one was.
	async look(name) {
		const report = (what, ok, detail) => this.report(`${name}: ${what}`, ok, detail);
		await look(this.page, this.withScripts, this.order.scheme, `${this.order.screenshots}/${name}`, report);
		report("no trouble", this.troubles.length === 0, this.troubles.splice(0).join("\n"));
	}

	is(name, got, expected) {
		this.report(name, got === expected, `${JSON.stringify(got)}, and not ${JSON.stringify(expected)}`);
	}

	close() {
		this.report("no trouble on the way", this.troubles.length === 0, this.troubles.join("\n"));
		return this.context.close();
	}
}
