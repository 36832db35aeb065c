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
