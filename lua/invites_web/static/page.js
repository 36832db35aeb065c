// Buttons that copy what a field holds, or show what it hides. Without this script the fields are there to be used by hand.
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
	const field = document.getElementById(button.dataset.copy);
	const status = button.closest("section").querySelector("[role=status]");
	button.hidden = false;
	button.addEventListener("click", async () => {
		field.select();
		try {
			await navigator.clipboard.writeText(field.value);
		} catch {
			document.execCommand("copy"); // pages that are not https have no clipboard
		}
		status.textContent = button.dataset.done;
	});
}
for (const button of document.querySelectorAll("button[data-reveal]")) {
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
// Points in time in the reader's own zone; without this script they are there in UTC, and say so.
for (const place of document.querySelectorAll("time[datetime], [data-time] bdi")) {
	const at = new Date(place.dateTime || place.parentElement.dataset.time);
	if (isNaN(at)) continue;
	place.title = place.textContent;
	place.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
		year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
	}).format(at);
}
