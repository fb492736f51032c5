// Everything can be read and reached without this file. It adds a switch between light and dark.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  var kept = null;
  try { kept = localStorage.getItem("scheme"); } catch (error) { /* storage may be refused: then the system decides */ }
  if (kept === "dark" || kept === "light") root.dataset.scheme = kept;

  function dark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".scheme");
    function label() { button.textContent = dark() ? button.dataset.light : button.dataset.dark; }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      root.dataset.scheme = dark() ? "light" : "dark";
      try { localStorage.setItem("scheme", root.dataset.scheme); } catch (error) { /* lasts for this page only */ }
      label();
    });
  });
})();
