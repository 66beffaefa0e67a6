// Prints what hyparquet reads in a file, or writes one: a table with dictionaries and Snappy, or
// images as LeRobot keeps them.
import { readFileSync } from 'node:fs'
import { parquetReadObjects, asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { parquetWriteFile } from 'hyparquet-writer'

async function read(path) {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const rows = await parquetReadObjects({ file })
  const text = (_, value) => (typeof value === 'bigint' ? value.toString() : value)
  const keys = metadata.key_value_metadata?.map((entry) => entry.key) ?? []
  console.log(JSON.stringify({ keys, rows }, text))
}

function table(filename) {
  const rows = [...Array(1000).keys()]
  parquetWriteFile({
    filename,
    rowGroupSize: 300,
    columnData: [
      { name: 'index', data: rows.map(BigInt), type: 'INT64' },
      { name: 'episode_index', data: rows.map((row) => BigInt(row >> 7)), type: 'INT64' },
      { name: 'timestamp', data: rows.map((row) => row / 10), type: 'FLOAT' },
      { name: 'done', data: rows.map((row) => row % 7 === 0), type: 'BOOLEAN' },
      { name: 'task', data: rows.map((row) => `task ${row % 3}`), type: 'STRING' },
      { name: 'gap', data: rows.map((row) => (row % 5 ? row * 0.5 : null)), type: 'DOUBLE' },
    ],
  })
}

function images(filename, pngs) {
  const struct = { name: 'observation.image', repetition_type: 'OPTIONAL', num_children: 2 }
  parquetWriteFile({
    filename,
    schema: [
      { name: 'schema', num_children: 3 },
      struct,
      { name: 'bytes', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
      { name: 'path', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'action', type: 'FLOAT', repetition_type: 'OPTIONAL' },
      { name: 'timestamp', type: 'FLOAT', repetition_type: 'OPTIONAL' },
    ],
    columnData: [
      { name: struct.name, data: pngs.map((png) => ({ bytes: readFileSync(png), path: null })) },
      { name: 'action', data: pngs.map((_, row) => row) },
      { name: 'timestamp', data: pngs.map((_, row) => row / 10) },
    ],
  })
}

const [verb, path, ...files] = process.argv.slice(2)
await { read, table, images }[verb](path, files)
