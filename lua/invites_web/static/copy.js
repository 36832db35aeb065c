// Buttons that copy what a field holds. Without this script the field is there to be copied by hand.
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
