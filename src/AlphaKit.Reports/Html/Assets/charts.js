"use strict";
// Redraws a chart over time for a range of days or another scale. The first drawing is part of the page and needs no script.
const Chart = (() => {
  const plotOf = svg => svg.dataset.plot.split(" ").map(Number);
  const make = (parent, tag, attributes, text) => {
    const node = document.createElementNS(parent.namespaceURI, tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    if (text !== undefined) node.textContent = text;
    parent.appendChild(node);
    return node;
  };
  const at = v => Math.round(v * 10) / 10;

  const day = 86400000;
  function datesOf(data) {
    let now = Date.parse(data.start + "T00:00:00Z");
    const dates = [new Date(now)];
    for (const gap of data.gaps) dates.push(new Date(now += gap * day));
    return dates;
  }
  const names = series => ({ zh: series.zh, en: series.name })[document.documentElement.dataset.lang] || (series.zh === series.name ? series.name : series.name + " " + series.zh);
  const iso = date => date.toISOString().slice(0, 10);

  function fixed(v, decimals) {
    const text = Math.abs(v).toFixed(decimals);
    const grouped = text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    return (v < 0 && Number(text) !== 0 ? "−" : "") + (decimals > 0 ? text : grouped);
  }
  function money(v) {
    const size = Math.abs(v);
    if (document.documentElement.dataset.lang === "zh") return size >= 1e8 ? "¥" + fixed(v / 1e8, 2) + " 亿" : size >= 1e4 ? "¥" + fixed(v / 1e4, 1) + " 万" : "¥" + fixed(v, 0);
    return size >= 1e9 ? "¥" + fixed(v / 1e9, 2) + " bn" : size >= 1e6 ? "¥" + fixed(v / 1e6, 2) + " m" : size >= 1e4 ? "¥" + fixed(v / 1e3, 1) + " k" : "¥" + fixed(v, 0);
  }
  function written(v, format) {
    if (v === null || v === undefined) return "–";
    if (format === "percent") return fixed(v * 100, Math.abs(v) < 0.1 ? 2 : 1) + "%";
    if (format === "cny") return money(v);
    return fixed(v, Math.abs(v) < 0.1 ? 4 : Math.abs(v) < 100 ? 3 : 1);
  }

  function step(atLeast) {
    const power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (const lead of [1, 2, 2.5, 5]) if (lead * power >= atLeast * (1 - 1e-9)) return lead * power;
    return 10 * power;
  }
  function linearTicks(min, max, intervals) {
    const s = step((max - min) / intervals), ticks = [];
    for (let k = Math.ceil(min / s - 1e-9); k <= Math.floor(max / s + 1e-9); k++) ticks.push(k * s);
    return ticks;
  }
  function logTicks(min, max, intervals) {
    const within = leads => {
      const ticks = [];
      for (let p = Math.floor(Math.log10(min)); p <= Math.ceil(Math.log10(max)); p++)
        for (const lead of leads) { const t = lead * Math.pow(10, p); if (t >= min && t <= max) ticks.push(t); }
      return ticks;
    };
    for (const leads of [[1, 1.5, 2, 3, 4, 5, 7], [1, 2, 5], [1]]) {
      const ticks = within(leads);
      if (ticks.length <= intervals + 2) return ticks.length >= 3 ? ticks : linearTicks(min, max, intervals);
    }
    return within([1]);
  }
  function decimalsOf(ticks) {
    let most = ticks.length < 2 ? 2 : 0;
    for (let i = 1; i < ticks.length; i++) {
      const gap = ticks[i] - ticks[i - 1];
      let d = 0;
      while (d < 12 && Math.abs(gap * Math.pow(10, d) - Math.round(gap * Math.pow(10, d))) > 1e-6 * gap * Math.pow(10, d)) d++;
      most = Math.max(most, d);
    }
    return most;
  }
  function tickLabel(v, ticks, format) {
    if (format === "percent") return fixed(v * 100, Math.max(0, decimalsOf(ticks) - 2)) + "%";
    return format === "cny" ? money(v).replace(/\.0+(?= |$)/, "").replace(/(\.\d*?)0+(?= |$)/, "$1") : fixed(v, decimalsOf(ticks));
  }
  function dateTicks(dates, lo, hi, most) {
    const ticks = [];
    if ((dates[hi] - dates[lo]) / day <= 45) {
      const every = Math.max(1, Math.ceil((hi - lo + 1) / most));
      for (let i = lo; i <= hi; i += every) ticks.push([i, iso(dates[i]).slice(5)]);
      return ticks;
    }
    const month = d => d.getUTCFullYear() * 12 + d.getUTCMonth();
    for (const s of [1, 2, 3, 6, 12, 24, 60, 120, 240]) {
      ticks.length = 0;
      for (let i = lo; i <= hi; i++) {
        const starts = i === lo ? dates[i].getUTCDate() <= 7 && month(dates[i]) % s === 0 : Math.floor(month(dates[i - 1]) / s) !== Math.floor(month(dates[i]) / s);
        if (starts) ticks.push([i, iso(dates[i]).slice(0, s >= 12 ? 4 : 7)]);
      }
      if (ticks.length <= most) break;
    }
    return ticks;
  }

  // First, lowest, highest and last value of each bucket; a missing value breaks the line.
  function keep(values, lo, hi, buckets) {
    const count = hi - lo + 1, kept = [];
    if (count <= 2 * buckets) { for (let i = lo; i <= hi; i++) kept.push(i); return kept; }
    for (let b = 0; b < buckets; b++) {
      const from = lo + Math.floor(b * count / buckets), to = lo + Math.floor((b + 1) * count / buckets);
      let first = -1, last = -1, low = -1, high = -1, gap = -1;
      for (let i = from; i < to; i++) {
        if (values[i] === null) { gap = i; continue; }
        if (first < 0) first = i;
        last = i;
        if (low < 0 || values[i] < values[low]) low = i;
        if (high < 0 || values[i] > values[high]) high = i;
      }
      kept.push(...[...new Set([first, low, high, last, gap])].filter(i => i >= 0).sort((a, c) => a - c));
    }
    return kept;
  }

  function scaleOf(svg, chart) {
    const [left, top, right, bottom] = plotOf(svg), { data, lo, hi, log } = chart;
    let min = Infinity, max = -Infinity;
    const see = v => { if (v !== null && v !== undefined && (!log || v > 0)) { const u = log ? Math.log(v) : v; min = Math.min(min, u); max = Math.max(max, u); } };
    for (const s of data.series) for (let i = lo; i <= hi; i++) see(s.values[i]);
    // The reference line belongs to the whole range; closer views show the values alone.
    if (!log && lo === 0 && hi === chart.dates.length - 1) see(data.reference);
    if (min > max) { min = 0; max = 1; }
    const air = (max - min) * 0.05 || Math.max(Math.abs(max) * 0.05, 1e-6);
    let low = min - air, high = max + air;
    if (data.zero) { if (min >= 0) low = 0; if (max <= 0) high = 0; }
    const x = i => hi > lo ? left + (i - lo) / (hi - lo) * (right - left) : (left + right) / 2;
    const y = v => bottom - ((log ? Math.log(v) : v) - low) / (high - low) * (bottom - top);
    return { left, top, right, bottom, low, high, x, y };
  }

  function redraw(svg, chart) {
    const { data, dates, lo, hi, log } = chart, s = scaleOf(svg, chart);
    const axes = svg.querySelector(".axes"), plot = svg.querySelector(".plot");
    axes.textContent = ""; plot.textContent = "";
    const across = (parent, y, css) => make(parent, "path", { class: css, d: "M" + s.left + " " + at(y) + "H" + s.right });
    const few = s.bottom - s.top > 160 ? 5 : 3;
    const ticks = log ? logTicks(Math.exp(s.low), Math.exp(s.high), 6) : linearTicks(s.low, s.high, few);
    for (const t of ticks) {
      across(axes, s.y(t), "grid");
      make(axes, "text", { x: s.left - 8, y: at(s.y(t) + 4), "text-anchor": "end" }, tickLabel(t, ticks, data.format));
    }
    let end = -Infinity;
    for (const [i, label] of dateTicks(dates, lo, hi, Math.floor((s.right - s.left) / 62))) {
      make(axes, "path", { class: "tick", d: "M" + at(s.x(i)) + " " + s.bottom + "v4" });
      const half = label.length * 3.4, last = s.x(i) + half > svg.viewBox.baseVal.width, begin = s.x(i) - (last ? 2 * half : half);
      if (begin < end + 3) continue;
      make(axes, "text", { x: at(s.x(i)), y: s.bottom + 18, "text-anchor": last ? "end" : "middle" }, label);
      end = begin + 2 * half;
    }
    if (data.mark && data.mark.to >= lo && hi >= data.mark.from) {
      const from = s.x(Math.max(lo, data.mark.from)), to = s.x(Math.min(hi, data.mark.to));
      make(plot, "rect", { class: "span", x: at(from), y: s.top, width: at(Math.max(1, to - from)), height: s.bottom - s.top });
    }
    if (data.zero) across(plot, s.y(0), "reference");
    else if (data.reference !== null && s.y(data.reference) <= s.bottom && s.y(data.reference) >= s.top) across(plot, s.y(data.reference), "reference");
    for (const one of data.series) {
      let d = "", fill = "", down = false, lastX = 0;
      const zero = at(s.y(0));
      for (const i of keep(one.values, lo, hi, Math.floor((s.right - s.left) / 2))) {
        const v = one.values[i];
        if (v === null || (log && v <= 0)) { if (down) fill += "L" + lastX + " " + zero + "Z"; down = false; continue; }
        const px = at(s.x(i)), py = at(s.y(v));
        if (one.kind === "bars") { d += "M" + px + " " + zero + "V" + py; continue; }
        d += (down ? "L" : "M") + px + " " + py;
        fill += (down ? "" : "M" + px + " " + zero) + "L" + px + " " + py;
        lastX = px; down = true;
      }
      if (down) fill += "L" + lastX + " " + zero + "Z";
      if (one.kind === "area" && !log) make(plot, "path", { class: "area " + one.tone, d: fill });
      make(plot, "path", { class: one.css, d: d });
    }
  }

  // The crosshair at a day; returns that day's values for the tooltip.
  function point(svg, chart, index) {
    const s = scaleOf(svg, chart), hover = svg.querySelector(".hover"), rows = [];
    hover.textContent = "";
    make(hover, "path", { class: "cross", d: "M" + at(s.x(index)) + " " + s.top + "V" + s.bottom });
    for (const one of chart.data.series) {
      const v = one.values[index];
      rows.push([names(one), written(v, chart.data.format)]);
      if (v !== null && (!chart.log || v > 0)) make(hover, "circle", { class: "at " + one.tone, cx: at(s.x(index)), cy: at(s.y(v)), r: 3.5 });
    }
    return { day: iso(chart.dates[index]), rows };
  }

  const indexAt = (svg, chart, clientX) => {
    const [left, , right] = plotOf(svg), box = svg.getBoundingClientRect();
    const x = (clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    return Math.min(chart.hi, Math.max(chart.lo, Math.round(chart.lo + (x - left) / (right - left) * (chart.hi - chart.lo))));
  };
  return { datesOf, iso, redraw, point, indexAt, scaleOf, make, at, fixed };
})();
