/* made by the survey site generator: files of works in formats that no file of the site holds, made from the data that is there when somebody
   asks for them. */

const { survey } = window;
const FROM_FILES = {
  json: { file: "survey.json", chosen: cslOf, ending: ".json" },
  "ascii.bib": { file: "survey-ascii.bib", chosen: entriesOf, ending: "-ascii.bib" },
};

/** The CSL items of these works, in their order. */
function cslOf(text, keys) {
  const items = new Map(JSON.parse(text).map((item) => [item.id, item]));
  return `${JSON.stringify(keys.map((key) => items.get(key)).filter(Boolean), null, 1)}\n`;
}

/** The BibTeX entries of these works, in their order. */
function entriesOf(text, keys) {
  const entries = new Map(text.split(/^(?=@)/m).map((entry) => [/^@\w+\{([^,\s]+),/.exec(entry)?.[1], entry.trim()]));
  return `${keys
    .map((key) => entries.get(key))
    .filter(Boolean)
    .join("\n\n")}\n`;
}

async function textFromFile({ file, chosen }, keys) {
  const answer = await fetch(new URL(`../downloads/${file}`, survey.base));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return chosen(await answer.text(), keys);
}

function decorate() {
  document.querySelectorAll(".makes:not([data-done])").forEach((node) => {
    node.dataset.done = "";
    const keys = node.dataset.makes.split(" ");
    for (const [form, label] of node.dataset.forms.split(";").map((one) => one.split(":"))) {
      const fromFile = FROM_FILES[form];
      if (fromFile && location.protocol === "file:") continue; // which lets no script read another file
      const button = survey.element("button", "make", label);
      button.type = "button";
      button.addEventListener("click", () =>
        (fromFile
          ? textFromFile(fromFile, keys).then((text) => survey.save(text, `${node.dataset.name}${fromFile.ending}`))
          : survey.download(keys, form, node.dataset.name)
        ).catch((error) => survey.tell(`${label}: ${error.message}`)),
      );
      node.append(button, " ");
    }
  });
}

survey.onpage(decorate);
decorate();
