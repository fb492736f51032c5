// Search inside one edition. The index is fetched when the reader first asks for something, not before.
(function () {
  "use strict";
  var lunrFolder = document.currentScript.dataset.lunr;
  var input = document.getElementById("q");
  var list = document.getElementById("search-results");
  var status = document.getElementById("search-status");
  var ready = null;
  var MOST = 60;

  function script(name) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = lunrFolder + name;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  function load() {
    ready = ready || fetch(list.dataset.index).then(function (answer) { return answer.json(); }).then(function (found) {
      var stemmed = found.language === "nl" ? ["stemmer.js", "lunr.nl.js"] : [];
      return ["lunr.js"].concat(stemmed).reduce(function (before, name) {
        return before.then(function () { return script(name); });
      }, Promise.resolve()).then(function () {
        var index = lunr(function () {
          if (found.language === "nl") this.use(lunr.nl);
          this.ref("n");
          this.field("title", { boost: 4 });
          this.field("text");
          found.rows.forEach(function (row, n) { this.add({ n: n, title: row[2], text: row[3] }); }, this);
        });
        return { rows: found.rows, index: index };
      });
    });
    return ready;
  }

  function matches(index, words) {
    return index.query(function (query) {
      lunr.tokenizer(words).forEach(function (token) {
        var word = token.toString();
        query.term(index.pipeline.runString ? index.pipeline.runString(word) : word, { boost: 10 });
        query.term(word, { boost: 5, usePipeline: false });
        query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      });
    });
  }

  // What bears the very name that was asked for comes first, once of each kind, also where it is a word that the index
  // leaves out.
  function ranked(atlas, words) {
    var asked = words.toLowerCase();
    var kinds = {};
    atlas.rows.forEach(function (row, n) {
      var title = row[2].toLowerCase();
      var isName = title === asked || title.startsWith(asked + " (") || title.endsWith(" (" + asked + ")");
      if (isName && !(row[1] in kinds)) { kinds[row[1]] = n; }
    });
    var named = Object.values(kinds);
    var others = matches(atlas.index, words).map(function (hit) { return Number(hit.ref); });
    return named.concat(others.filter(function (n) { return named.indexOf(n) < 0; }));
  }

  function entry(row) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = list.dataset.root + row[0];
    link.textContent = row[2];
    var kind = document.createElement("span");
    kind.className = "tag";
    kind.textContent = row[1];
    item.append(link, " ", kind);
    if (row[3]) {
      var text = document.createElement("div");
      text.textContent = row[3].length > 240 ? row[3].slice(0, 237) + "…" : row[3];
      item.append(text);
    }
    return item;
  }

  function show() {
    var words = input.value.trim();
    if (!words) { list.replaceChildren(); status.textContent = ""; return; }
    load().then(function (atlas) {
      if (words !== input.value.trim()) return;
      var found = ranked(atlas, words);
      list.replaceChildren.apply(list, found.slice(0, MOST).map(function (n) { return entry(atlas.rows[n]); }));
      status.textContent = found.length === 0 ? list.dataset.none
        : found.length === 1 ? list.dataset.one : list.dataset.many.replace("{n}", found.length);
    });
  }

  input.form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  input.addEventListener("input", show);
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; show(); }
  input.focus();
})();
