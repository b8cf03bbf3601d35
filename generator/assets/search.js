/* made by the survey site generator: what is typed into the search box, as Material's search understands it best.
   That search takes a colon for the name of a field, and every word, however short, for the start of others: the "a" of
   a title would find each word that starts with it. So a word that is followed by another one is taken for whole. */
(function () {
  "use strict";

  var STOP = new Set(("a about all also am an and any are as at be been but by can could did do does for from get had has have he her his how i if in "
    + "into is it its just let like may me might most must my no nor not of off on only or other our own rather said say she should since so some than "
    + "that the their them then there these they this to too us was we were what when where which while who whom why will with would yet you your").split(" "));
  var SHORT = 3; // letters: the start of a word that says as little as this is not looked for, only the word

  function words(text) {
    if (/"|(?:^|\s)[+-]\S/.test(text)) return text; // whoever writes operators means them
    var found = text.normalize("NFC").split(/[\s\-,:;!?=[\]()"“”/·*^~+\\]+|\.(?!\d)/).filter(Boolean);
    var open = /[^\s\-,:;!?=[\]()/.]$/.test(text); // the last word may not be finished
    var last = found.length - 1;
    var telling = found.filter(function (word, index) { return !STOP.has(word.toLowerCase()) || (index === last && open && last === 0); });
    if (!telling.length) return text.replace(/[:*^~]/g, " ");
    return telling.map(function (word, index) {
      var unfinished = index === telling.length - 1 && open && word === found[last];
      return word + (unfinished && word.length >= SHORT ? "^2 " + word : "^1");
    }).join(" ");
  }

  var post = window.Worker && window.Worker.prototype.postMessage;
  if (post) {
    window.Worker.prototype.postMessage = function (message) {
      var query = message && message.type === 2 && typeof message.data === "string";
      return query ? post.call(this, { type: 2, data: words(message.data) }) : post.apply(this, arguments);
    };
  }
})();
