// Prints the result of a query as DuckDB gives it, one line of JSON a row. Usage: node query.mjs <node_modules> <sql>
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, sql] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(join(modules, 'x.js'))('@duckdb/node-api')
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const reader = await connection.runAndReadAll(sql)
process.stdout.write(reader.getRowsJson().map(row => JSON.stringify(row)).join('\n'))
