// Un seul confort : filtrer la liste des actions par un mot, sans quitter la page. Sans script, les facettes suffisent.
(() => {
  "use strict";
  const box = document.querySelector("[data-filtre-texte]");
  if (!box) return;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/œ/g, "oe");
  const cards = [...document.querySelectorAll(".fiche, .fiche-ligne")].map((card) => [card, fold(card.textContent)]);
  const groups = [...document.querySelectorAll("[data-groupe]")];

  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [card, text] of cards) {
      card.hidden = !words.every((word) => text.includes(word));
      shown += card.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(":is(.fiche, .fiche-ligne):not([hidden])");
    status.textContent = words.length ? (shown > 1 ? `${shown} actions` : shown ? "1 action" : "Aucune action : essayez un autre mot.") : "";
  };

  box.hidden = false;
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  filter();
})();
