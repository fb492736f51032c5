// Without this file all changes are listed, by theme. It adds a form that filters them by theme and kind.
(function () {
  "use strict";
  var form = document.querySelector(".change-filter");
  function list(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function left(part) { return list(".change-lines li", part).filter(function (line) { return !line.hidden; }).length; }
  if (!form) { return; }
  var folds = list(".change-group, .change-group .more, .leading-changes .more").map(function (fold) { return { fold: fold, open: fold.open }; });
  var chosen = false;

  window.atlasChoices(form, ["theme", "kind"], function () {
    var theme = form.elements.theme.value, kind = form.elements.kind.value, was = chosen;
    list(".change-lines li").forEach(function (line) {
      line.hidden = Boolean((theme && line.dataset.theme !== theme) || (kind && line.dataset.kind !== kind));
    });
    list(".leading-changes, .leading-changes .more, .change-group, .change-group .more").forEach(function (part) { part.hidden = !left(part); });
    // What is chosen is unfolded; without a choice, everything is folded as it was.
    chosen = Boolean(theme || kind);
    if (chosen || was) { folds.forEach(function (one) { one.fold.open = chosen || one.open; }); }
    return list(".change-group").map(left).reduce(function (sum, count) { return sum + count; }, 0);
  });
})();
