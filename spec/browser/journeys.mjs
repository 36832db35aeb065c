// How long the way is: pages of ours, and everything that is pressed, also in stores and in what the system asks. A journey may become shorter.

import { android, iphone, linux, windows } from "./devices.mjs";
import { password, send } from "./form.mjs";

const main = (page) => page.locator("main .button:not(.second):visible");

// () → how many things can be pressed above all that is folded. Runs in the page.
function targets() {
	const end = document.querySelector(".ways > summary");
	const pressed = [...document.querySelectorAll("a[href], button, summary, input")].filter((element) => element.checkVisibility());
	return pressed.filter((element) => element.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING).length;
}

// A telephone without an app, and a store that hands the invitation over.
export async function androidNewcomer(open, links) {
	const reader = await open(android);
	const { page } = reader;
	await reader.go(links.app);
	await reader.look("account");
	const count = await page.evaluate(targets);
	reader.is(`few things to press: ${count}`, count <= 5, true);
	const store = await reader.press(main(page));
	reader.is("store hands the invitation over", /^https:\/\/play\.google\.com\/.*&referrer=xmpp%3a/.test(store), true);
	reader.elsewhere("Install", "Open");
	reader.hasTaken(1, 3);
}

// A telephone whose store hands nothing over: the page knows when one comes back.
export async function iphoneNewcomer(open, links) {
	const reader = await open(iphone);
	const { page } = reader;
	await reader.go(links.app);
	reader.is("store", /^https:\/\/apps\.apple\.com\//.test(await reader.press(main(page))), true);
	reader.elsewhere("Get");
	await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
	await reader.look("account-returned");
	reader.is("the invitation is next", /^xmpp:.*\?register;preauth=/.test(await main(page).getAttribute("href")), true);
	await page.reload(); // as with the link in the message
	reader.is("and is so when the link is opened again", /^xmpp:/.test(await main(page).getAttribute("href")), true);
	await reader.press(main(page));
	reader.elsewhere("Open in Monal");
	reader.hasTaken(1, 4);
	await page.reload();
	reader.is("afterwards the page is as it was", /^https:/.test(await main(page).getAttribute("href")), true);
	await reader.go(links.app.replace("?", "/setup/siskin-im?"));
	await reader.press(main(page));
	await reader.go(links.app.replace("?", "/setup/siskin-im?"));
	reader.is("the page of an app knows it, too", /^xmpp:/.test(await main(page).getAttribute("href")), true);
	await reader.look("setup-returned");
}

// A computer: the account, then an app.
export async function desktopNewcomer(open, links, account) {
	const reader = await open(windows);
	const { page } = reader;
	await reader.go(links.desktopNewcomer);
	await reader.follow(main(page));
	reader.is("form", await password(page).count(), 1);
	await send(reader, account);
	reader.is("an app is next", /^https:/.test(await reader.press(main(page))), true);
	reader.hasTaken(3, 3);
}

// Who has an app needs one press; where nothing takes the link, the page helps.
export async function hasApp(open, links) {
	const phone = await open(android);
	await phone.go(links.contact);
	phone.is("contact", /^xmpp:.*\?roster;preauth=/.test(await phone.press(main(phone.page))), true);
	phone.hasTaken(1, 1);
	const computer = await open(linux);
	const { page } = computer;
	for (const [name, address, link] of [["account", links.app, "main > .quiet a[data-open]"], ["contact", links.contact, ".main-action a[data-open]"]]) {
		await computer.go(address);
		computer.is(`${name} opens the app`, /^xmpp:/.test(await computer.press(page.locator(link))), true);
		await page.locator("[data-nothing]:visible").waitFor();
		await computer.look(`${name}-nothing-happened`);
	}
	computer.is("address to copy", (await page.locator("#address").inputValue()).startsWith("romeo@"), true);
	computer.is("address alone", await page.locator("a[href^='xmpp:']:not([data-open])").getAttribute("href"), "xmpp:romeo@verona.example");
	computer.hasTaken(2, 2);
}

// A browser within a messenger.
export async function messenger(open, links) {
	const reader = await open({ userAgent: `${iphone.userAgent} [FBAN/FBIOS;FBAV/480.0]`, hasTouch: true });
	await reader.go(links.app);
	reader.is("says so", await reader.page.locator(".tip").isVisible(), true);
	await reader.look("messenger");
}
