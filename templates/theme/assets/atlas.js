// Everything can be read and reached without this file. It adds a switch between palettes: those of mkdocs.yml, or light and dark.
(function () {
  "use strict";
  var root = document.documentElement;
  var kept = []; // which palette, and whether it is light or dark: that much is known before the page is there
  root.classList.remove("no-js");
  try { kept = (localStorage.getItem("palette") || "").split(" "); } catch (error) { /* storage may be refused: then the system decides */ }
  if (kept[1]) { root.dataset.scheme = kept[1]; }

  // What is from outside can be hidden: by the address, and on every page until it is shown again.
  var only = new URLSearchParams(location.search).has("parliament");
  try { only = only || localStorage.getItem("parliament") === "only"; } catch (error) { /* then on this page only */ }
  root.classList.toggle("parliament-only", only);
  document.addEventListener("change", function (event) {
    var box = event.target;
    if (!box.classList.contains("only-parliament")) { return; }
    root.classList.toggle("parliament-only", box.checked);
    history.replaceState(null, "", location.pathname + (box.checked ? "?parliament" : ""));
    try { if (box.checked) { localStorage.setItem("parliament", "only"); } else { localStorage.removeItem("parliament"); } } catch (error) { /* lasts for this page only */ }
  });

  // Each button stands for a palette, and shows while that applies. One without a title never shows.
  document.addEventListener("DOMContentLoaded", function () {
    var box = document.querySelector(".only-parliament");
    if (box) { box.checked = only; }
    // What is to be taken along gets a button that copies it, where the browser lets pages do that.
    (navigator.clipboard ? document.querySelectorAll("[data-copy]") : []).forEach(function (text) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = text.dataset.copy;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(text.textContent).then(function () { button.textContent = text.dataset.copied; });
      });
      text.after(button);
    });
    var buttons = Array.prototype.slice.call(document.querySelectorAll(".scheme"));
    function fits(button) { return button.dataset.media && matchMedia(button.dataset.media).matches; }
    function apply(shown) {
      if (shown.dataset.scheme) { root.dataset.scheme = shown.dataset.scheme; } else { delete root.dataset.scheme; }
      buttons.forEach(function (button) { button.hidden = button !== shown || !button.title; });
      ["scheme", "primary", "accent"].forEach(function (name) {
        var value = shown.getAttribute("data-md-color-" + name);
        if (value) { document.body.setAttribute("data-md-color-" + name, value); }
      });
    }
    buttons.forEach(function (button, i) {
      button.addEventListener("click", function () {
        var next = (i + 1) % buttons.length;
        apply(buttons[next]);
        buttons[next].focus();
        try { localStorage.setItem("palette", next + " " + buttons[next].dataset.scheme); } catch (error) { /* lasts for this page only */ }
      });
    });
    if (buttons.length) { apply(buttons[kept[0]] || buttons.filter(fits)[0] || buttons[0]); }
    else { delete root.dataset.scheme; }
  });
})();
