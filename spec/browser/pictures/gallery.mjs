// Takes pictures of every page in every state, for people to look at. spec/live/gallery.lua starts this with the name of a file, an order:
//
//   { port, hosts, secureHost, screenshots = folder, readers = array of { language, locale, links = name → address, maker, newcomers, note, title,
//     address } }
//
// maker: { username, password } of who makes invites; newcomers: names of accounts to make; address: of who opens too many links. What looks.mjs finds
// wrong with a page is printed, and makes this fail.

import { readFileSync } from "node:fs";
import { launch, Reader } from "../browser.mjs";
import { android, iphone, linux, windows } from "../devices.mjs";
import { password, said, send, sendEmpty, submit, user } from "../form.mjs";
import { look } from "../looks.mjs";

const order = JSON.parse(readFileSync(process.argv[2], "utf8"));
const browser = await launch(order);
const abreast = 2; // readers at once
const secret = "it is the nightingale";
let faults = 0;

const form = (link) => link.replace("invites_page?", "register?t=");
const setup = (link, app) => link.replace("?", `/setup/${app}?`);

class Visit {
	// (one of the order's readers, options of a Playwright context)
	static async open(wish, options) {
		const visit = new Visit();
		const report = (what, ok, detail) => visit.report(what, ok, detail);
		visit.wish = wish;
		visit.reader = await Reader.open(browser, order, report, { locale: wish.locale, ...options });
		visit.page = visit.reader.page;
		return visit;
	}

	report(what, ok, detail) {
		if (ok) return;
		faults += 1;
		console.log(`${this.wish.language} ${this.name ?? ""}: ${what}: ${detail}`);
	}

	// (name, is nothing laid over the page, which axe would complain of?) the page that is open, in light and in dark
	async take(name, isPlain = true) {
		this.name = name;
		for (const scheme of ["light", "dark"]) {
			await look(this.page, isPlain, scheme, `${order.screenshots}/${this.wish.language}-${name}`, (...what) => this.report(...what));
		}
	}

	// (name, address, status)
	async see(name, address, status) {
		this.name = name;
		await this.reader.go(address, status);
		await this.take(name);
	}

	async unfold(...selectors) {
		for (const selector of selectors) await this.page.locator(selector).first().click();
	}
}

const within = (page, action) => page.locator(`form:has(input[value='${action}'])`);
const press = (visit, place) => visit.reader.follow(place.locator("[type=submit]"));

// What each device shows of a link, and where that leads.
async function landing(wish) {
	const { links } = wish;
	for (const [name, device, apps] of [["android", android, ["conversations", "cheogram"]], ["iphone", iphone, ["monal"]], ["windows", windows, []], ["linux", linux, []]]) {
		const visit = await Visit.open(wish, device);
		for (const kind of ["account", "bound", "contact", "contactAccount", "reset"]) await visit.see(`${kind}-${name}`, links[kind]);
		for (const app of apps) await visit.see(`setup-${app}`, setup(links.account, app));
		if (name === "android") {
			await visit.see("setup-contact", setup(links.contact, "conversations"));
			await visit.reader.go(links.account);
			await visit.unfold(".ways > summary", ".ways details > summary");
			await visit.take("account-ways");
			await visit.reader.go(links.account);
			await visit.unfold(".languages summary");
			await visit.take("account-languages", false);
		}
		if (name === "linux") {
			await visit.see("setup-contact-gajim", setup(links.contact, "gajim"));
			await visit.reader.go(links.contact);
			await visit.unfold(".ways > summary");
			await visit.take("contact-ways");
		}
		await visit.reader.close();
	}
}

