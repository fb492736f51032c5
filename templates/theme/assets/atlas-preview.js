// Without this file every link leads to what it names. It shows that beforehand, beside the link that is pointed at or has
// the focus, and lets arrow keys go from row to row of a strip and from square to square.
(function () {
  "use strict";
  var pages = {}, box = null, shown = null, timer = 0;
  var PREVIEWED = "a.row-link, a.note-link, a.fate";

  // The page at an address, fetched once. Files opened from a disk cannot be fetched: then there is no preview.
  function page(address) {
    if (!pages[address]) {
      pages[address] = fetch(address)
        .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
        .then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
    }
    return pages[address];
  }

  // What a link leads to, in short: a passage under its heading, or a milestone with what became of it.
  function gist(found, hash) {
    var target = hash ? found.getElementById(hash.slice(1)) : found.querySelector("main h1");
    if (!target) { return null; }
    var section = target.closest("details");
    var parts = hash ? [section && section.querySelector("summary > :first-child"), target] : [target, found.querySelector("main .key-figures")];
    var gathered = document.createElement("div");
    parts.forEach(function (part) { if (part) { gathered.appendChild(document.importNode(part, true)); } });
    gathered.querySelectorAll(".permalink, .edit, .headerlink, script").forEach(function (extra) { extra.remove(); });
    gathered.querySelectorAll("[id]").forEach(function (named) { named.removeAttribute("id"); });
    gathered.querySelectorAll("a").forEach(function (link) { link.replaceWith.apply(link, link.childNodes); });
    return gathered;
  }

  function hide() {
    clearTimeout(timer);
    if (shown) { shown.removeAttribute("aria-describedby"); shown = null; }
    if (box) { box.hidden = true; }
  }

  function show(link) {
    var address = link.href.split("#")[0];
    page(address).then(function (found) {
      var content = shown === link && gist(found, link.hash);
      if (!content) { return; }
      if (!box) {
        box = document.createElement("div");
        box.id = "preview";
        box.setAttribute("role", "tooltip");
        box.addEventListener("mouseleave", hide);
        document.body.appendChild(box);
      }
      box.textContent = "";
      box.appendChild(content);
      box.hidden = false;
      link.setAttribute("aria-describedby", box.id);
      place(link.getBoundingClientRect());
    }).catch(function () { /* the link itself still leads there */ });
  }

  function place(at) {
    var below = at.bottom + box.offsetHeight < window.innerHeight || at.top < box.offsetHeight;
    box.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8)) + window.scrollX + "px";
    box.style.top = (below ? at.bottom : at.top - box.offsetHeight) + window.scrollY + "px";
  }

  function ask(event) {
    var link = event.target.closest && event.target.closest(PREVIEWED);
    if (!link || link === shown) { return; }
    hide();
    shown = link;
    timer = setTimeout(function () { show(link); }, event.type === "focusin" ? 0 : 250);
  }

  // One tab stop for a strip or a row of squares; arrow keys, Home and End go on from there.
  function rove(links) {
    function stop(at) { links.forEach(function (link, i) { link.tabIndex = i === at ? 0 : -1; }); }
    stop(0);
    links.forEach(function (link, i) {
      link.addEventListener("focus", function () { stop(i); });
      link.addEventListener("keydown", function (event) {
        var to = { ArrowDown: i + 1, ArrowRight: i + 1, ArrowUp: i - 1, ArrowLeft: i - 1, Home: 0, End: links.length - 1 }[event.key];
        if (links[to]) { event.preventDefault(); links[to].focus(); }
      });
    });
  }

  if (location.protocol !== "file:") {
    ["mouseover", "focusin"].forEach(function (name) { document.addEventListener(name, ask); });
    // Only what the pointer was on is left: it also comes from one place to another when the page moves to what has the focus.
    document.addEventListener("mouseout", function (event) {
      function previews(element) { return shown.contains(element) || element.closest("#preview"); }
      if (shown && event.relatedTarget && previews(event.target) && !previews(event.relatedTarget)) { hide(); }
    });
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  }
  document.querySelectorAll(".chart-wide, .chart-narrow, .fates").forEach(function (group) {
    rove(Array.prototype.slice.call(group.querySelectorAll(".row-link, .fate")));
  });
})();
