import { CommanderError } from 'commander'
import { makeProgram } from './program.ts'
import { processShell, type Shell } from './shell.ts'

/** Exit codes of the contract that are not told by findings. */
const USAGE = 2
const DEFECT = 70

/** Runs one command line and gives its exit code. */
export async function main(argv: readonly string[], shell: Shell): Promise<number> {
  const outcome = { code: 0 }
  try {
    await makeProgram(shell, outcome).parseAsync([...argv], { from: 'user' })
    return outcome.code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
    shell.err.write(
      `rm-appraise: a defect in the tool, not in your files. Please report this:\n${describe(error)}\n`,
    )
    return DEFECT
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Runs the command line of the real process. */
export const run = (argv: readonly string[]): Promise<number> => main(argv, processShell())
