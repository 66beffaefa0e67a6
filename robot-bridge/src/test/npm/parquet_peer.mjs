// Prints what hyparquet reads in a file, or writes one as pyarrow does: dictionaries and Snappy.
import { parquetReadObjects, asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { parquetWriteFile } from 'hyparquet-writer'

const [verb, path] = process.argv.slice(2)
if (verb === 'read') {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const rows = await parquetReadObjects({ file })
  const text = (_, value) => (typeof value === 'bigint' ? value.toString() : value)
  console.log(JSON.stringify({ keys: metadata.key_value_metadata?.map((e) => e.key) ?? [], rows }, text))
} else {
  const rows = [...Array(1000).keys()]
  parquetWriteFile({
    filename: path,
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
