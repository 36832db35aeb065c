// Invitations to a contact, and links to a new password.

import { hasForgotten, isReady, isWrong, password, send, sendEmpty, user } from "./form.mjs";

const toForm = (page) => page.locator(".main-action a[href*='register?t=']");

export async function contact(open, links) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.contact);
	await reader.look("contact");
	const invitation = page.locator("main a[href^='xmpp:']").first();
	reader.is("app gets the contact", /^xmpp:.*\?roster;preauth=/.test(await invitation.getAttribute("href")), true);
	reader.is("no account is offered", await toForm(page).count(), 0);
	await page.locator(".ways > summary").click();
	await reader.look("contact-ways");
	await reader.follow(page.locator("main .apps a").first());
	await reader.look("contact-setup");
	await reader.go(links.contact.replace("invites_page?", "register?t="), 404);
	await reader.look("contact-register");
}

export async function contactAccount(open, links, account) {
	const reader = await open();
	await reader.go(links.contactAccount);
	await reader.look("contact-account");
	await reader.follow(toForm(reader.page));
	await reader.look("contact-account-register");
	await send(reader, account);
	await isReady(reader, account.username);
	await reader.look("contact-account-registered");
}

export async function reset(open, links, account) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.reset);
	await reader.look("reset");
	await reader.follow(toForm(page));
	await reader.look("reset-form");
	reader.is("name can't be changed", await user(page).getAttribute("readonly"), "");
	await sendEmpty(reader);
	await isWrong(reader, password(page), "empty password");
	await reader.look("reset-empty");
	await send(reader, { password: account.password });
	await isReady(reader, account.username);
	await hasForgotten(reader, account.password);
	await reader.look("reset-done");
	await reader.go(links.reset, 410);
	await reader.look("reset-used");
}
