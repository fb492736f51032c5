// Without this file the numbers above the tables lead to their rows. It adds a form that filters and sorts all rows,
// and keeps what was chosen in the address.
(function () {
  "use strict";
  var form = document.querySelector(".promise-filter");
  var holder = document.querySelector(".theme-promises");
  if (!form || !holder) { return; }
  var groups = Array.prototype.slice.call(holder.querySelectorAll(".theme-group"));
  var homes = groups.map(function (group) {
    return { group: group, body: group.querySelector("tbody"), rows: Array.prototype.slice.call(group.querySelectorAll("tbody tr")) };
  });
  var names = ["theme", "show", "sort"];
  var unfolded = false;

  function read() {
    var asked = new URLSearchParams(location.search);
    var target = /^#(?:all-)?([a-z0-9-]*)$/.exec(location.hash);
    names.forEach(function (name) {
      var value = asked.get(name) || "";
      var known = Array.prototype.some.call(form.elements[name].options, function (option) { return option.value === value; });
      form.elements[name].value = known ? value : "";
    });
    if (target && !location.search) { known(target[1]); }
  }

  // Sets the form to what an anchor of the numbers above stands for; false if it stands for nothing of the kind.
  function known(anchor) {
    var found = anchor === "rows";
    unfolded = found;
    if (found) { names.forEach(function (name) { form.elements[name].value = ""; }); }
    Array.prototype.forEach.call(form.elements.show.options, function (flag) {
      if (!flag.value) { return; }
      if (anchor === flag.value) { found = true; form.elements.theme.value = ""; form.elements.show.value = flag.value; }
      Array.prototype.forEach.call(form.elements.theme.options, function (theme) {
        if (theme.value && anchor === theme.value + "-" + flag.value) {
          found = true;
          form.elements.theme.value = theme.value;
          form.elements.show.value = flag.value;
        }
      });
    });
    return found;
  }

  function order(name) {
    return function (a, b) {
      var x = a.dataset[name], y = b.dataset[name];
      if (x === y) { return 0; }
      if (x === "" || y === "") { return x === "" ? 1 : -1; }
      if (name === "moved") { return Math.abs(Number(y)) - Math.abs(Number(x)); }
      return x < y ? -1 : 1;
    };
  }

  function show() {
    var theme = form.elements.theme.value, flag = form.elements.show.value, sort = form.elements.sort.value;
    var count = 0, all = [];
    homes.forEach(function (home) {
      home.rows.forEach(function (row) {
        row.hidden = (theme && row.dataset.theme !== theme) || (flag && !row.classList.contains("is-" + flag));
        if (!row.hidden) { count += 1; all.push(row); }
      });
    });
    homes.forEach(function (home) { home.rows.forEach(function (row) { home.body.appendChild(row); }); });
    if (sort) {
      all.sort(order(sort));
      all.forEach(function (row) { homes[0].body.appendChild(row); });
    }
    homes.forEach(function (home, i) {
      home.group.hidden = sort ? i > 0 : !home.rows.some(function (row) { return !row.hidden; });
      home.group.querySelector("summary").hidden = Boolean(sort);
      home.group.open = Boolean(theme || flag || sort || unfolded);
    });
    form.querySelector("output").textContent = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
  }

  function keep() {
    var asked = new URLSearchParams();
    names.forEach(function (name) { if (form.elements[name].value) { asked.set(name, form.elements[name].value); } });
    var query = asked.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
    show();
  }

  form.hidden = false;
  form.addEventListener("change", keep);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", function () {
    if (known(location.hash.replace(/^#(?:all-)?/, ""))) { keep(); form.scrollIntoView(); }
  });
  window.addEventListener("popstate", function () { read(); show(); });
  read();
  show();
})();
