// Finds the records of one edition in which all that is asked stands, the most important first. Nothing here knows of a page.
(function () {
  "use strict";
  var OF_KIND = { theme: 2.4, page: 1.8, term: 1.4, milestone: 1.3, indicator: 1.3, source: 1.2, place: 1.1, statement: 1 };
  var OF_WEIGHT = { lead: 1.3, normal: 1, minor: 0.8 };
  var TITLE = 2.5, STATE = 2; // how much more a word counts in a title, and in the state of a milestone
  var PREFIX = 3, INSIDE = 5; // how many letters a word must have to be found as the beginning, or as a part, of longer ones

  // `found` is what search.js holds: its rows are path, kind, number of the group, title, text, weight. `stem` gives the stem of a word in its language.
  atlasSearch.finder = function (found, stem) {
    found.rows = found.columns[0].map(function (_, n) { return found.columns.map(function (column) { return column[n]; }); });
    var numbers = new Map(), words = [null], rows = found.rows.map(function (row) {
      var title = read(row[3]);
      return { title: title.length, words: title.concat(0, read(row[4])), text: row[1] === "milestone" ? STATE : 1 };
    }); // 0 is between title and text: a phrase does not run from one into the other

    function read(text) {
      return atlasSearch.written(text).map(function (written) {
        var number = numbers.get(written);
        if (!number) { numbers.set(written, number = words.push(atlasSearch.word(written)) - 1); }
        return number;
      });
    }

    // Whether two words have one stem. It is looked up only where they begin alike: that is quick enough for every word.
    function areForms(one, other) { return one.slice(0, 2) === other.slice(0, 2) && stem(one) === stem(other); }

    // How well each word of the atlas fits the one that is asked: from 1, the same, to 0, another.
    function fits(asked, isQuoted) {
      var base = found.compounds && asked.whole.length >= INSIDE ? asked.single : null;
      function isForm(part) { return areForms(part, asked.whole); }
      return Float32Array.from(words, function (word) {
        if (!word) { return 0; }
        if (word.whole === asked.whole) { return 1; }
        if (isQuoted || asked.isNumber || word.isNumber) { return 0; }
        if (word.single === asked.single) { return 0.8; }
        if (areForms(word.whole, asked.whole)) { return 0.75; }
        if (word.parts.some(isForm)) { return 0.6; }
        if (asked.whole.length < PREFIX) { return 0; }
        if (word.whole.startsWith(asked.whole)) { return 0.4; }
        if (word.parts.some(function (part) { return part.startsWith(asked.whole); })) { return 0.3; }
        return base && word.single.indexOf(base) > 0 ? 0.2 : 0;
      });
    }

    // One or two ways in which a term can stand in a row: as it is written, and IT-infrastructuur as two words.
    function ways(term) {
      var written = [term.words.map(function (word) { return fits(word, term.isQuoted); })];
      var parts = term.words.length === 1 ? term.words[0].parts : [];
      if (parts.length > 1) { written.push(parts.map(function (part) { return fits(atlasSearch.word(part), term.isQuoted); })); }
      return written;
    }

    // The places in a row where a term begins, and how well and how long it stands there.
    function places(way, row) {
      var at = [], last = row.words.length - way.length;
      for (var n = 0; n <= last; n += 1) {
        var fit = way[0][row.words[n]];
        for (var k = 1; k < way.length && fit; k += 1) { fit = Math.min(fit, way[k][row.words[n + k]]); }
        if (fit) { at.push({ from: n, length: way.length, fit: fit * (n < row.title ? TITLE : words[row.words[n]].isNumber ? 1 : row.text) }); }
      }
      return at;
    }

    function standsIn(term, row) {
      var at = places(term.ways[0], row);
      return term.ways.length > 1 ? at.concat(places(term.ways[1], row)) : at;
    }

    // Small words that most of the atlas has need not be found, where something else is asked.
    function needed(terms) {
      var telling = terms.filter(function (term) {
        return term.isQuoted || term.words.length > 1 || term.words[0].whole.length > 4 || term.rows < rows.length / 5;
      });
      return telling.length ? telling : terms;
    }

    // A title or a question as a name, without what a writer is free to write.
    function name(text) { return atlasSearch.plain(text).replace(/[-‐‑"“”„?!.]/g, "").trim(); }

    // The hits for a query, best first: the number of the row, its score, and the numbers of the words that were found.
    return function (query) {
      var whole = name(query);
      var terms = needed(atlasSearch.asked(query).map(function (term) {
        var made = { words: term.words, isQuoted: term.isQuoted, ways: ways(term) };
        made.at = rows.map(function (row) { return standsIn(made, row); });
        made.rows = made.at.filter(function (at) { return at.length; }).length;
        return made;
      }));
      if (!terms.length) { return []; }
      var together = terms.length > 1 ? [].concat.apply([], terms.map(function (term) { return term.ways[0]; })) : null;
      return rows.map(function (row, n) {
        if (terms.some(function (term) { return !term.at[n].length; })) { return null; }
        var score = terms.reduce(function (sum, term) {
          var best = Math.max.apply(null, term.at[n].map(function (place) { return place.fit; }));
          return sum + best * Math.log(1 + rows.length / term.rows);
        }, 0);
        if (together && places(together, row).length) { score *= 2; }
        var title = name(found.rows[n][3]), isName = title === whole || title.startsWith(whole + " (") || title.endsWith(" (" + whole + ")");
        score *= (isName ? 10 : 1) * OF_KIND[found.rows[n][1]] * OF_WEIGHT[found.rows[n][5]];
        return { row: n, score: score, isName: isName, at: [].concat.apply([], terms.map(function (term) { return term.at[n]; })), title: row.title };
      }).filter(Boolean).sort(function (one, other) { return other.score - one.score || one.row - other.row; });
    };
  };
})();
