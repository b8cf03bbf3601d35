/* made by the survey site generator: what is typed into the search box, as Material's search understands it best.
   That search takes a colon for the name of a field, and every word, however short, for the start of others: the "a" of
   a title would find each word that starts with it. So a word that is followed by another one is taken for whole. */
(() => {
  "use strict";

  const STOP = new Set(
    (
      "a about all also am an and any are as at be been but by can could did do does for from get had has have he her his how i if in " +
      "into is it its just let like may me might most must my no nor not of off on only or other our own rather said say she should since so some than " +
      "that the their them then there these they this to too us was we were what when where which while who whom why will with would yet you your"
    ).split(" "),
  );
  const SHORT = 3; // letters: the start of a word that says as little as this is not looked for, only the word

  const LETTERS = {
    ł: "l",
    Ł: "L",
    ø: "o",
    Ø: "O",
    đ: "d",
    Đ: "D",
    ð: "d",
    Ð: "D",
    ß: "ss",
    æ: "ae",
    Æ: "Ae",
    œ: "oe",
    Œ: "Oe",
    ı: "i",
  }; // that have no accent to take away

  function plain(word) {
    return word
      .replace(/[łŁøØđĐðÐßæÆœŒı]/g, (letter) => LETTERS[letter])
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "");
  }

  /* What to ask for, one after the other until something is found: all words together, then any of them. Each also without
     bare numbers, for the search can fail on one: a title with "2" in it would find nothing at all. The page of a work has
     its authors' names without accents too, so all words are asked for without them first, and any of them in both forms. */
  function queries(text) {
    if (/"|(?:^|\s)[+-]\S/.test(text)) return [text]; // whoever writes operators means them
    if (!window.survey) return [text]; // the search is up before the page's own script: nothing was typed yet
    text = window.survey.bare(text);
    const found = text
      .normalize("NFC")
      .split(/[\s\-,:;!?=[\]()"“”/·*^~+\\]+|\.(?!\d)/)
      .filter(Boolean);
    const open = /[^\s\-,:;!?=[\]()/.]$/.test(text) && found[found.length - 1]; // the last word may not be finished
    const telling = found.filter((word, index) => !STOP.has(word.toLowerCase()) || (!index && word === open));
    if (!telling.length) return [text.replace(/[:*^~]/g, " ")];
    const words = telling.filter((word) => !/^\d+$/.test(word)),
      sets = words.length && words.length < telling.length ? [telling, words] : [telling];
    function any(set) {
      return set
        .map((word, index) =>
          forms(word)
            .map(
              (form) =>
                form + (word === open && index === set.length - 1 && word.length >= SHORT ? `^2 ${form}` : "^1"),
            )
            .join(" "),
        )
        .join(" ");
    }
    function forms(word) {
      return plain(word) === word ? [word] : [word, plain(word)];
    }
    function all(set) {
      return forms(`+${set.join(" +")}`).reverse();
    }
    return sets
      .filter((set) => set.length > 1)
      .flatMap(all)
      .concat(sets.map(any));
  }

  /* Our ear is the first at every worker, so that an answer without results can be kept back for the second question. */
  function attend(Worker, given) {
    const worker = Reflect.construct(Worker, given),
      post = worker.postMessage,
      waiting = []; // answers come in the order of the questions
    worker.addEventListener("message", (event) => {
      const left = event.data.type === 3 && waiting.shift();
      if (!left?.length || event.data.data.items.length) return;
      event.stopImmediatePropagation();
      if (!waiting.length) ask(left);
    });
    function ask(list) {
      waiting.push(list.slice(1));
      post.call(worker, { type: 2, data: list[0] });
    }
    worker.postMessage = (message, ...others) => {
      if (message && message.type === 2 && typeof message.data === "string") ask(queries(message.data));
      else post.call(worker, message, ...others);
    };
    return worker;
  }

  /* The search listens to keys alone; a title can come by the mouse, and a word by voice. */
  document.addEventListener("input", (event) => {
    if (event.target.matches(".md-search__input")) event.target.dispatchEvent(new Event("keyup"));
  });

  if (window.Worker) window.Worker = new Proxy(window.Worker, { construct: attend });
})();
