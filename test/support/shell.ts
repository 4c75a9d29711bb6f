import type { Shell, Stream } from '../../src/commands/shell.ts'

/** A shell that keeps what a command prints. */
export interface TestShell extends Shell {
  readonly out: Stream & { readonly text: () => string }
  readonly err: Stream & { readonly text: () => string }
}

/** A shell in a folder, with an English locale, no terminal and no colours. */
export function testShell(cwd: string = process.cwd(), env: Shell['env'] = { LANG: 'C.UTF-8' }): TestShell {
  return { cwd, env, out: keep(), err: keep() }
}

function keep(): Stream & { readonly text: () => string } {
  const written: string[] = []
  return { write: (text) => void written.push(text), isTerminal: false, text: () => written.join('') }
}
