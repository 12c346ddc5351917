// Writes talib.csv: 160 made-up bars and what TA-Lib computes from them (npm package talib-web 0.1.3, TA-Lib compiled to WebAssembly).
// Run with node beside node_modules/talib-web. STOCH, STOCHF, BBANDS and NATR are left out: the package returns zeros in them.
import * as talib from 'talib-web';
import fs from 'fs';
const wasm = fs.readFileSync('node_modules/talib-web/lib/talib.wasm');
await talib.init('data:application/wasm;base64,' + wasm.toString('base64'));
let seed = 12345;
const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const rows = 160, open = [], high = [], low = [], close = [], volume = [];
let price = 20;
for (let t = 0; t < rows; t++) {
  const o = price * (1 + 0.01 * (next() - 0.5)), c = o * (1 + 0.05 * (next() - 0.5) + 0.01 * Math.sin(t / 12));
  const h = Math.max(o, c) * (1 + 0.015 * next()), l = Math.min(o, c) * (1 - 0.015 * next());
  const r = x => Math.round(x * 100) / 100;
  open.push(r(o)); high.push(r(h)); low.push(r(l)); close.push(r(c)); volume.push(Math.round(1000 + 9000 * next()) * 100);
  price = c;
}
const calls = {
  sma_10: () => talib.SMA({ inReal: close, timePeriod: 10 }), ema_10: () => talib.EMA({ inReal: close, timePeriod: 10 }),
  wma_10: () => talib.WMA({ inReal: close, timePeriod: 10 }), dema_10: () => talib.DEMA({ inReal: close, timePeriod: 10 }),
  tema_10: () => talib.TEMA({ inReal: close, timePeriod: 10 }), kama_10: () => talib.KAMA({ inReal: close, timePeriod: 10 }),
  trima_10: () => talib.TRIMA({ inReal: close, timePeriod: 10 }),
  rsi_14: () => talib.RSI({ inReal: close, timePeriod: 14 }), cci_14: () => talib.CCI({ high, low, close, timePeriod: 14 }),
  macd: () => talib.MACD({ inReal: close, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 }),
  trange: () => talib.TRANGE({ high, low, close }), atr_14: () => talib.ATR({ high, low, close, timePeriod: 14 }),
  plus_di: () => talib.PLUS_DI({ high, low, close, timePeriod: 14 }), minus_di: () => talib.MINUS_DI({ high, low, close, timePeriod: 14 }),
  dx: () => talib.DX({ high, low, close, timePeriod: 14 }), adx: () => talib.ADX({ high, low, close, timePeriod: 14 }), adxr: () => talib.ADXR({ high, low, close, timePeriod: 14 }),
  mfi_14: () => talib.MFI({ high, low, close, volume, timePeriod: 14 }), obv: () => talib.OBV({ inReal: close, volume }),
  roc_10: () => talib.ROC({ inReal: close, timePeriod: 10 }), mom_10: () => talib.MOM({ inReal: close, timePeriod: 10 }),
  willr_14: () => talib.WILLR({ high, low, close, timePeriod: 14 }), trix_12: () => talib.TRIX({ inReal: close, timePeriod: 12 }),
  ultosc: () => talib.ULTOSC({ high, low, close, timePeriod1: 7, timePeriod2: 14, timePeriod3: 28 }),
  aroon: () => talib.AROON({ high, low, timePeriod: 25 }), aroonosc: () => talib.AROONOSC({ high, low, timePeriod: 25 }),
  sar: () => talib.SAR({ high, low, acceleration: 0.02, maximum: 0.2 }),
  ad: () => talib.AD({ high, low, close, volume }), adosc: () => talib.ADOSC({ high, low, close, volume, fastPeriod: 3, slowPeriod: 10 }),
  linreg_slope: () => talib.LINEARREG_SLOPE({ inReal: close, timePeriod: 14 }), linreg: () => talib.LINEARREG({ inReal: close, timePeriod: 14 }), tsf: () => talib.TSF({ inReal: close, timePeriod: 14 }),
};
// Rows before the first value, from TA-Lib's lookback rules: the package returns values from the first one on, without their place.
const first = { sma_10: 9, ema_10: 9, wma_10: 9, dema_10: 18, tema_10: 27, kama_10: 10, trima_10: 9, rsi_14: 14, cci_14: 13, macd: 33,
  trange: 1, atr_14: 14, plus_di: 14, minus_di: 14, dx: 14, adx: 27, adxr: 40, mfi_14: 14, obv: 0, roc_10: 10, mom_10: 10, willr_14: 13, trix_12: 34,
  ultosc: 28, aroon: 25, aroonosc: 25, sar: 1, ad: 0, adosc: 9, linreg_slope: 13, linreg: 13, tsf: 13 };
const columns = { open, high, low, close, volume };
for (const [name, call] of Object.entries(calls)) {
  const result = call();
  const outs = Object.entries(result).filter(([, v]) => Array.isArray(v) || ArrayBuffer.isView(v));
  for (const [key, v] of outs) {
    const all = [...Array(first[name]).fill(NaN), ...Array.from(v).slice(0, rows - first[name])];
    columns[outs.length > 1 ? `${name}.${key}` : name] = all;
  }
}
const names = Object.keys(columns);
const lines = [names.join(',')];
for (let t = 0; t < rows; t++) lines.push(names.map(n => { const v = columns[n][t]; return Number.isFinite(v) ? String(+v.toPrecision(12)) : ''; }).join(','));
fs.writeFileSync('talib.csv', lines.join('\n') + '\n');
console.log(names.length, names.join(' '));
for (const n of names) console.log(n, columns[n].findIndex(v => Number.isFinite(v)));
