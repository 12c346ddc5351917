// Behaviour of the page: theme, tooltips, crosshair, and one range of dates for all charts over time.
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // Texts that cannot hold both languages side by side, in drawings, buttons and attributes, are exchanged.
  const exchanged = { "zh-title": "title", "zh-label": "aria-label", "zh-placeholder": "placeholder", "zh-tip": "data-tip" };
  const translate = within => {
    const zh = root.dataset.lang === "zh";
    for (const [from, to] of Object.entries(exchanged)) for (const node of within.querySelectorAll("[data-" + from + "]")) {
      const kept = "data-" + from.replace("zh", "en");
      if (!node.hasAttribute(kept)) node.setAttribute(kept, node.getAttribute(to));
      node.setAttribute(to, node.getAttribute(zh ? "data-" + from : kept));
    }
    for (const node of within.querySelectorAll("[data-zh]")) {
      if (node.dataset.en === undefined) node.dataset.en = node.textContent;
      node.textContent = zh ? node.dataset.zh : node.dataset.en;
    }
  };

  const theme = document.getElementById("theme");
  const setTheme = name => {
    root.dataset.theme = name;
    theme.dataset.en = name === "dark" ? "☀ Light" : "☾ Dark";
    theme.dataset.zh = name === "dark" ? "☀ 浅色" : "☾ 深色";
    theme.textContent = root.dataset.lang === "zh" ? theme.dataset.zh : theme.dataset.en;
    theme.setAttribute("aria-pressed", "false");
  };
  const asked = location.hash.slice(1).split(",");
  setTheme(asked.includes("dark") || (!asked.includes("light") && matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light");
  theme.addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));

  // Labels in both languages, in Chinese, in English.
  const language = document.getElementById("language"), languages = ["both", "zh", "en"];
  const setLanguage = name => {
    root.dataset.lang = name;
    root.lang = name === "zh" ? "zh-CN" : "en";
    language.textContent = { both: "EN 中", zh: "中文", en: "English" }[name];
    translate(document);
  };
  setLanguage(languages.find(l => asked.includes(l)) || "both");

  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  document.body.appendChild(tip);
  const place = (x, y) => {
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(6, x + 16 + box.width > innerWidth ? x - box.width - 16 : x + 16) + "px";
    tip.style.top = Math.max(6, Math.min(y + 14, innerHeight - box.height - 6)) + "px";
  };
  const hide = () => { tip.hidden = true; };
  document.addEventListener("pointermove", e => {
    const marked = e.target.closest("[data-tip]");
    if (marked) { tip.textContent = marked.dataset.tip; place(e.clientX, e.clientY); }
    else if (!e.target.closest("figure.time svg")) hide();
  });
  addEventListener("scroll", hide, { passive: true });

  const charts = [...document.querySelectorAll("figure.time")].map(figure => {
    const data = JSON.parse(figure.querySelector("script").textContent), dates = Chart.datesOf(data);
    const drawings = [...figure.querySelectorAll("svg")];
    const chart = { figure, data, dates, drawings, lo: 0, hi: dates.length - 1, log: data.log };
    chart.first = drawings.map(svg => [svg.querySelector(".axes").innerHTML, svg.querySelector(".plot").innerHTML]);
    return chart;
  });

  function show(chart) {
    const whole = chart.lo === 0 && chart.hi === chart.dates.length - 1 && chart.log === chart.data.log;
    chart.drawings.forEach((svg, i) => {
      svg.querySelector(".hover").textContent = "";
      if (whole) {
        [svg.querySelector(".axes").innerHTML, svg.querySelector(".plot").innerHTML] = chart.first[i];
        translate(svg);
      }
      else Chart.redraw(svg, chart);
    });
  }
  language.addEventListener("click", () => {
    setLanguage(languages[(languages.indexOf(root.dataset.lang) + 1) % 3]);
    for (const chart of charts) if (chart.lo > 0 || chart.hi < chart.dates.length - 1 || chart.log !== chart.data.log) show(chart);
  });
  const reset = document.getElementById("reset");
  function range(from, to) {
    for (const chart of charts) {
      let lo = chart.dates.findIndex(d => d >= from), hi = chart.dates.length - 1;
      while (hi > 0 && chart.dates[hi] > to) hi--;
      const some = lo >= 0 && hi > lo;
      chart.lo = some ? lo : 0;
      chart.hi = some ? hi : chart.dates.length - 1;
      show(chart);
    }
    reset.hidden = charts.every(c => c.lo === 0 && c.hi === c.dates.length - 1);
    reset.textContent = reset.hidden ? "" : Chart.iso(from) + " – " + Chart.iso(to) + " ✕";
  }
  const everything = () => range(new Date(-8e15), new Date(8e15));
  reset.hidden = true;
  reset.addEventListener("click", () => { everything(); mark(); });

  let mark = () => {};
  if (charts.length > 0) {
    const lead = charts[0], last = lead.dates[lead.dates.length - 1], bar = document.createElement("div");
    bar.className = "choices";
    const years = (last - lead.dates[0]) / 31557600000, buttons = [];
    const add = (label, chinese, pressed, act) => {
      const button = document.createElement("button");
      button.type = "button"; button.dataset.en = label; button.dataset.zh = chinese; button.setAttribute("aria-pressed", String(pressed));
      button.addEventListener("click", () => act(button));
      bar.appendChild(button);
      return button;
    };
    mark = chosen => buttons.forEach(b => b.setAttribute("aria-pressed", String(b === (chosen || buttons[buttons.length - 1]))));
    for (const n of [1, 3, 5]) {
      if (n >= years) break;
      buttons.push(add(n + "Y", n + " 年", false, b => {
        const from = new Date(last); from.setUTCFullYear(from.getUTCFullYear() - n);
        range(from, last); mark(b);
      }));
    }
    buttons.push(add("All", "全部", true, b => { everything(); mark(b); }));
    if (lead.data.logChoice) add("Log", "对数", false, b => {
      lead.log = !lead.log; b.setAttribute("aria-pressed", String(lead.log)); show(lead);
    });
    lead.figure.prepend(bar);
    translate(bar);
  }

  for (const chart of charts) for (const svg of chart.drawings) {
    let start = null, box = null;
    svg.setAttribute("tabindex", "0");
    const over = (index, x, y) => {
      const { day, rows } = Chart.point(svg, chart, index);
      tip.textContent = "";
      const head = document.createElement("b");
      head.textContent = day;
      tip.appendChild(head);
      for (const [name, value] of rows) {
        const line = document.createElement("div"), left = document.createElement("span"), right = document.createElement("b");
        left.textContent = name; right.textContent = value;
        line.append(left, right); tip.appendChild(line);
      }
      chart.index = index;
      place(x, y);
    };
    svg.addEventListener("pointermove", e => {
      const index = Chart.indexAt(svg, chart, e.clientX);
      over(index, e.clientX, e.clientY);
      if (start === null) return;
      const s = Chart.scaleOf(svg, chart), a = s.x(Math.min(start, index)), b = s.x(Math.max(start, index));
      box = Chart.make(svg.querySelector(".hover"), "rect", { class: "select", x: Chart.at(a), y: s.top, width: Chart.at(b - a), height: s.bottom - s.top });
    });
    svg.addEventListener("pointerdown", e => { if (e.pointerType === "mouse" && e.button === 0) { start = Chart.indexAt(svg, chart, e.clientX); e.preventDefault(); } });
    addEventListener("pointerup", e => {
      if (start === null) return;
      const end = Chart.indexAt(svg, chart, e.clientX), lo = Math.min(start, end), hi = Math.max(start, end);
      start = box = null;
      if (hi - lo >= 4) { range(chart.dates[lo], chart.dates[hi]); mark({}); }
    });
    svg.addEventListener("dblclick", () => { everything(); mark(); });
    svg.addEventListener("pointerleave", () => { svg.querySelector(".hover").textContent = ""; hide(); });
    svg.addEventListener("blur", () => { svg.querySelector(".hover").textContent = ""; hide(); });
    svg.addEventListener("keydown", e => {
      const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -21, PageDown: 21, Home: -1e9, End: 1e9 }[e.key];
      if (e.key === "Escape") { everything(); mark(); }
      if (move === undefined) return;
      e.preventDefault();
      const index = Math.min(chart.hi, Math.max(chart.lo, (chart.index === undefined ? chart.lo : chart.index) + move));
      const area = svg.getBoundingClientRect();
      over(index, area.left + Chart.scaleOf(svg, chart).x(index) / svg.viewBox.baseVal.width * area.width, area.top + 20);
    });
  }
})();
