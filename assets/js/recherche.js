// La recherche : index.js (même dossier) a posé les données, ceci les interroge. Rien ne sort du navigateur.
(() => {
  "use strict";
  const data = window.filRecherche;
  const form = document.querySelector("form[data-recherche]");
  const results = document.querySelector("[data-resultats]");
  if (!data || !form || !results) return;
  const field = form.querySelector("input");
  const status = form.querySelector("[data-bilan]");
  const list = results.querySelector("ul");
  const stems = Object.keys(data.mots);
  const SHOWN = 30;
  const endingAfter = (stem) => Math.max(1, Math.min(7, 2 * stem.length - 4)); // « jardinières » trouve « jardin »

  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");

  const wordsOf = (text) => fold(text).match(/[a-z0-9]{2,}/g) || [];

  // How well a stem answers a typed word: 0 not at all, 1 exactly.
  const nearness = (stem, word) => {
    if (stem === word) return 1;
    if (stem.startsWith(word)) return 0.7;
    const ending = word.length - stem.length;
    return ending <= endingAfter(stem) && word.startsWith(stem) ? 0.8 - ending / 20 : 0;
  };

  const scoresOf = (word) => {
    const scores = new Map();
    for (const stem of stems) {
      const near = nearness(stem, word);
      if (!near) continue;
      const pages = data.mots[stem];
      for (let rank = 0; rank < pages.length; rank += 2) {
        scores.set(pages[rank], Math.max(scores.get(pages[rank]) || 0, near * pages[rank + 1]));
      }
    }
    return scores;
  };

  // Pages that hold every word that is known; the best first.
  const find = (text) => {
    const found = wordsOf(text).map(scoresOf).filter((scores) => scores.size);
    if (!found.length) return [];
    return [...found[0].keys()]
      .filter((page) => found.every((scores) => scores.has(page)))
      .map((page) => [page, found.reduce((sum, scores) => sum + scores.get(page), 0)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([page]) => data.pages[page]);
  };

  const row = ([title, address, label, summary]) => {
    const item = document.createElement("li");
    item.className = "rangee";
    const heading = item.appendChild(document.createElement("h3"));
    const link = heading.appendChild(document.createElement("a"));
    link.href = `../${address}index.html`;
    link.textContent = title;
    const details = item.appendChild(document.createElement("p"));
    details.className = "precision";
    details.textContent = summary ? `${label} · ${summary}` : label;
    return item;
  };

  const count = (number) =>
    number === 0 ? "Rien trouvé. Essayez un autre mot, ou un début de mot."
      : number === 1 ? "Une page trouvée."
        : number > SHOWN ? `${number} pages trouvées ; voici les ${SHOWN} premières.`
          : `${number} pages trouvées.`;

  const show = () => {
    const asked = wordsOf(field.value).length > 0;
    const pages = asked ? find(field.value) : [];
    list.replaceChildren(...pages.slice(0, SHOWN).map(row));
    results.hidden = pages.length === 0;
    status.textContent = asked ? count(pages.length) : "";
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150); // a screen reader is told once the typing pauses
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
})();
