// Prints the rows of a Parquet file, as hyparquet reads them, as JSON.
// Usage: node read.mjs <folder node_modules> <file>
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const [modules, file] = process.argv.slice(2)
const load = (...path) => import(pathToFileURL(join(modules, ...path)))
const { asyncBufferFromFile, parquetReadObjects } = await load('hyparquet', 'src', 'node.js')
const { compressors } = await load('hyparquet-compressors', 'src', 'index.js')
const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file), compressors })
const plain = (_, value) => {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') }
  return value
}
process.stdout.write(JSON.stringify(rows, plain))
