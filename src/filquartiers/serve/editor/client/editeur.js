// Eases the editor's forms; all of it works without.
(() => {
  "use strict";
  document.querySelector("#avis")?.focus();

  // The five next dates, as one types.
  const form = document.querySelector("form[data-dates]");
  const frame = document.querySelector("#dates");
  const abouts = /^c\.(debut|fin|horaire|journee|recurrence|en_plus|annule|reporte|maisons|reseau)(\.|$)/;
  let waiting = 0;
  let asked = 0;
  const look = async () => {
    const rank = ++asked;
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (abouts.test(name)) data.append(name, value);
    data.append("jeton", form.querySelector("[data-jeton-dates]").value);
    try {
      const answer = await fetch(form.dataset.dates, { method: "POST", body: data });
      if (!answer.ok || rank !== asked) return;
      const told = new DOMParser().parseFromString(await answer.text(), "text/html");
      frame.replaceChildren(...told.body.childNodes);
    } catch {
      // the preview was stopped: the button still says so
    }
  };
  if (form && frame) {
    form.addEventListener("input", (event) => {
      if (!abouts.test(event.target.name ?? "")) return;
      clearTimeout(waiting);
      waiting = setTimeout(look, 350);
    });
  }

  // A few signs around the chosen words of a long text.
  const surround = (area, before, after) => {
    const chosen = area.value.slice(area.selectionStart, area.selectionEnd);
    const start = area.selectionStart + before.length;
    area.setRangeText(before + chosen + after, area.selectionStart, area.selectionEnd);
    area.setSelectionRange(start, start + chosen.length);
    area.focus();
  };
  const atLines = (area, sign) => {
    const first = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const lines = area.value.slice(first, area.selectionEnd).split("\n");
    area.setRangeText(lines.map((line) => sign + line).join("\n"), first, area.selectionEnd, "end");
    area.focus();
  };
  const tools = [
    ["Gras", (area) => surround(area, "**", "**")],
    ["Lien", (area) => surround(area, "[", "](https://)")],
    ["Liste", (area) => atLines(area, "- ")],
    ["Titre", (area) => atLines(area, "### ")],
  ];
  for (const area of document.querySelectorAll("textarea[data-texte]")) {
    const bar = document.createElement("div");
    bar.className = "outils";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", `Mise en forme : ${document.querySelector(`label[for="${area.id}"]`).textContent}`);
    for (const [label, act] of tools) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "discret";
      button.textContent = label;
      button.addEventListener("click", () => act(area));
      bar.append(button);
    }
    area.before(bar);
  }

  // A file that would be refused is told before it is sent.
  for (const input of document.querySelectorAll("input[type=file][data-au-plus]")) {
    input.addEventListener("change", () => {
      const heavy = [...input.files].some((file) => file.size > Number(input.dataset.auPlus) * 1e6);
      input.setCustomValidity(heavy ? `Ce fichier pèse plus de ${input.dataset.auPlus} Mo.` : "");
      input.reportValidity();
    });
  }

  // Leaving with changes not saved: the browser asks.
  const whole = document.querySelector(".formulaire");
  let changed = Boolean(whole?.hasAttribute("data-change"));
  whole?.addEventListener("input", () => (changed = true));
  whole?.addEventListener("submit", () => (changed = false));
  window.addEventListener("beforeunload", (event) => changed && event.preventDefault());
})();
