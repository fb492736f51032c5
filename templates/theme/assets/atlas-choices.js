// What the forms of the pages of promises and of changes share: what is chosen is kept in the address and comes back with it.
(function () {
  "use strict";
  // names: of the fields; show: shows what is chosen and returns how much that is; read: what else is read from the address.
  window.atlasChoices = function (form, names, show, read) {
    var waiting;

    function restore() {
      var asked = new URLSearchParams(location.search);
      names.forEach(function (name) {
        var field = form.elements[name];
        field.value = asked.get(name) || "";
        if (field.selectedIndex === -1) { field.value = ""; }
      });
      if (read) { read(); }
      update();
    }

    function update() {
      var count = show();
      form.querySelector("output").textContent = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
    }

    function keep() {
      var asked = new URLSearchParams(), query;
      clearTimeout(waiting);
      names.forEach(function (name) { if (form.elements[name].value) { asked.set(name, form.elements[name].value); } });
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
    restore();
    return keep;
  };
})();
