// Without this file the numbers above the tables lead to their rows. It adds a form that filters and sorts all rows,
// and a file of those that are shown.
(function () {
  "use strict";
  var form = document.querySelector(".promise-filter");
  var holder = document.querySelector(".theme-promises");
  if (!form || !holder) { return; }
  var list = window.atlasChoices.list, holds = window.atlasChoices.holds;
  function options(name) { return list("option", form.elements[name]).map(function (option) { return option.value; }).filter(Boolean); }
  var homes = list(".theme-group", holder).map(function (group) {
    return { group: group, body: group.querySelector("tbody"), rows: list("tbody tr", group) };
  });
  var names = ["theme", "show", "owed", "words", "sort"];
  var owners = options("owed");
  var unfolded = false;

  // Sets the form to what an anchor of the numbers above stands for; false if it stands for nothing of the kind.
  function known(hash) {
    var anchor = hash.replace(/^all-/, ""), theme = "", flag = "", found = anchor === "rows";
    unfolded = found;
    options("show").forEach(function (one) {
      if (anchor === one) { found = true; flag = one; }
      options("theme").forEach(function (id) { if (anchor === id + "-" + one) { found = true; theme = id; flag = one; } });
    });
    if (found) {
      names.forEach(function (name) { if (name !== "sort" || unfolded) { form.elements[name].value = ""; } });
      form.elements.theme.value = theme;
      form.elements.show.value = flag;
    }
    return found;
  }

  function order(name) {
    return function (a, b) {
      var x = a.dataset[name], y = b.dataset[name];
      if (x === y) { return 0; }
      if (x === "" || y === "") { return x === "" ? 1 : -1; }
      if (name === "moved" || name === "past") { return Math.abs(Number(y)) - Math.abs(Number(x)); }
      return x < y ? -1 : 1;
    };
  }

  function fits(row, asked) {
    var owner = owners.indexOf(row.dataset.owed) < 0 ? "others" : row.dataset.owed;
    return (!asked.theme || row.dataset.theme === asked.theme) && (!asked.show || row.classList.contains("is-" + asked.show)) &&
      (!asked.owed || owner === asked.owed) && holds(row.querySelector("a").textContent, asked.words);
  }

  function show() {
    var asked = {}, seen = [];
    names.forEach(function (name) { asked[name] = form.elements[name].value.trim(); });
    homes.forEach(function (home) {
      home.rows.forEach(function (row) {
        row.hidden = !fits(row, asked);
        home.body.appendChild(row);
        if (!row.hidden) { seen.push(row); }
      });
    });
    if (asked.sort) { seen.sort(order(asked.sort)).forEach(function (row) { homes[0].body.appendChild(row); }); }
    homes.forEach(function (home, i) {
      home.group.hidden = asked.sort ? i > 0 : !home.rows.some(function (row) { return !row.hidden; });
      home.group.querySelector("summary").hidden = Boolean(asked.sort);
      home.group.open = Boolean(asked.theme || asked.show || asked.owed || asked.words || asked.sort || unfolded);
    });
    return seen.length;
  }

  function text(node) { return node.textContent.replace(/\s+/g, " ").trim(); }
  function date(cell) { return cell.querySelector(".none") ? "" : text(cell); }

  // The rows that are shown, in their order, as CSV.
  function csv() {
    var lines = [["id", "theme", "title", "owed_by", "first_due", "latest_due", "outcome", "address"]];
    list("tbody tr", holder).forEach(function (row) {
      var link = row.querySelector("a"), cells = row.querySelectorAll("td");
      if (row.hidden) { return; }
      lines.push([link.pathname.split("/").slice(-2)[0], row.dataset.theme, text(link), row.dataset.owed, date(cells[0]), date(cells[1]),
        Array.prototype.map.call(cells[3].children, text).join("; "), link.href]);
    });
    return lines.map(function (line) {
      return line.map(function (value) { return /[",]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value; }).join(",") + "\r\n";
    }).join("");
  }

  form.querySelector("button").addEventListener("click", function () {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + csv()], { type: "text/csv" }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });

  window.atlasChoices.choices(form, show, known);
})();
