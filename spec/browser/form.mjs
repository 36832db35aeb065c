// The form that asks for a name and a password, or for a password alone.

export const user = (page) => page.locator("#user");
export const password = (page) => page.locator("#password");
export const submit = (page) => page.locator("form [type=submit]:not(.unseen, [name=pick])");

// (reader, { username, password }, status that is expected): fills in what is given and sends the form
export async function send(reader, filled, status = 200) {
	if (filled.username !== undefined) await user(reader.page).fill(filled.username);
	if (filled.password !== undefined) await password(reader.page).fill(filled.password);
	await reader.follow(submit(reader.page), status);
}

// (reader, "user" or "password") → what the page says of the field by itself, once it says something
export async function said(reader, field) {
	const place = reader.page.locator(`#${field}-said:not(:empty)`);
	await place.waitFor();
	return { words: await place.innerText(), isWrong: (await place.getAttribute("class")).includes("problem") };
}

// (reader) sends the form as it is, as browsers do that know nothing of required fields
export async function sendEmpty(reader) {
	await reader.page.locator("form").evaluate((form) => { form.noValidate = true; });
	await reader.follow(submit(reader.page), 422);
}

// (reader, locator of a field, name of the check): the field itself says what is wrong with it, to eyes and to screen readers
export async function isWrong(reader, field, name) {
	const ids = (await field.getAttribute("aria-describedby")) ?? "";
	const problem = reader.page.locator(`#${ids.split(" ")[0]}.problem`);
	reader.is(`${name} is marked`, await field.getAttribute("aria-invalid"), "true");
	reader.is(`${name} says why`, (await problem.isVisible()) && (await problem.innerText()).length > 5, true);
}

// (reader, secret) no page sends back the password that it was sent
export async function hasForgotten(reader, secret) {
	const { page } = reader;
	reader.is("password is not sent back", (await page.content()).includes(secret), false);
	if (await password(page).count()) reader.is("password is empty again", await password(page).inputValue(), "");
}

// (reader, username) the page after the form shows the account's address
export async function isReady(reader, username) {
	const address = await reader.page.locator("#address").inputValue();
	reader.is("address of the account", address, `${username}@${reader.order.hosts[0]}`);
	reader.is("no form is left", await reader.page.locator("form").count(), 0);
}
