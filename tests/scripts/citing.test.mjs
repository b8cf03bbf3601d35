// A reference in a citation style as Markdown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { markdownOf } from "../../scripts/citing/format.js";

test("what is stressed stays so and an address is a link", () => {
  assert.equal(
    markdownOf("A. Smith, &#38; <i>Nature</i>, <b>3</b>. https://doi.org/10.1/a_b."),
    "A. Smith, & *Nature*, **3**. <https://doi.org/10.1/a_b>.",
  );
});

test("signs of Markdown in a title are text", () => {
  assert.equal(markdownOf("A* [b] `c` d_e &lt;f&gt;"), "A\\* \\[b\\] \\`c\\` d\\_e \\<f\\>");
});

test("no space stands before the sign that closes", () => {
  assert.equal(markdownOf("<i>Nature, </i>3 <span>x</span>"), "*Nature,* 3 x");
});
