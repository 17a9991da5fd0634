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

  // How many letters to change, add or drop to go from one word to the other (Levenshtein).
  const distance = (one, other) => {
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
      }
      row = next;
    }
    return row[other.length];
  };

  // The same for a word mistyped by a letter, or two when it is long: asked only when nothing else answers.
  const likeness = (stem, word) => {
    if (word.length < 4 || stem.length < 4 || word.length - stem.length > endingAfter(stem)) return 0;
    const slips = Math.min(...[-1, 0, 1].map((more) => distance(stem, word.slice(0, stem.length + more))));
    return slips <= (word.length > 7 ? 2 : 1) ? 0.4 / (1 + slips) : 0;
  };

  const scoresOf = (word) => {
    const exact = scoresBy(nearness, word);
    return exact.size ? exact : scoresBy(likeness, word);
  };

  const scoresBy = (answer, word) => {
    const scores = new Map();
    for (const stem of stems) {
      const near = answer(stem, word);
      if (!near) continue;
      const pages = data.mots[stem];
      for (let rank = 0; rank < pages.length; rank += 2) {
        scores.set(pages[rank], Math.max(scores.get(pages[rank]) || 0, near * pages[rank + 1]));
      }
    }
    return scores;
  };

  // Pages that hold every word that is known, else most of them; the best first.
  const find = (text) => {
    const found = wordsOf(text).map(scoresOf).filter((scores) => scores.size);
    const held = (page) => found.filter((scores) => scores.has(page)).length;
    const pages = [...new Set(found.flatMap((scores) => [...scores.keys()]))];
    const most = Math.max(0, ...pages.map(held));
    return pages
      .filter((page) => held(page) === most)
      .map((page) => [page, found.reduce((sum, scores) => sum + (scores.get(page) || 0), 0)])
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
