// The form for an account while it is filled in: the address that comes of the name, whether that is free, how strong the password is, and a password
// to take. Without this script the server says all of that when the form is sent.
"use strict";
for (const form of document.querySelectorAll("form[data-check]")) {
	const { user, password, token, form_token: formToken, warn } = form.elements;
	const suggestions = form.querySelector(".suggestions");

	const sending = new AbortController();
	form.addEventListener("submit", () => sending.abort()); // the next page says it

	// While somebody presses a button, nothing moves it away: a click is lost if its button is elsewhere when the finger is lifted.
	let lifted = Promise.resolve();
	form.addEventListener("pointerdown", () => {
		lifted = new Promise((resolve) => {
			for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(resolve), { once: true });
		});
	});

	// ({ name = value }) → what the server says of it; or null: nobody can say now, and sending the form will tell
	const ask = async (fields) => {
		try {
			const body = new URLSearchParams({ token: token.value, form_token: formToken.value, ...fields });
			const answer = await fetch(form.dataset.check, { method: "POST", body, mode: "same-origin", signal: sending.signal });
			if (answer.status >= 400 && answer.status < 500) form.dataset.check = ""; // asking again would not help
			const said = answer.ok ? await answer.json() : null;
			await lifted;
			return sending.signal.aborted ? null : said;
		} catch {
			return null;
		}
	};
	const canAsk = () => form.dataset.check !== "";

	// (field, what the server says of it or nothing)
	const say = (field, said) => {
		const place = document.getElementById(`${field.id}-said`);
		document.getElementById(`${field.id}-problem`)?.remove();
		place.textContent = said?.words ?? "";
		place.className = said?.is_wrong ? "said problem" : said?.is_weak ? "said weak" : "said";
		if (said?.is_wrong) field.setAttribute("aria-invalid", "true");
		else field.removeAttribute("aria-invalid");
	};

	const suggest = (names) => {
		suggestions.querySelectorAll("button").forEach((button) => button.remove());
		for (const name of names ?? []) {
			const button = document.createElement("button");
			button.type = "button";
			button.dir = "ltr";
			button.value = button.textContent = name;
			suggestions.append(button, " ");
		}
		suggestions.hidden = !names?.length;
	};

	if (suggestions) {
		const preview = form.querySelector("[data-follows]"), hint = document.getElementById("user-hint"), suffix = `@${preview.dataset.host}`;
		// Some type the whole address.
		const typed = () => {
			const name = user.value.trim().toLowerCase();
			return name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
		};
		const follow = (name) => {
			preview.querySelector("bdi").textContent = name + suffix;
			preview.hidden = name === "";
			hint.hidden = name !== "";
		};
		let pause, last = user.value;
		const look = async () => {
			const wanted = last = user.value;
			if (typed() === "" || !canAsk()) return;
			const said = (await ask({ user: wanted }))?.user;
			if (!said || wanted !== user.value) return; // it has changed meanwhile
			say(user, said);
			suggest(said.suggestions);
			follow(said.is_wrong ? "" : said.name);
		};
		user.addEventListener("input", () => {
			clearTimeout(pause);
			follow(typed());
			say(user);
			suggest();
			pause = setTimeout(look, 500);
		});
		user.addEventListener("change", () => {
			clearTimeout(pause);
			if (user.value !== last) look();
		});
		suggestions.addEventListener("click", (event) => {
			if (!event.target.value) return;
			event.preventDefault();
			user.value = event.target.value;
			follow(user.value);
			suggest();
			say(user);
			look();
			password.focus();
		});
		follow(user.hasAttribute("aria-invalid") ? "" : typed());
	}

	password.addEventListener("input", () => say(password));
	// Once it is typed, and not at each key: the server gets what is about to be sent to it anyway.
	password.addEventListener("change", async () => {
		const wanted = password.value;
		if (wanted === "" || !canAsk()) return;
		const said = (await ask({ password: wanted, user: user.name ? user.value : "" }))?.password;
		if (!said || wanted !== password.value) return;
		say(password, said);
		if (said.is_weak && warn) warn.value = ""; // this was the warning
	});

	// Groups of five letters that can be read out and typed on any keyboard. Each has 16 random bits: consonant, vowel, consonant, vowel, consonant.
	const newPassword = (length) => {
		const consonants = "bcdfghjkmnprstvz", vowels = "aeou", groups = [];
		while (groups.length < 4 || groups.join("-").length < length) {
			const [bits] = crypto.getRandomValues(new Uint16Array(1));
			const letter = (from, shift) => from[(bits >> shift) % from.length];
			groups.push(letter(consonants, 0) + letter(vowels, 4) + letter(consonants, 6) + letter(vowels, 10) + letter(consonants, 12));
		}
		return groups.join("-");
	};
	for (const button of form.querySelectorAll("button[data-suggest]")) {
		button.hidden = false;
		button.addEventListener("click", () => {
			password.value = newPassword(Number(button.dataset.suggest));
			if (password.type === "password") form.querySelector("button[data-reveal]").click();
			password.focus();
			password.dispatchEvent(new Event("change"));
		});
	}
}
