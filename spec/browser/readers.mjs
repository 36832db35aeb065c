// The same pages for people whose browser, language or way to use it is another.

import { isReady, isWrong, password, send, submit, user } from "./form.mjs";

const toForm = (page) => page.locator(".main-action a[href*='register?t=']");

async function speaks(reader, language, direction) {
	const root = reader.page.locator("html");
	const spoken = `${await root.getAttribute("lang")} ${await root.getAttribute("dir")}`;
	reader.is("language and direction", spoken, `${language} ${direction}`);
}

export async function withoutScripts(open, links, account) {
	const reader = await open({ javaScriptEnabled: false });
	const { page } = reader;
	await reader.go(links.withoutScripts);
	reader.is("no button that does nothing", await page.locator("button:visible").count(), 0);
	await reader.look("no-scripts");
	await reader.follow(toForm(page));
	reader.is("one button", await page.locator("button:visible").count(), 1);
	await reader.look("no-scripts-register");
	await send(reader, { ...account, username: "a@b@c" }, 422);
	await isWrong(reader, user(page), "name");
	await send(reader, { password: account.password, username: "Friar Laurence" }, 422);
	await reader.look("no-scripts-suggestions");
	await reader.follow(page.locator("button[name=pick]").first());
	reader.is("the name that was suggested", await user(page).inputValue(), account.username);
	await send(reader, { password: "password" }, 422);
	await isWrong(reader, password(page), "weak password");
	await send(reader, { password: account.password });
	await isReady(reader, account.username);
	await reader.look("no-scripts-registered");
}

// By what the browser asks for.
export async function german(open, links, account) {
	const reader = await open({ locale: "de-DE" });
	await reader.go(links.german);
	await speaks(reader, "de", "ltr");
	await reader.look("german");
	await reader.follow(toForm(reader.page));
	await reader.look("german-register");
	await send(reader, { ...account, username: "zwei Worte" }, 422);
	await speaks(reader, "de", "ltr");
	await reader.look("german-wrong");
	await send(reader, account);
	await speaks(reader, "de", "ltr");
	await reader.look("german-registered");
}

// By a link at the foot of the page, which then holds for all that follow.
export async function arabic(open, links, account) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.arabic);
	await page.locator(".languages summary").click();
	await reader.follow(page.locator(".languages a[hreflang=ar]"));
	await speaks(reader, "ar", "rtl");
	await reader.look("arabic");
	await page.locator(".ways > summary").click();
	await reader.look("arabic-ways");
	await page.locator(".ways details > summary").click();
	await reader.follow(page.locator("main .apps a[href*='/setup/']").first());
	await speaks(reader, "ar", "rtl");
	await reader.look("arabic-setup");
	await reader.follow(page.locator("main a[href*='invites_page?']"));
	await reader.follow(toForm(page));
	await speaks(reader, "ar", "rtl");
	await send(reader, { ...account, username: "two words" }, 422);
	await speaks(reader, "ar", "rtl");
	await reader.look("arabic-wrong");
	await send(reader, account);
	await speaks(reader, "ar", "rtl");
	await isReady(reader, account.username);
	await reader.look("arabic-registered");
}

// Characters for which the machine needs a font of its own.
export async function chinese(open, links) {
	const reader = await open({ locale: "zh-CN" });
	await reader.go(links.living);
	await speaks(reader, "zh-Hans", "ltr");
	await reader.look("chinese");
	await reader.go(links.living.replace("?", "/setup/conversations?"));
	await reader.look("chinese-setup");
	await reader.go(links.living.replace("invites_page?", "register?t="));
	await reader.look("chinese-register");
}

// () → what has the focus, and whether one sees that. Runs in the page.
function focus() {
	const element = document.activeElement;
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	return { what: element.id || element.type || element.tagName, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
}

// (reader, id, type or name of an element) presses the tabulator until that has the focus
async function tabTo(reader, wanted) {
	for (let presses = 0; presses < 40; presses += 1) {
		await reader.page.keyboard.press("Tab");
		const { what, seen } = await reader.page.evaluate(focus);
		if (!seen) reader.is(`focus on ${what} is seen`, seen, true);
		if (what === wanted) return;
	}
	throw new Error(`no way to ${wanted} with the tabulator`);
}

export async function keyboard(open, links, account) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.keyboard);
	while (!(await page.evaluate(() => document.activeElement.matches("a[href*='register?t=']")))) await tabTo(reader, "A");
	await reader.follow(() => page.keyboard.press("Enter"));
	reader.is("cursor is in the first field", await page.evaluate(() => document.activeElement.id), "user");
	await page.keyboard.type("two words");
	await tabTo(reader, "password");
	await page.keyboard.type(account.password);
	await tabTo(reader, "submit");
	await reader.follow(() => page.keyboard.press("Space"), 422);
	reader.is("what is wrong has the focus", await page.evaluate(() => document.activeElement.id), "user");
	await page.keyboard.press("Control+A");
	await page.keyboard.type(account.username);
	await tabTo(reader, "password");
	await page.keyboard.type(account.password);
	await reader.follow(() => page.keyboard.press("Enter"));
	await isReady(reader, account.username);
	await reader.look("keyboard-registered");
}

// (reader) what was copied, as it comes out of a field into which it is pasted
async function pasted(reader) {
	const page = await reader.context.newPage();
	await page.setContent("<textarea autofocus></textarea>");
	await page.locator("textarea").press("Control+V");
	const text = await page.locator("textarea").inputValue();
	await page.close();
	return text;
}

// On pages with https, and on those without, for which browsers have no clipboard. One after the other: there is one clipboard.
export async function copying(open, links) {
	for (const address of [links.living, links.guarded]) {
		const reader = await open();
		const { page } = reader;
		await reader.go(address);
		const secure = await page.evaluate(() => window.isSecureContext);
		reader.is("is one of each", secure, address === links.guarded);
		if (secure) await reader.context.grantPermissions(["clipboard-write"]);
		await page.locator(".ways > summary").click();
		await page.locator("button[data-copy=link]").click();
		await page.locator("[role=status]:not(:empty)").waitFor();
		reader.is(`link is copied, secure: ${secure}`, await pasted(reader), address);
		await reader.look(secure ? "copied-secure" : "copied");
		await reader.follow(toForm(page));
		if (secure) await reader.look("long-domain-register");
	}
}
