// Keys, and the check of a record while it is written. Without this script every page works by its buttons.
"use strict";
(() => {
  const forms = [...document.querySelectorAll("form.record")];
  const keys = document.getElementById("keys");
  if (keys) {
    keys.checked = sessionStorage.getItem("keys") !== "off";
    keys.addEventListener("change", () => sessionStorage.setItem("keys", keys.checked ? "on" : "off"));
  }
  let chosen = forms[0];

  const choose = (form) => {
    forms.forEach((each) => each.classList.toggle("chosen", each === form));
    chosen = form;
  };
  const edit = (form) => {
    choose(form);
    const fields = [...form.querySelectorAll(".fields input, .fields select, .fields textarea")];
    const next = fields.find((field) => !field.value && field.closest(".field").querySelector(".needed")) || fields[0];
    next?.focus();
  };
  const show = (form, { faults, id }) => {
    const own = form.elements.namedItem("id");
    if (own && id && !own.value) own.placeholder = id;
    for (const place of form.querySelectorAll("[data-fault]")) {
      const of = place.dataset.fault;
      const here = faults.filter((fault) => (of ? fault.options.includes(of) : !fault.options.length));
      place.textContent = here.map((fault) => `${fault.what}. ${fault.hint}`.trim()).join("\n");
      const field = of && form.elements.namedItem(of);
      if (field) field.setAttribute("aria-invalid", String(here.length > 0));
      if (here.length) place.closest("details")?.setAttribute("open", "");
    }
    form.querySelector(".verdict").textContent = faults.length ? `${faults.length} to mend` : "In order";
    return faults.length === 0;
  };
  const check = async (form) => {
    const answer = await fetch("?act=check", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || answer.redirected) return false;
    return show(form, await answer.json());
  };

  for (const form of forms) {
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => check(form), 150);
    });
    form.addEventListener("focusin", () => choose(form));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      if (await check(form)) form.submit();
      else form.querySelector('[aria-invalid="true"]')?.focus();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    const button = form.querySelector(".edit");
    button.hidden = false;
    button.addEventListener("click", () => edit(form));
  }
  if (chosen) choose(chosen);

  const act = {
    a: () => chosen?.requestSubmit(),
    e: () => chosen && edit(chosen),
    l: () => document.querySelector('form[data-key="l"]')?.requestSubmit(),
    o: () => document.getElementById("why")?.select(),
    r: () => document.getElementById("of")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    const isTyped = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && isTyped) event.target.blur();
    if (isTyped || event.ctrlKey || event.metaKey || event.altKey || (keys && !keys.checked)) return;
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"], button[data-key="${CSS.escape(event.key)}"]`);
    const form = forms.find((each) => each.dataset.number === event.key);
    if (!link && !form && !act[event.key]) return;
    event.preventDefault();
    if (link) link.click();
    else if (form) edit(form);
    else act[event.key]();
  });
})();
