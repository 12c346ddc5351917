// Search, sorting, paging and download of long tables. The rows come as CSV inside the page and are read when they are first needed.
const DataTable = (() => {
  const root = document.documentElement;
  // RFC 4180: cells by commas, rows by line feeds, quotes doubled within quotes.
  function parse(csv) {
    const rows = [];
    let row = [], cell = "", quoted = false;
    for (let i = 0; i < csv.length; i++) {
      const c = csv[i];
      if (quoted) {
        if (c !== '"') cell += c;
        else if (csv[i + 1] === '"') { cell += c; i++; }
        else quoted = false;
      }
      else if (c === '"') quoted = true;
      else if (c === ",") { row.push(cell); cell = ""; }
      else if (c === "\n") { row.push(cell); rows.push(row); row = []; cell = ""; }
      else cell += c;
    }
    return rows;
  }

  function shown(text, column) {
    if (column.kind === "text") return text;
    if (text === "") return "–";
    const v = Number(text);
    if (column.kind === "percent") return Chart.fixed(v * 100, column.decimals) + "%";
    if (column.decimals < 0) return (v < 0 ? "−" : "") + String(Number(Math.abs(v).toPrecision(6)));
    const parts = Math.abs(v).toFixed(column.decimals).split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ",");
    return (v < 0 && Number(parts.join(".").replace(/,/g, "")) !== 0 ? "−" : "") + parts.join(".");
  }

  function make(tag, text, css) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (css) node.className = css;
    return node;
  }

  function start(panel) {
    const data = JSON.parse(panel.querySelector("script").textContent);
    const body = panel.querySelector("tbody"), input = panel.querySelector("input"), where = panel.querySelector(".where");
    const back = panel.querySelector(".back"), next = panel.querySelector(".next"), heads = [...panel.querySelectorAll("thead th")];
    const size = Math.max(data.page, 15);
    let all = null, rows = null, page = 0, sorted = -1, down = false;

    const words = (column, text) => column.terms && column.terms[text] ? column.terms[text] : null;
    // The Chinese of a sentence, where one of the column's phrases fits it.
    const said = (column, text) => {
      if (!column.ready) column.ready = column.phrases.map(([pattern, chinese]) => [new RegExp(pattern, "s"), chinese]);
      for (const [pattern, chinese] of column.ready) if (pattern.test(text)) return text.replace(pattern, chinese);
      return null;
    };
    const searched = row => data.columns.map(c => { const w = words(c, row[c.at]), s = c.phrases && root.dataset.lang === "zh" ? said(c, row[c.at]) : null; return row[c.at] + (w ? " " + w.join(" ") : "") + (s ? " " + s : ""); }).join(" ").toLowerCase();
    function read() {
      if (all) return;
      all = parse(data.csv);
      all.shift();
      rows = all;
    }
    function draw() {
      read();
      const from = page * size, some = rows.slice(from, from + size);
      body.textContent = "";
      for (const row of some) {
        const line = document.createElement("tr");
        for (const column of data.columns) {
          const text = row[column.at], terms = words(column, text);
          const cell = make("td", undefined, column.kind === "text" ? (text.length > 28 ? "text wrapped" : "text") : column.coloured && Number(text) > 0 ? "up" : column.coloured && Number(text) < 0 ? "down" : "");
          const chinese = column.phrases ? said(column, text) : null;
          if (chinese) { cell.append(make("span", text, "en say"), make("span", chinese, "zh say")); cell.lastChild.lang = "zh-CN"; }
          else if (terms && terms[1]) { cell.append(make("span", terms[0] + " ", "en"), make("span", terms[1], "zh")); cell.lastChild.lang = "zh-CN"; }
          else cell.textContent = terms ? terms[0] : shown(text, column);
          line.appendChild(cell);
        }
        body.appendChild(line);
      }
      count(some.length);
    }
    function count(on) {
      const number = n => Chart.fixed(n, 0);
      const total = rows ? rows.length : data.rows;
      where.textContent = on === 0 ? "0" : number(page * size + 1) + "–" + number(page * size + on) + " / " + number(total);
      back.disabled = page === 0;
      next.disabled = (page + 1) * size >= total;
    }
    function filter() {
      read();
      const wanted = input.value.toLowerCase().split(/\s+/).filter(w => w);
      rows = wanted.length === 0 ? all.slice() : all.filter(row => { const line = searched(row); return wanted.every(w => line.includes(w)); });
      if (sorted >= 0) {
        const column = data.columns[sorted], sign = down ? -1 : 1;
        const less = column.kind === "text" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : (a, b) => (a === "" ? (b === "" ? 0 : 1) : b === "" ? -1 : Number(a) - Number(b));
        rows.sort((a, b) => (column.kind !== "text" && (a[column.at] === "" || b[column.at] === "") ? 1 : sign) * less(a[column.at], b[column.at]));
      }
      page = 0;
      draw();
    }
    let waiting = 0;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
    back.addEventListener("click", () => { if (page > 0) { page--; draw(); } });
    next.addEventListener("click", () => { read(); if ((page + 1) * size < rows.length) { page++; draw(); } });
    heads.forEach((head, i) => {
      head.tabIndex = 0;
      head.setAttribute("aria-sort", "none");
      const sort = () => {
        down = sorted === i && !down;
        sorted = i;
        heads.forEach((h, j) => h.setAttribute("aria-sort", j === i ? (down ? "descending" : "ascending") : "none"));
        filter();
      };
      head.addEventListener("click", sort);
      head.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); sort(); } });
    });
    panel.querySelector(".csv").addEventListener("click", () => {
      const link = document.createElement("a"), address = URL.createObjectURL(new Blob([data.csv], { type: "text/csv" }));
      link.href = address;
      link.download = data.name + ".csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    });
    const remark = panel.querySelector(".note.rows");
    if (remark) remark.hidden = true;
    data.rows = (data.csv.match(/\n/g) || []).length - 1;
    count(body.children.length);
    panel.table = { draw, filter };
  }
  return { start };
})();
for (const panel of document.querySelectorAll(".panel.data")) DataTable.start(panel);
