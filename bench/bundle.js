import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** The scanner's inner loop, which the program looks for beside itself. */
const KERNEL = join(import.meta.dirname, '../dist/alike-rows.wasm')

/** Bundles one of the measured programs, as the tool itself is bundled. */
export async function bundle(name, dir) {
  const outfile = join(dir, `${name}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  copyFileSync(KERNEL, join(dir, 'alike-rows.wasm'))
  return outfile
}
