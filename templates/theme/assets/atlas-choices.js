// Forms that choose from what a page lists: what is chosen is kept in the address and comes back with it. The page of promises
// shows its rows by itself; elsewhere the lines that fit are shown. Without this file everything is listed, and folded.
(function () {
  "use strict";
  function list(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function holds(text, asked) {
    text = plain(text);
    return plain(asked).split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
  }

  // show: shows what is chosen and returns how much that is; read: chooses what an anchor stands for, if it does for anything.
  function choices(form, show, read) {
    var waiting, fields = list("[name]", form);

    function restore() {
      var asked = new URLSearchParams(location.search);
      fields.forEach(function (field) { choose(field, asked.get(field.name) || ""); });
      if (!location.search) { read(location.hash.slice(1)); }
      update();
    }

    function update() {
      var count = show();
      form.querySelector("output").textContent = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
    }

    function keep() {
      var asked = new URLSearchParams(), query;
      clearTimeout(waiting);
      fields.forEach(function (field) { if (field.value) { asked.set(field.name, field.value); } });
      query = asked.toString();
      history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
      update();
    }

    form.hidden = false;
    // Browsers limit how often an address may change: not at every letter.
    form.addEventListener("input", function () { update(); clearTimeout(waiting); waiting = setTimeout(keep, 300); });
    form.addEventListener("change", keep);
    form.addEventListener("submit", function (event) { event.preventDefault(); keep(); });
    window.addEventListener("popstate", restore);
    window.addEventListener("hashchange", function () { if (read(location.hash.slice(1))) { keep(); form.scrollIntoView(); } });
    restore();
  }

  // Whether there is such a choice; if not, nothing is chosen.
  function choose(field, value) {
    field.value = value;
    if (field.selectedIndex === -1) { field.value = ""; }
    return Boolean(field.value);
  }

  function lines(form) {
    var all = list("[data-kind]"), chosen = false;
    var parts = list("main details, main section").filter(function (part) { return part.querySelector("[data-kind]"); });
    var folds = parts.filter(function (part) { return part.open !== undefined; }).map(function (fold) { return { fold: fold, open: fold.open }; });

    choices(form, function () {
      var asked = list("[name]", form).filter(function (field) { return field.value.trim(); }), was = chosen;
      chosen = asked.length > 0;
      all.forEach(function (line) {
        line.hidden = !asked.every(function (field) {
          return field.name === "words" ? holds(line.textContent, field.value) : line.dataset[field.name] === field.value;
        });
      });
      parts.forEach(function (part) { part.hidden = !part.querySelector("[data-kind]:not([hidden])"); });
      // What is chosen is unfolded; without a choice, everything is folded as it was.
      if (chosen || was) { folds.forEach(function (one) { one.fold.open = chosen || one.open; }); }
      return all.filter(function (line) { return !line.hidden && !line.closest(".by-kind"); }).length;
    }, function (anchor) { // kind-moved stands for moved, chosen from the kinds
      return list("select", form).some(function (field) {
        return anchor.indexOf(field.name + "-") === 0 && choose(field, anchor.slice(field.name.length + 1));
      });
    });
  }

  window.atlasChoices = { list: list, holds: holds, choices: choices };
  list(".line-filter").forEach(lines);
})();
