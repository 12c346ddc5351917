// Seconds that DuckDB takes for a job on a Parquet file, one line a round. Usage: node duckdb.mjs <node_modules> write|read|column <file>
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, job, file] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(join(modules, 'x.js'))('@duckdb/node-api')
const connection = await (await DuckDBInstance.create(':memory:')).connect()
if (job === 'write') await connection.run(`create temp table bars as select * from '${file}'`)
const sql = {
  write: `copy bars to '${file}.duckdb' (format parquet, compression snappy)`,
  read: `create or replace temp table bars as select * from '${file}'`,
  column: `create or replace temp table bars as select close from '${file}'`
}[job]
for (let round = 0; round <= 3; round++) {
  const start = performance.now()
  await connection.run(sql)
  if (round > 0) console.log(((performance.now() - start) / 1000).toFixed(3))
}
