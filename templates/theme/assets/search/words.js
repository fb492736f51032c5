// What a word is, for search: the same in what is written and in what is asked. Nothing here knows of a page.
var atlasSearch = {};
(function () {
  "use strict";
  var PLAIN = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l" };
  var SIGNS = { percent: "%", procent: "%" };
  var WORD = "\\p{L}[\\p{L}\\p{M}\\p{N}\\p{Cf}]*";
  var TOKEN = new RegExp("\\d+(?:[.,]\\d+)*|%|" + WORD + "(?:[-‐‑][\\p{L}\\p{M}\\p{N}\\p{Cf}]+)*(?:['’]s(?![\\p{L}\\p{N}]))?", "gu");

  // Without accents, ligatures, capitals and invisible characters.
  function plain(text) {
    if (!/[^\0-\x7f]/.test(text)) { return text.toLowerCase(); }
    return text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace(/[ßæœøđł]/g, function (letter) { return PLAIN[letter]; });
  }

  // 1.094, 1,094 and 1094 are one number; so are 1,4 and 1.4. Groups of three digits are thousands, unless they follow a lone zero.
  function number(written) {
    if (/^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(written)) { return written.replace(/[.,]/g, ""); }
    var parts = /^([1-9]\d{0,2}(?:([.,])\d{3})+)(?!\2)[.,](\d+)$/.exec(written);
    return parts ? parts[1].replace(/[.,]/g, "") + "." + parts[3] : written.replace(/,/g, ".");
  }

  // The words of the text, in order, and where each stands.
  function tokens(text) {
    return Array.from(text.matchAll(TOKEN), function (found) {
      return { written: found[0], start: found.index, end: found.index + found[0].length };
    });
  }

  // The same words as they are written: many times quicker, for all of the atlas.
  function written(text) { return text.match(TOKEN) || []; }

  // What a word is called, however it is written: `e-commerce`, `1094`, `%`.
  function name(written) {
    if (/^[a-z]+$/.test(written)) { return SIGNS[written] || written; }
    if (/^\d/.test(written)) { return number(written); }
    var called = plain(written.replace(/['’]s$/, "")).replace(/[‐‑]/g, "-");
    return SIGNS[called] || called;
  }

  // What of a word is compared: whole, in its parts, and with its double letters single (drugssmokkel, drugsmokkel).
  function word(written) {
    var called = name(written), whole = called.replace(/-/g, "");
    return {
      whole: whole,
      parts: called === whole ? [] : called.split("-").filter(Boolean),
      single: whole.length < 5 ? whole : whole.replace(/([a-z])\1+/g, "$1"),
      isNumber: /^[\d%]/.test(called),
    };
  }

  // What is asked, as a list of terms that must all be found. Each is a list of words that follow one another: one word, what
  // stands in quotes, or what is written without a space. In quotes a word is meant as it is written.
  function asked(query) {
    var terms = [];
    Array.from(query.replace(/[“”„«»″]/g, '"').matchAll(/"([^"]*)"?|[^\s"]+/g), function (piece) {
      var isQuoted = piece[1] !== undefined, text = isQuoted ? piece[1] : piece[0], last = null;
      tokens(text).forEach(function (token) {
        var isNext = last && (isQuoted || !/[/,;:&+()]/.test(text.slice(last.end, token.start)));
        if (!isNext) { terms.push({ words: [], isQuoted: isQuoted }); }
        terms[terms.length - 1].words.push(word(token.written));
        last = token;
      });
    });
    return terms;
  }

  atlasSearch.plain = plain;
  atlasSearch.tokens = tokens;
  atlasSearch.written = written;
  atlasSearch.word = word;
  atlasSearch.asked = asked;
})();
