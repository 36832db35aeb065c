// What pages add for browsers with scripts: buttons to copy, to share, to print and to show passwords, times in the reader's own zone, and the way on
// for who comes back from a store. Without this script the same is there to be used by hand.
"use strict";
const all = (selector) => document.querySelectorAll(selector);

// (text, field that shows it, if there is one)
async function copy(text, field) {
	try {
		await navigator.clipboard.writeText(text);
	} catch { // pages that are not https have no clipboard
		const place = field ?? document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
		place.select();
		document.execCommand("copy");
		if (!field) place.remove();
	}
}
for (const button of all("button[data-copy], button[data-copy-text]")) {
	const field = document.getElementById(button.dataset.copy);
	const status = button.closest("section, .copying").querySelector("[role=status]");
	button.hidden = false;
	if (field) for (const next of all("[data-after-copy]")) next.classList.add("second");
	button.addEventListener("click", async () => {
		field?.select();
		await copy(field?.value ?? button.dataset.copyText, field);
		status.textContent = button.dataset.done;
		if (field) return;
		const word = button.textContent;
		button.textContent = button.dataset.done;
		setTimeout(() => { button.textContent = word; }, 2000);
	});
}
for (const button of all("button[data-share]")) {
	button.hidden = !navigator.share;
	button.addEventListener("click", () => {
		navigator.share({ text: button.dataset.title, url: button.dataset.share || undefined }).catch(() => {}); // whoever closes it shares nothing
	});
}
for (const button of all("button[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}
for (const button of all("button[data-reveal]")) {
	const field = document.getElementById(button.dataset.reveal);
	const show = button.textContent;
	button.hidden = false;
	button.addEventListener("click", () => {
		const shown = field.type === "password";
		field.type = shown ? "text" : "password";
		button.textContent = shown ? button.dataset.hide : show;
	});
	// So that the browser keeps it as a password.
	field.form.addEventListener("submit", () => { field.type = "password"; });
}

// Points in time: without this script they are there in UTC, and say so. They are written as the reader's country does.
const language = document.documentElement.lang;
const country = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
for (const place of all("time[datetime], [data-time] bdi")) {
	const at = new Date(place.dateTime || place.parentElement.dataset.time);
	if (isNaN(at)) continue;
	const year = at.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
	place.title = place.textContent;
	const words = new Intl.DateTimeFormat(country, {
		weekday: "short", day: "numeric", month: "long", year, hour: "numeric", minute: "2-digit",
	}).format(at);
	place.textContent = words.replace(/ (\S+)$/, "\u00a0$1"); // no line begins with a lone "PM"
}

// Safari on an iPad says that it is on a Mac. Only a touch screen tells them apart.
const isPad = navigator.maxTouchPoints > 1;
if (/Macintosh/.test(navigator.userAgent)) {
	for (const link of all("[data-system]")) link.hidden = (link.dataset.system === "ios") !== isPad;
	const stores = all(".stores .button:not([hidden])");
	stores.forEach((link, i) => link.classList.toggle("second", i > 0));
}

// Who has been to a store comes back to the page that was left, or opens the link again: then the next thing is to open the invitation. What is kept for
// that is the id of the app and when that was, for a day.
const store = {
	key: "invites-app",
	day: 86400000,
	read() {
		try {
			const { id, at } = JSON.parse(localStorage.getItem(this.key) ?? "{}");
			return Date.now() - at < this.day ? id : undefined;
		} catch {
			return undefined; // a browser that keeps nothing
		}
	},
	write(id) {
		try {
			if (id) localStorage.setItem(this.key, JSON.stringify({ id, at: Date.now() }));
			else localStorage.removeItem(this.key);
		} catch {} // likewise
	},
};
const back = document.querySelector("[data-return]");
function showReturn() {
	if (!back || !store.read()) return;
	for (const link of all("[data-get]")) link.classList.add("second");
	back.classList.remove("second");
	back.hidden = false;
}
for (const link of all("[data-get]")) link.addEventListener("click", () => store.write(link.dataset.get));
for (const link of all("[data-forget]")) link.addEventListener("click", () => store.write());
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") showReturn(); });
addEventListener("pageshow", showReturn);

// An app that takes the link comes to the front. Where nothing does, the reader can copy the link.
const nothing = document.querySelector("[data-nothing]");
for (const link of all("[data-open]")) {
	link.addEventListener("click", () => {
		store.write();
		if (nothing) setTimeout(() => { nothing.hidden = document.visibilityState !== "visible" && nothing.hidden; }, 1500);
	});
}

// Menus close when something else is pressed.
for (const menu of all(".languages")) {
	document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
	menu.addEventListener("keydown", (event) => {
		if (event.key !== "Escape") return;
		menu.open = false;
		menu.querySelector("summary").focus();
	});
}
