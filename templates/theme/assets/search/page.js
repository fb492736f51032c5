// The page of search. What it reads is fetched when the reader first asks for something, not before; as scripts, so that it
// works from a folder too. The question is kept in the address.
(function () {
  "use strict";
  var folder = document.currentScript.src.replace(/[^/]*$/, "");
  var input = document.getElementById("q");
  var results = document.getElementById("search-results");
  var status = document.getElementById("search-status");
  var say = results.dataset;
  var FIRST = 3, OF_GROUP = 5, MOST = 200, LONGEST = 260, BEFORE = 90;
  var ready = null, keeping = 0;

  function script(address) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  function load() {
    ready = ready || script(say.index).then(function () {
      return Promise.all(["base", atlasSearch.found.stems].map(function (name) { return script(folder + name + "-stemmer.js"); }));
    }).then(function () {
      var stems = atlasSearch.found.stems, known = new Map();
      var stemmer = new window[stems[0].toUpperCase() + stems.slice(1) + "Stemmer"]();
      return atlasSearch.finder(atlasSearch.found, function (word) {
        if (!known.has(word)) { known.set(word, stemmer.stemWord(word)); }
        return known.get(word);
      });
    });
    return ready;
  }

  function element(name, content, style) {
    var made = document.createElement(name);
    made.append.apply(made, [].concat(content));
    if (style) { made.className = style; }
    return made;
  }

  // The text with what was found marked, cut to the part around the first mark; its words are numbered from `first`.
  function marked(text, first, hit) {
    var tokens = atlasSearch.tokens(text), spans = [];
    hit.at.forEach(function (place) {
      var from = tokens[place.from - first], to = tokens[place.from - first + place.length - 1];
      if (from && to) { spans.push([from.start, to.end]); }
    });
    spans.sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; });
    var start = 0, end = text.length;
    if (text.length > LONGEST) {
      var around = spans.length ? Math.max(0, spans[0][0] - BEFORE) : 0;
      start = around && text.indexOf(" ", around) + 1;
      end = text.length - start > LONGEST ? text.lastIndexOf(" ", start + LONGEST) : text.length;
    }
    var parts = [start ? "… " : ""], at = start;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > end) { return; }
      parts.push(text.slice(at, span[0]), element("mark", text.slice(span[0], span[1])));
      at = span[1];
    });
    return parts.concat(text.slice(at, end), end < text.length ? " …" : "");
  }

  // Folders have no page of their own where no server adds its name.
  function address(path) {
    return say.root + (location.protocol === "file:" ? path.replace(/(^|\/)(#|$)/, "$1index.html$2") : path);
  }

  function entry(hit, withGroup) {
    var row = atlasSearch.found.rows[hit.row], text = marked(row[4], hit.title + 1, hit);
    var link = element("a", row[3] ? marked(row[3], 0, hit) : text);
    link.href = address(row[0]);
    var kind = atlasSearch.found.kinds[row[1]], group = atlasSearch.found.groups[row[2]];
    var isOfTheme = /^themes\//.test(group[1]) && row[1] !== "theme";
    var tag = element("span", withGroup && isOfTheme ? group[0] + " · " + kind : kind, "tag");
    return element("li", [link, " ", tag].concat(row[3] && row[4] ? element("div", text) : []));
  }

  function list(hits, withGroup) {
    return element("ol", hits.map(function (hit) { return entry(hit, withGroup); }));
  }

  function section(hits) {
    var group = atlasSearch.found.groups[atlasSearch.found.rows[hits[0].row][2]];
    var link = element("a", group[0]);
    link.href = address(group[1]);
    var parts = [element("h2", [link, " ", element("span", String(hits.length), "count")]), list(hits.slice(0, OF_GROUP))];
    if (hits.length > OF_GROUP) {
      var more = element("summary", say.more.replace("{n}", hits.length - OF_GROUP));
      parts.push(element("details", [more, list(hits.slice(OF_GROUP))]));
    }
    return element("section", parts);
  }

  // The best of all first, what bears the very name once of each kind; then the others by theme, in the order of their best.
  function shown(hits) {
    var named = {}, rows = atlasSearch.found.rows;
    var first = hits.filter(function (hit) {
      var kind = rows[hit.row][1], isFirst = hit.isName && !(kind in named);
      if (isFirst) { named[kind] = true; }
      return isFirst;
    });
    first = first.concat(hits.filter(function (hit) { return first.indexOf(hit) < 0; })).slice(0, Math.max(FIRST, first.length));
    var groups = new Map();
    hits.slice(0, MOST).forEach(function (hit) {
      if (first.indexOf(hit) >= 0) { return; }
      var group = rows[hit.row][2];
      groups.set(group, (groups.get(group) || []).concat(hit));
    });
    return first.length ? [list(first, true)].concat(Array.from(groups.values(), section)) : [];
  }

  function keep() {
    clearTimeout(keeping);
    var words = input.value.trim();
    history.replaceState(null, "", location.pathname + (words ? "?q=" + encodeURIComponent(words) : ""));
  }

  function show() {
    var words = input.value.trim();
    clearTimeout(keeping);
    keeping = setTimeout(keep, 200); // browsers refuse an address that changes with every letter
    if (!words) { results.replaceChildren(); status.textContent = ""; return; }
    load().then(function (find) {
      if (words !== input.value.trim()) { return; }
      var hits = find(words), n = hits.length;
      results.replaceChildren.apply(results, shown(hits));
      status.textContent = n === 0 ? say.none : n === 1 ? say.one : (n > MOST ? say.capped : say.many).replace("{n}", n).replace("{most}", MOST);
    }, function () { status.textContent = say.failed; });
  }

  input.form.addEventListener("submit", function (event) { event.preventDefault(); show(); keep(); });
  input.addEventListener("input", show);
  results.addEventListener("click", keep, true);
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; show(); }
  input.focus();
})();
