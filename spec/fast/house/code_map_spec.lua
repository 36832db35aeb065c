-- ARCHITECTURE.md shows the tree of the sources as it is: `make code-map` writes it anew.

describe("the code map in ARCHITECTURE.md", function ()
	it("is the tree of lua and src, with what each file says of itself", function ()
		local file = assert(io.open("ARCHITECTURE.md"));
		local shown = file:read("a"):match("\n```tree\n(.-)\n```\n");
		file:close();
		assert.equal(require "spec.tools.code_map", shown);
	end);
end);
