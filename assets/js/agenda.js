// L’agenda est écrit d’avance : ce script y met le jour où on le lit. Sans lui, tout reste juste.
(() => {
  "use strict";
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const month = `${now.getFullYear()}-${two(now.getMonth() + 1)}`;
  const today = `${month}-${two(now.getDate())}`;

  // What is over is folded away, not lost.
  const fold = (list) => {
    const past = [...list.querySelectorAll("[data-fin]")].filter((line) => line.dataset.fin < today);
    if (!past.length) return;
    const details = document.createElement("details");
    details.className = list.querySelector(".agenda-semaine") ? "etape agenda-passes" : "agenda-passes";
    const summary = details.appendChild(document.createElement("summary"));
    summary.textContent = past.length > 1 ? `Les ${past.length} dates passées` : "Une date passée";
    const inside = details.appendChild(document.createElement("div"));
    inside.className = "jours";
    for (const day of new Set(past.map((line) => line.closest(".jour")))) {
      const copy = day.cloneNode(true); // a day may be over in part: what lasts stays where it was
      const over = (line) => line.dataset.fin < today;
      for (const line of day.querySelectorAll("[data-fin]")) if (over(line)) line.remove();
      for (const line of copy.querySelectorAll("[data-fin]")) if (!over(line)) line.remove();
      if (!day.querySelector("[data-fin]")) day.remove();
      inside.append(copy);
    }
    for (const week of list.querySelectorAll(".agenda-semaine")) {
      if (!week.querySelector("[data-fin]")) week.remove();
    }
    list.append(details);
  };
  document.querySelectorAll("[data-agenda]").forEach(fold);

  const cell = document.querySelector(`[data-jour="${today}"]`);
  if (cell) {
    cell.classList.add("jour-present");
    cell.querySelector("time").setAttribute("aria-current", "date");
  }

  // From any month, back to the one that runs.
  const link = document.querySelector("[data-mois]");
  if (link && link.dataset.ici !== month && link.dataset.mois.split(" ").includes(month)) {
    link.href = `../${month}/index.html`;
    link.textContent = "Aujourd’hui";
  }
})();
