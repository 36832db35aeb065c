// The page on which users make invites.

import { send, submit } from "./form.mjs";

const within = (page, action) => page.locator(`form:has(input[value='${action}'])`);

// (locator of a form) its own button
const button = (form) => form.locator("[type=submit]");

export async function start(open, links, { username, password }) {
	const reader = await open();
	const { page } = reader;
	await reader.go("/invites_start");
	await reader.look("start-login");
	await send(reader, { username, password: "wrong" }, 403);
	reader.is("wrong password is told", await page.locator("[role=alert]").isVisible(), true);
	reader.is("address is kept", await page.locator("#user").inputValue(), username);
	await reader.look("start-login-wrong");
	await send(reader, { username, password });
	await reader.look("start");
	const listed = () => page.locator(".invites li").count();
	const before = await listed();

	const make = within(page, "make");
	await make.locator("#note").fill("for Benvolio");
	await reader.follow(button(make));
	const link = await page.locator("#link").inputValue();
	reader.is("link is made", /\/invites_page\?\w{24}$/.test(link), true);
	await reader.look("start-made");
	await page.reload();
	reader.is("one is made, however often the page is loaded", await listed(), before + 1);
	const other = await open();
	await other.go(link);
	await other.look("start-made-page");

	const sheet = within(page, "sheet");
	await sheet.locator("#count").fill("4");
	await reader.follow(button(sheet));
	reader.is("cards", await page.locator(".cards svg").count(), 4);
	await reader.look("start-sheet");
	await reader.follow(page.locator("main > p a"));
	reader.is("all are listed", await listed(), before + 5);
	await reader.follow(button(page.locator(".invites li", { hasText: "Benvolio" })));
	reader.is("withdrawn", await listed(), before + 4);
	await reader.look("start-withdrawn");
	await other.go(link, 410);

	await reader.follow(button(within(page, "logout")));
	reader.is("logged out", await page.locator("#password").count(), 1);
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
	await reader.look("start-arabic");
	reader.is("buttons for scripts are hidden", await page.locator("button[data-copy]").isVisible(), false);
	reader.is("forms have buttons", (await submit(page).count()) > 2, true);
}