// The form with all that can be wrong, and the pages that come after it.
async function registering(wish) {
	const { links, newcomers } = wish;
	const visit = await Visit.open(wish, linux);
	const { page, reader } = visit;
	await visit.see("form", form(links.form));
	await user(page).fill("romeo");
	await said(reader, "user");
	await password(page).fill("password");
	await page.keyboard.press("Tab");
	await said(reader, "password");
	await visit.take("form-said");
	await page.reload();
	await sendEmpty(reader);
	await visit.take("form-empty");
	await send(reader, { username: "Two Words", password: secret }, 422);
	await visit.take("form-invalid");
	await send(reader, { username: "romeo", password: secret }, 409);
	await visit.take("form-taken");
	await visit.see("form-bound", form(links.bound));
	await visit.see("form-contact", form(links.formContact));
	await send(reader, { username: newcomers[0], password: secret });
	await visit.take("success-contact");
	await reader.go(`${form(links.form)}&c=gajim`);
	await send(reader, { username: newcomers[1], password: secret });
	await visit.take("success-app");
	await visit.see("used", links.form, 410);
	await visit.see("used-contact", links.formContact, 410);
	await visit.see("reset-form", form(links.formReset));
	await sendEmpty(reader);
	await visit.take("reset-empty");
	await send(reader, { password: secret });
	await visit.take("reset-done");
	await visit.see("used-reset", links.formReset, 410);
	const phone = await Visit.open(wish, android);
	await phone.reader.go(form(links.phone));
	await send(phone.reader, { username: newcomers[2], password: secret });
	await phone.take("success-phone");
	await reader.close();
	await phone.reader.close();
}

// Pages behind which there is nothing.
async function dead(wish) {
	const { links } = wish;
	const visit = await Visit.open(wish, linux);
	await visit.see("expired", links.expired, 410);
	await visit.see("expired-reset", links.expiredReset, 410);
	await visit.see("revoked", links.revoked, 410);
	await visit.see("unknown", "/invites_page?unknown", 404);
	await visit.see("incomplete", "/invites_page", 404);
	await visit.see("app-unknown", setup(links.living, "nonsense"), 404);
	await visit.see("contact-only", form(links.contact), 404);
	await visit.see("failed", links.broken, 503);
	await visit.reader.close();
	const open = await Visit.open(wish, { extraHTTPHeaders: { "X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "http" } });
	await open.see("not-encrypted", form(links.guarded), 403);
	await open.reader.close();
	const guesser = await Visit.open(wish, { extraHTTPHeaders: { "X-Forwarded-For": wish.address } });
	const guess = links.guarded.replace(/\?.*/, "?guess");
	while ((await guesser.page.goto(guess)).status() === 404);
	await guesser.see("throttled", guess, 429);
	await guesser.reader.close();
}

// The page on which users make invites.
async function start(wish) {
	const visit = await Visit.open(wish, linux);
	const { page, reader } = visit;
	const entry = page.locator(".invites li");
	await visit.see("start-login", "/invites_start");
	await send(reader, { username: wish.maker.username, password: "wrong" }, 403);
	await visit.take("start-login-wrong");
	await send(reader, wish.maker);
	await visit.take("start-empty");
	await within(page, "make").locator("#user").fill("romeo");
	await press(visit, within(page, "make"));
	await visit.take("start-refused");
	await within(page, "make").locator("#user").fill("");
	await within(page, "make").locator("#note").fill(wish.note);
	await press(visit, within(page, "make"));
	await visit.take("start-made");
	await visit.unfold("details:has(#title) > summary");
	await within(page, "sheet").locator("#title").fill(wish.title);
	await within(page, "sheet").locator("#count").fill("9");
	await visit.take("start-sheet-form");
	await press(visit, within(page, "sheet"));
	await visit.take("sheet");
	await reader.follow(page.locator("main > p a"));
	await visit.take("start-list");
	await entry.first().locator(".confirm summary").click();
	await visit.take("start-confirm");
	await press(visit, entry.first().locator(".confirm"));
	await visit.take("start-withdrawn");
	await reader.close();
}

const visits = order.readers.flatMap((wish) => [landing, registering, dead, start].map((go) => [go, wish]));
async function runner() {
	for (let next = visits.shift(); next; next = visits.shift()) {
		const [go, wish] = next;
		try {
			await go(wish);
		} catch (error) {
			faults += 1;
			console.log(`${wish.language}, ${go.name}: ${error.stack}`);
		}
	}
}
await Promise.all(Array.from({ length: abreast }, runner));
await browser.close();
process.exit(faults ? 1 : 0);
