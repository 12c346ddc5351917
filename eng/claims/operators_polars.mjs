// Seconds of single operators of Polars on 750 days x 2,000 shares (a column a share, all processors), best of three: "operator seconds", one
// line each. Usage: node operators_polars.mjs <node_modules>
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules] = process.argv.slice(2)
const pl = createRequire(join(modules, 'x.js'))('nodejs-polars')
const days = 750, shares = 2000
let state = 7
const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296 }
const columns = {}
for (let i = 0; i < shares; i++) {
  const values = new Array(days)
  let price = 20
  for (let t = 0; t < days; t++) {
    price *= 1 + 0.04 * (random() - 0.5)
    values[t] = random() < 0.01 ? null : price
  }
  columns[`s${i}`] = pl.Series(`s${i}`, values, pl.Float32)
}
const close = pl.DataFrame(columns)
const window = { windowSize: 20, minPeriods: 20 }
const operators = {
  mean: () => close.select(pl.all().rollingMean(window)),
  std: () => close.select(pl.all().rollingStd(window)),
  max: () => close.select(pl.all().rollingMax(window)),
  median: () => close.select(pl.all().rollingMedian(window)),
  skew: () => close.select(pl.all().rollingSkew(20)),
  quantile: () => close.select(pl.all().rollingQuantile({ quantile: 0.8, interpolation: 'linear', ...window })),
  ema: () => close.select(pl.all().ewmMean({ span: 20, adjust: false, minPeriods: 20 })),
  delta: () => close.select(pl.all().div(pl.all().shift(5)).minus(1))
}
for (const [name, work] of Object.entries(operators)) {
  let best = Infinity
  try {
    for (let round = 0; round < 3; round++) {
      const start = performance.now()
      work()
      best = Math.min(best, (performance.now() - start) / 1000)
    }
    console.log(`${name} ${best.toFixed(5)}`)
  } catch (e) {
    console.error(`${name}: ${e.message ?? e}`)
  }
}
