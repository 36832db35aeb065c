// The page on which users make invites.

import { isWrong, send, submit } from "./form.mjs";

const within = (page, action) => page.locator(`form:has(input[value='${action}'])`);

// (locator of a form) its own button
const button = (form) => form.locator("[type=submit]");

// (reader) one button alone is the one to press
async function hasOneMainButton(reader, name) {
	const main = reader.page.locator(".button:not(.second):visible");
	reader.is(`${name}: main buttons`, await main.count(), 1);
	return main;
}

// Opens what is behind the word, and presses the button there.
async function withdraw(reader, entry) {
	const confirm = entry.locator(".confirm");
	reader.is("nothing is withdrawn at once", await button(confirm).isVisible(), false);
	await confirm.locator("summary").click();
	await reader.follow(button(confirm));
}

export async function start(open, links, { username, password }) {
	const reader = await open();
	const { page } = reader;
	await page.addInitScript(() => { navigator.share = async (data) => { window.shared = data; }; });
	await reader.go("/invites_start");
	await reader.look("start-login");
	await send(reader, { username, password: "wrong" }, 403);
	reader.is("wrong password is told", await page.locator("[role=alert]").isVisible(), true);
	reader.is("address is kept", await page.locator("#user").inputValue(), username);
	await reader.look("start-login-wrong");
	await send(reader, { username, password });
	await hasOneMainButton(reader, "logged in");
	await reader.look("start");
	const listed = () => page.locator(".invites li").count();
	const entry = (text) => page.locator(".invites li", { hasText: text });
	const before = await listed();

	const make = within(page, "make");
	await make.locator("#user").fill("romeo");
	await make.locator("#note").fill("for Benvolio");
	await reader.follow(button(make));
	await isWrong(reader, make.locator("#user"), "name that is taken");
	reader.is("note is kept", await make.locator("#note").inputValue(), "for Benvolio");
	await reader.look("start-refused");
	await make.locator("input[value=contact]").check();
	reader.is("contacts have a name", await make.locator("#user").isVisible(), false);
	await make.locator("input[value=contact-account]").check();
	await make.locator("#user").fill("");
	await reader.follow(button(make));
	const link = await page.locator("#link").inputValue();
	reader.is("link is made", /\/invites_page\?\w{24}$/.test(link), true);
	reader.is("first comes copying", await (await hasOneMainButton(reader, "made")).getAttribute("data-copy"), "link");
	await page.locator("section.copying button[data-share]").click();
	reader.is("link is shared", await page.evaluate(() => window.shared.url), link);
	await reader.look("start-made");
	await page.reload();
	reader.is("one is made, however often the page is loaded", await listed(), before + 1);
	reader.is("list shows no links", (await page.locator(".invites").innerText()).includes("invites_page?"), false);
	await entry("Benvolio").locator("button[data-copy-text]").click();
	reader.is("copying is told", await page.locator("section:has(.invites) [role=status]").textContent(), await page.locator("[data-copy-text]").getAttribute("data-done"));
	await entry("Benvolio").locator("button[data-share]").click();
	reader.is("link of the list is shared", await page.evaluate(() => window.shared.url), link);
	const other = await open();
	await other.go(link);
	await other.look("start-made-page");

	await page.locator("details:has(#title) > summary").click();
	const sheet = within(page, "sheet");
	await sheet.locator("#title").fill("Masked ball at the Capulets’");
	await sheet.locator("#count").fill("9");
	await reader.follow(button(sheet));
	await isSheet(reader, 9);
	await hasOneMainButton(reader, "sheet");
	await reader.look("start-sheet");
	await reader.follow(page.locator("main > p a"));
	reader.is("sheet is one entry", await listed(), before + 2);
	reader.is("cards that are left", (await entry("Masked ball").innerText()).includes("9 of 9"), true);
	await reader.look("start-listed");
	await reader.follow(button(within(entry("Masked ball"), "print")));
	await isSheet(reader, 9);
	await reader.follow(page.locator("main > p a"));
	await entry("Benvolio").locator(".confirm summary").click();
	await reader.look("start-confirm");
	await entry("Benvolio").locator(".confirm summary").click();
	await withdraw(reader, entry("Benvolio"));
	reader.is("withdrawn", await listed(), before + 1);
	await reader.look("start-withdrawn");
	await other.go(link, 410);
	await withdraw(reader, entry("Masked ball"));
	reader.is("sheet is withdrawn", await listed(), before);

	await reader.follow(button(within(page, "logout")));
	reader.is("logged out", await page.locator("#password").count(), 1);
}

