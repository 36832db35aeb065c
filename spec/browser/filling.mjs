// The form while it is filled in: what it says by itself, and what it offers.

import { isReady, password, said, send, submit, user } from "./form.mjs";

export async function filling(open, links, account, { taken, hosts }) {
	const reader = await open();
	const { page } = reader;
	await reader.go(links.filling.replace("invites_page?", "register?t="));
	reader.is("cursor is in the first field", await page.evaluate(() => document.activeElement.id), "user");
	const preview = page.locator("[data-follows]");
	const suggestions = page.locator(".suggestions button");
	reader.is("no address yet", await preview.isVisible(), false);

	await user(page).fill(taken);
	reader.is("address follows", (await preview.innerText()).includes(`${taken}@${hosts[0]}`), true);
	reader.is("taken name is wrong", (await said(reader, "user")).isWrong, true);
	reader.is("and marked", await user(page).getAttribute("aria-invalid"), "true");
	reader.is("others are suggested", await suggestions.first().innerText(), `${taken}2`);
	await reader.look("filling-taken");

	await user(page).fill("Romeo of Montague");
	reader.is("what was said is gone", await page.locator("#user-said:not(:empty)").count(), 0);
	reader.is("a space is wrong", (await said(reader, "user")).isWrong, true);
	await reader.look("filling-suggestions");
	await suggestions.first().click();
	reader.is("a suggestion is taken", await user(page).inputValue(), account.username);
	reader.is("it is free", (await said(reader, "user")).isWrong, false);
	reader.is("address is the new one", (await preview.innerText()).includes(`${account.username}@${hosts[0]}`), true);
	reader.is("the password is next", await page.evaluate(() => document.activeElement.id), "password");

	await password(page).fill("password");
	await page.keyboard.press("Tab");
	const { words, isWrong } = await said(reader, "password");
	reader.is("weak password is no mistake", isWrong, false);
	await reader.look("filling-weak");

	const suggest = page.locator("button[data-suggest]");
	await suggest.click();
	await page.waitForFunction((before) => !["", before].includes(document.getElementById("password-said").textContent), words);
	const offered = await password(page).inputValue();
	reader.is("a password is offered", /^([bcdfghjkmnprstvz][aeou]){2}[bcdfghjkmnprstvz](-\w{5}){3}$/.test(offered), true);
	reader.is("it can be read", await password(page).getAttribute("type"), "text");
	await reader.look("filling-offered");
	await suggest.click();
	reader.is("another one is offered", (await password(page).inputValue()) === offered, false);
	await page.locator("button[data-reveal]").click();
	reader.is("and hidden", await password(page).getAttribute("type"), "password");

	await password(page).fill(account.password);
	await submit(page).hover();
	const answer = page.waitForResponse((response) => response.url().includes("/check"));
	await page.mouse.down();
	await (await answer).finished();
	reader.is("nothing moves the button while it is pressed", await page.locator("#password-said:not(:empty)").count(), 0);
	await reader.follow(() => page.mouse.up());
	await isReady(reader, account.username);
}

// Whoever was told that a password is weak may keep it.
export async function weak(open, links, account) {
	const reader = await open();
	await reader.go(links.weak.replace("invites_page?", "register?t="));
	await user(reader.page).fill(account.username);
	await password(reader.page).fill(account.password);
	await reader.page.keyboard.press("Tab");
	await said(reader, "password");
	await reader.look("weak");
	await send(reader, {});
	await isReady(reader, account.username);
}
