import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = await mkdtemp(join(tmpdir(), 'docs-'))
try {
  const outfile = join(folder, 'pages.mjs')
  await build({
    entryPoints: ['scripts/docs/pages.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Packages of CommonJS ask for parts of Node.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  const { pagesOf } = await import(outfile)
  for (const [file, text] of Object.entries(pagesOf(process.cwd()))) await writeFile(file, text)
} finally {
  await rm(folder, { recursive: true })
}
