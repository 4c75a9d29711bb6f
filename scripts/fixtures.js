import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

// Inside the project, where the bundle finds the packages that it leaves out.
const folder = await mkdtemp(join('node_modules', '.fixtures-'))
try {
  const outfile = join(process.cwd(), folder, 'files.mjs')
  await build({
    entryPoints: ['scripts/fixtures/files.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const { fixtureFiles, writeParquet } = await import(outfile)
  for (const [file, bytes] of fixtureFiles(process.cwd())) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  await writeParquet(process.cwd())
} finally {
  await rm(folder, { recursive: true })
}
