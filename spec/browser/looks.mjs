// What a page looks like: on narrow and on wide screens, in light and in dark. Nothing reaches beyond the edge, axe-core has no complaint, and a
// screenshot is there for people to look at.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const modules = createRequire(`${process.cwd()}/target/browser/`);
const axe = readFileSync(modules.resolve("axe-core/axe.min.js"), "utf8");

// By day on a small telephone and on a computer, by night on a telephone. axe, which takes its time, sees the page on the first one.
const views = { light: [320, 1280], dark: [390] };
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
	await page.emulateMedia({ colorScheme: scheme });
	for (const width of views[scheme]) {
		await page.setViewportSize({ width, height: 800 });
		for (const [what, find] of [["fits", beyond], ["has room for what is typed", cramped]]) {
			const found = await page.evaluate(find);
			report(`${what}, ${width}`, found === "", found);
		}
		if (judge && width === views[scheme][0]) {
			const violations = await judge.violations();
			report(`axe, ${width} ${scheme}`, violations.length === 0, violations.join("\n"));
		}
		await page.screenshot({ path: `${path}-${width}-${scheme}.png`, fullPage: true });
	}
	if (judge) await judge.close();
}
