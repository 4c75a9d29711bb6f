import { cp, rm } from 'node:fs/promises'
import { main as compile } from 'assemblyscript/asc'
import { build } from 'esbuild'

const KERNEL = 'src/engines/bytes/kernel/alike-rows.ts'
/** The program finds it beside the file that runs: this one in the source, and a copy among what is built. */
const KERNEL_BUILT = 'src/engines/bytes/alike-rows.wasm'

await rm('dist', { recursive: true, force: true })
const { error, stderr } = await compile([
  ...[KERNEL, '--outFile', KERNEL_BUILT, '-O3', '--noAssert', '--runtime', 'stub'],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd', '--enable', 'threads'],
])
if (error) throw new Error(stderr.toString())
await build({
  entryPoints: {
    main: 'src/commands/main.ts',
    'scan-thread': 'src/engines/bytes/scan-thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  external: ['@duckdb/node-api'],
  legalComments: 'linked',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})
await cp(KERNEL_BUILT, 'dist/alike-rows.wasm')
