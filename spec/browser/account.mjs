// From an invitation to an account: with an app, or in the browser.

import { android } from "./devices.mjs";
import { hasForgotten, isReady, isWrong, password, send, sendEmpty, submit, user } from "./form.mjs";

const toForm = (page) => page.locator(".main-action a[href*='register?t=']");
const appsListed = (page) => page.locator("main .apps a");

// All apps, and an app that opens invitations by itself.
export async function app(open, links) {
	const reader = await open(android);
	const { page } = reader;
	await reader.go(links.app);
	await page.locator(".ways > summary").click();
	await page.locator(".ways details > summary").click();
	await reader.look("account-all-apps");
	reader.is("all apps are listed", (await appsListed(page).count()) > 8, true);
	await reader.follow(appsListed(page).first());
	await reader.look("setup");
	reader.is("app comes from a store", await page.locator("main a[data-get][href^='https:']").count() > 0, true);
	reader.is("only stores for this device", await page.locator("main a[href*='apple.com']").count(), 0);
	reader.is("installed app gets the invitation", await page.locator("main a[href^='xmpp:'][href*='?register;preauth=']").count(), 1);
	await reader.follow(page.locator("main a[href*='invites_page?']"));
	reader.is("back on the first page", new URL(page.url()).pathname, "/invites_page");
}

// All that one can do wrong, and then the account.
export async function form(open, links, account, { taken }) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.form);
	await reader.follow(toForm(page));
	await reader.look("register");

	await submit(page).click();
	reader.is("browser itself asks for the name", await page.evaluate(() => document.activeElement.id), "user");
	await sendEmpty(reader);
	await isWrong(reader, user(page), "empty name");
	await isWrong(reader, password(page), "empty password");
	reader.is("cursor is where the first thing is wrong", await page.evaluate(() => document.activeElement.id), "user");
	await reader.look("register-empty");

	for (const [what, username, status] of [["invalid", "romeo montague", 422], ["taken", taken, 409]]) {
		await send(reader, { username, password: account.password }, status);
		await isWrong(reader, user(page), `${what} name`);
		reader.is(`${what} name is kept`, await user(page).inputValue(), username);
		reader.is(`${what} name promises no address`, await page.locator("[data-follows]").isVisible(), false);
		await hasForgotten(reader, account.password);
		await reader.look(`register-${what}`);
	}

	await send(reader, account);
	await isReady(reader, account.username);
	await hasForgotten(reader, account.password);
	await reader.look("registered");
	await reader.follow(() => page.reload()); // the form is sent once more
	await isReady(reader, account.username);

	await reader.go(links.form, 410);
	await reader.look("used");
	await reader.go(links.form.replace("invites_page?", "register?t="), 410);
	await reader.look("used-register");
}

// An app that can't open invitations: the account first, then how to log in with that app.
export async function appAfterwards(open, links, account) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.appAfterwards);
	await page.locator(".ways > summary").click();
	await reader.follow(page.locator("main .apps a[href*='c=dino']"));
	await send(reader, { ...account, username: "two words" }, 422);
	await send(reader, account);
	await isReady(reader, account.username);
	reader.is("steps for the app", (await page.locator(".steps li").count()) > 1, true);
	await reader.look("registered-setup");
}

// The name is chosen already, and it is a long one.
export async function bound(open, links, account) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.bound);
	await reader.look("bound");
	await reader.follow(toForm(page));
	await reader.look("bound-register");
	reader.is("name can't be changed", await user(page).getAttribute("readonly"), "");
	await password(page).fill(account.password);
	const reveal = page.locator("button[data-reveal]");
	await reveal.click();
	reader.is("password can be seen", await password(page).getAttribute("type"), "text");
	await reader.look("bound-revealed");
	await reveal.click();
	reader.is("password is hidden again", await password(page).getAttribute("type"), "password");
	await send(reader, {});
	await isReady(reader, account.username);
	await reader.look("bound-registered");
}
