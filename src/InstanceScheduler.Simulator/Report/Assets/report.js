
"use strict";
// The titles alone serve a mouse. This makes the same text reachable by touch and by arrow keys, in one place that does not cover the bars.
for (const section of document.querySelectorAll(".timeline, .year")) {
  const readout = section.querySelector(".readout");
  const lanes = [...section.querySelectorAll("tbody .lane, .heat .lane")].map(lane => [...lane.querySelectorAll("rect")]).filter(lane => lane.length);
  const textOf = bar => {
    const title = bar.querySelector("title");
    if (title) {
      bar.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    return bar.getAttribute("aria-label");
  };
  const factsOf = bar => {
    const facts = textOf(bar).split("\n");
    const whose = bar.closest("figure")?.querySelector("bdi").textContent;
    return whose ? [whose, ...facts] : facts;
  };
  const show = bar => {
    const [name, ...facts] = factsOf(bar);
    const strong = document.createElement("b");
    strong.textContent = name;
    readout.replaceChildren(strong, ...facts.map(fact => {
      const span = document.createElement("span");
      span.textContent = fact;
      return span;
    }));
  };
  let stop = lanes[0]?.[0];
  const moveTo = (bar, focus) => {
    stop?.setAttribute("tabindex", "-1");
    stop = bar;
    stop.setAttribute("tabindex", "0");
    show(bar);
    if (focus) bar.focus();
  };
  const middle = bar => bar.x.baseVal.value + bar.width.baseVal.value / 2;
  const nearest = (lane, to) => lane.reduce((best, bar) => Math.abs(middle(best) - to) > Math.abs(middle(bar) - to) ? bar : best);
  const targetOf = (key, row, at, bar) => ({
    ArrowLeft: lanes[row][at - 1],
    ArrowRight: lanes[row][at + 1],
    ArrowUp: lanes[row - 1] ? nearest(lanes[row - 1], middle(bar)) : undefined,
    ArrowDown: lanes[row + 1] ? nearest(lanes[row + 1], middle(bar)) : undefined,
    Home: lanes[row][0],
    End: lanes[row].at(-1),
  })[key];
  const barOf = event => event.target.closest?.(".lane rect");
  section.addEventListener("pointerover", event => { const bar = barOf(event); if (bar) show(bar); });
  section.addEventListener("click", event => { const bar = barOf(event); if (bar) moveTo(bar, true); });
  section.addEventListener("focusin", event => { const bar = barOf(event); if (bar) show(bar); });
  section.addEventListener("keydown", event => {
    const bar = barOf(event);
    if (!bar) return;
    const row = lanes.findIndex(lane => lane.includes(bar));
    const target = targetOf(event.key, row, lanes[row].indexOf(bar), bar);
    if (!target) return;
    event.preventDefault();
    moveTo(target, true);
  });
  for (const bar of lanes.flat()) bar.setAttribute("role", "img");
  stop?.setAttribute("tabindex", "0");
  readout.textContent = section.matches(".year")
    ? "Point at a day, tap it, or move along the days with the arrow keys, to read its hours."
    : "Point at a bar, tap it, or move along the bars with the arrow keys, to read what happened and why.";
}