// (reader, number of cards) on paper: nothing but the cards, and nothing of them is cut off
async function isSheet(reader, count) {
	const { page } = reader;
	reader.is("can be printed", await page.locator("button[data-print]").isVisible(), true);
	await page.setViewportSize({ width: 718, height: 1047 }); // A4 without its margins
	await page.emulateMedia({ media: "print" });
	const seen = await page.evaluate(() => {
		const cells = [...document.querySelectorAll(".cards li")];
		const inside = (outer, inner) => inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
		const cut = cells.filter((cell) => [...cell.querySelectorAll("*")].some((part) => part.getBoundingClientRect().width > 0 && !inside(cell.getBoundingClientRect(), part.getBoundingClientRect())));
		const places = cells.map((cell) => { const { left, top } = cell.getBoundingClientRect(); return `${left} ${top}`; });
		const more = [...document.querySelectorAll("main > :not(.cards)")].filter((part) => part.checkVisibility());
		const code = document.querySelector(".card > svg").getBoundingClientRect();
		return { codes: document.querySelectorAll(".card > svg").length, places: new Set(places).size, cut: cut.length, more: more.length, code: Math.round(code.width / 96 * 25.4),
			rows: Math.floor(document.documentElement.clientHeight / cells[0].getBoundingClientRect().height) };
	});
	reader.is("cards on paper", JSON.stringify(seen), JSON.stringify({ codes: count, places: count, cut: 0, more: 0, code: 32, rows: 4 }));
	await page.screenshot({ path: `${reader.order.screenshots}/start-sheet-print.png`, fullPage: true });
	await page.emulateMedia({ media: null });
	const copied = await page.locator(".cards .link").first().evaluate((link) => {
		getSelection().selectAllChildren(link);
		return String(getSelection());
	});
	reader.is("link is copied as it is", /\/invites_page\?\w{24}$/.test(copied), true);
}

export async function startWithoutScripts(open, links, account) {
	const reader = await open({ javaScriptEnabled: false, colorScheme: "dark" });
	const { page } = reader;
	await reader.go("/invites_start?lang=ar");
	await send(reader, account);
	await within(page, "make").locator("input[value=contact]").check();
	await reader.follow(button(within(page, "make")));
	reader.is("link is made", /\/invites_page\?\w{24}$/.test(await page.locator("#link").inputValue()), true);
	reader.is("language is kept", await page.locator("html").getAttribute("dir"), "rtl");
	reader.is("list shows links to copy by hand", await page.locator(".invites .link").isVisible(), true);
	await reader.look("start-arabic");
	reader.is("buttons for scripts are hidden", await page.locator("button[data-copy], button[data-share]").filter({ visible: true }).count(), 0);
	reader.is("forms have buttons", (await submit(page).count()) > 2, true);
	await withdraw(reader, page.locator(".invites li"));
	reader.is("withdrawn", await page.locator(".invites li").count(), 0);
	await page.locator("details:has(#title) > summary").click();
	await within(page, "sheet").locator("#count").fill("2");
	await reader.follow(button(within(page, "sheet")));
	reader.is("cards", await page.locator(".card > svg").count(), 2);
	await reader.look("start-arabic-sheet");
}
