// Reads a Parquet file with another reader and writes what it read as a new Parquet file.
// Usage: node rewrite.mjs <folder node_modules> duckdb|polars <file> <new file> <compression>
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, reader, file, target, compression] = process.argv.slice(2)
const require = createRequire(join(modules, 'x.js'))
if (reader === 'duckdb') {
  const { DuckDBInstance } = require('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const quoted = text => `'${text.replaceAll("'", "''")}'`
  await connection.run(`copy (select * from ${quoted(file)}) to ${quoted(target)} (format parquet, compression ${compression})`)
} else {
  require('nodejs-polars').readParquet(file).writeParquet(target, { compression })
}
