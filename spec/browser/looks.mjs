// What a page looks like: on narrow and on wide screens, in light and in dark. Nothing reaches beyond the edge, axe-core has no complaint, and a
// screenshot is there for people to look at.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const modules = createRequire(`${process.cwd()}/target/browser/`);
const axe = readFileSync(modules.resolve("axe-core/axe.min.js"), "utf8");

// On a small and on a usual telephone, and on a computer. axe, which takes its time, sees the page on the first one. The small one has no screenshot.
const views = [320, 390, 1280];
const photographed = 390;
const rules = {
	runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
	rules: { "target-size": { enabled: true } }, // WCAG 2.2, which axe leaves out unless asked by name
	resultTypes: ["violations"],
};

// Runs axe beside the page's own scripts: there it is not bound by the page's policy (CSP), so that stays in force, and changes nothing for them.
async function newJudge(page) {
	const session = await page.context().newCDPSession(page);
	const { frameTree } = await session.send("Page.getFrameTree");
	const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "axe" });
	const evaluate = async (expression) => {
		const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
			expression, contextId: executionContextId, awaitPromise: true, returnByValue: true,
		});
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	};
	await evaluate(axe);
	return {
		violations: () => evaluate(`axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) =>
			violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html + " (" + node.any[0]?.message + ")").join(" ")))`),
		close: () => session.detach(),
	};
}

// () → what reaches beyond the right or left edge of the page, as text; "" where nothing does. Runs in the page.
function beyond() {
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return "";
	const wide = [...document.querySelectorAll("body *")].filter((element) => {
		const { left, right } = element.getBoundingClientRect();
		return right > clientWidth || left < 0;
	});
	return `${scrollWidth} > ${clientWidth}: ${wide.map((element) => element.outerHTML.slice(0, 80)).join(" | ")}`;
}

// () → fields in which one would not see what one types, as text. Runs in the page.
function cramped() {
	const fields = [...document.querySelectorAll("input:not([type=hidden], [type=radio], [readonly])")];
	const narrow = fields.filter((field) => field.checkVisibility() && field.getBoundingClientRect().width < 130);
	return narrow.map((field) => `${field.id}: ${field.getBoundingClientRect().width}`).join(" ");
}

// () → texts whose contrast is too low (WCAG 2.2, 1.4.3 without its exception for large ones), as text. Runs in the page.
function faint() {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	// (colour of CSS) → its parts, from 0 to 255, the last one the opacity
	const parts = (colour) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = colour;
		canvas.fillRect(0, 0, 1, 1);
		return canvas.getImageData(0, 0, 1, 1).data;
	};
	const over = ([r, g, b, a], [r2, g2, b2]) => [r, g, b].map((part, i) => (part * a + [r2, g2, b2][i] * (255 - a)) / 255);
	const behind = (element) => {
		if (!element) return [255, 255, 255];
		const colour = parts(getComputedStyle(element).backgroundColor);
		return colour[3] === 255 ? [...colour.slice(0, 3)] : over(colour, behind(element.parentElement));
	};
	const luminance = (colour) => colour.reduce((sum, part, i) => {
		const of = part / 255;
		return sum + [0.2126, 0.7152, 0.0722][i] * (of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4);
	}, 0);
	const found = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const element = walker.currentNode.parentElement;
		if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, script, style, .unseen")) continue;
		const ground = behind(element);
		const [one, two] = [ground, over(parts(getComputedStyle(element).color), ground)].map((colour) => luminance(colour) + 0.05).sort((a, b) => b - a);
		if (one / two < 4.5) found.add(`${walker.currentNode.data.trim().slice(0, 30)} (${(one / two).toFixed(2)})`);
	}
	return [...found].join(" | ");
}

// () → the filled buttons, where there is not just one, as text: what is to be pressed first must be clear. Sheets are for paper. Runs in the page.
function crowded() {
	const filled = [...document.querySelectorAll(".button:not(.second)")].filter((button) => button.checkVisibility());
	if (filled.length === 1 || document.querySelector("body.sheet")) return "";
	return `${filled.length}: ${filled.map((button) => button.innerText).join(" | ")}`;
}

// () → what a template should have filled in and has not, as text. Runs in the page.
function unfilled() {
	return (document.documentElement.outerHTML.match(/\{[\w.]+[^\s{}]*\}/g) ?? []).join(" ");
}

// Without scripts there is no axe either: it has judged the same pages with them.
//
// (page, are scripts switched on there, "light" or "dark", path and name for the screenshots, function (what, ok, detail))
export async function look(page, withScripts, scheme, path, report) {
	const judge = withScripts && await newJudge(page);
	const left = await page.evaluate(unfilled);
	report("is filled in", left === "", left);
	const found = await page.evaluate(crowded);
	report("has one filled button", found === "" || (!withScripts && found.startsWith("0")), found); // some need a script, such as the one to copy
	for (const colorScheme of [scheme === "dark" ? "light" : "dark", scheme]) {
		await page.emulateMedia({ colorScheme });
		const texts = await page.evaluate(faint);
		report(`texts can be read, ${colorScheme}`, texts === "", texts);
	}
	for (const width of views) {
		await page.setViewportSize({ width, height: 800 });
		for (const [what, find] of [["fits", beyond], ["has room for what is typed", cramped]]) {
			const found = await page.evaluate(find);
			report(`${what}, ${width}`, found === "", found);
		}
		if (judge && width === views[0]) {
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight)); // where the button that stays in sight covers nothing
			const violations = await judge.violations();
			report(`axe, ${width} ${scheme}`, violations.length === 0, violations.join("\n"));
		}
		if (width >= photographed) await page.screenshot({ path: `${path}-${width}-${scheme}.png`, fullPage: true });
	}
	if (judge) await judge.close();
}
