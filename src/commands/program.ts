import { Command, InvalidArgumentError, Option } from 'commander'
import type { PeriodKind } from '../core/values/period.ts'
import type { RunOptions } from './run-options.ts'
import type { PeriodOptions } from './run-period.ts'
import type { Shell } from './shell.ts'
import { VERSION } from './version.ts'

/** The commands that appraise a period, each by its kind; a plain list, so that the help loads no calendar. */
const PERIODS = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[]

/** The command line: each command loads what it needs only when it is run. */
export function makeProgram(shell: Shell, outcome: { code: number }): Command {
  const program = new Command('rm-appraise')
    .description(
      "Appraises and pays a bank's customer managers (客户经理) from CSV exports and the bank's own scheme.",
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.out.write(text), writeErr: (text) => shell.err.write(text) })
    .showHelpAfterError('(rm-appraise --help lists the commands)')

  for (const kind of PERIODS) {
    runOptions(program.command(kind))
      .description(`appraise a ${kind}: ranking, recommendations, pay and deferred pay`)
      .option('--out <DIR>', 'the book: the folder that gets one folder a period', 'appraisals')
      .option('--as-of <DAY>', 'use the rules in force and the facts known on that day')
      .option('--key <FILE>', 'a private key to sign a corrected version of a closed period with')
      .addOption(waitOption())
      .option('--dry-run', 'show what would be booked on deferred pay, and write nothing')
      .action(async (options: PeriodOptions) => {
        const { runPeriod } = await import('./run-period.ts')
        outcome.code = await runPeriod(kind, options, shell)
      })
  }

  runOptions(program.command('check'))
    .description('check inputs and scheme: every finding, nothing written')
    .option('--out <DIR>', 'the book that supplies earlier values', 'appraisals')
    .action(async (options: RunOptions) => {
      const { check } = await import('./check.ts')
      outcome.code = await check(options, shell)
    })

  printingOptions(program.command('explain'))
    .description(
      'explain a figure or a deferred lot of a manager down to the rules and measures it comes from',
    )
    .argument('<manager>', 'manager_id')
    .argument(
      '[figure]',
      'a figure of figures.csv, or the lot_id of a deferred lot; without it the total, the recommendation and the pay',
    )
    .requiredOption('--run <DIR>', "a period's folder in the book")
    .action(async (manager: string, figure: string | undefined, options) => {
      const { explain } = await import('./explain.ts')
      outcome.code = await explain(manager, figure, options, shell)
    })

  printingOptions(program.command('book'))
    .description('list the periods of a book: open or closed, what they come to, and what is wrong')
    .option('--book <DIR>', 'the book', 'appraisals')
    .option('--key <FILE>', 'a public key that every seal must be signed with')
    .action(async (options) => {
      const { book } = await import('./book.ts')
      outcome.code = await book(options, shell)
    })

  printingOptions(program.command('defer'))
    .description('the sheets of deferred pay for finance, as the book knew it on a day')
    .option('--book <DIR>', 'the book', 'appraisals')
    .requiredOption('--as-of <DAY>', 'the day, such as 2028-12-31')
    .option('--manager <ID>', 'one person alone')
    .option('--period <P>', 'whose movements (default: the year up to the day)')
    .option('--sheet <NAME>', 'one sheet alone: schedule, movements, balance, leavers, accrual or lots')
    .addOption(
      new Option('--format <NAME>', 'how they are written')
        .choices(['table', 'csv', 'json', 'xlsx', 'hledger', 'beancount'])
        .default('table'),
    )
    .option('--out <DIR>', 'a folder to write them into, a file a sheet (default: to the results)')
    .action(async (options, command: Command) => {
      if (options.format === 'xlsx' && options.out === undefined)
        command.error('Wanted --out DIR with --format xlsx.')
      const { defer } = await import('./defer.ts')
      outcome.code = await defer(options, shell)
    })

  printingOptions(program.command('close'))
    .description('close a period: it is sealed and never changes again')
    .argument('<period>', 'the period, such as 2004Q1')
    .option('--book <DIR>', 'the book', 'appraisals')
    .addOption(waitOption())
    .option('--input <DIR>', 'the folder with approvals.csv, where the scheme wants runs signed off')
    .option('--key <FILE>', 'a private key (Ed25519, PEM) to sign the seal with')
    .action(async (period: string, options) => {
      const { close } = await import('./close.ts')
      outcome.code = await close(period, options, shell)
    })

  runOptions(program.command('clients'))
    .description('class the clients: visits due and done, and how they are shared out among managers')
    .option('--out <DIR>', 'the folder that gets client_report.csv and load.csv', 'clients')
    .action(async (options: RunOptions) => {
      const { clients } = await import('./clients.ts')
      outcome.code = await clients(options, shell)
    })

  runOptions(program.command('entry'))
    .description('appraise candidates: who is appointed in which grade, and the list for filing')
    .option('--out <DIR>', 'the folder that gets entry.csv and filing.csv', 'entry')
    .action(async (options: RunOptions) => {
      const { entry } = await import('./entry.ts')
      outcome.code = await entry(options, shell)
    })

  printingOptions(program.command('init'))
    .description('make a folder from a template: a scheme and exports that run at once')
    .argument('[DIR]', 'the folder to make; absent or empty')
    .option('--list', 'list the templates')
    .option('--template <NAME>', 'the template to start from')
    .action(async (folder: string | undefined, options, command: Command) => {
      const { init, listTemplates } = await import('./init.ts')
      if (options.list) outcome.code = listTemplates(options, shell)
      else if (!folder || !options.template) command.error('Wanted --list, or --template NAME and DIR.')
      else outcome.code = await init(folder, options.template, options, shell)
    })
  return program
}

function runOptions(command: Command): Command {
  return printingOptions(command)
    .requiredOption('--input <DIR>', 'the folder of exports')
    .option('--scheme <FILE>', 'the scheme (default: scheme.yaml in the input folder)')
    .option('--period <P>', 'the period, such as 2004Q1 (default: the one of the latest day in the exports)')
    .addOption(
      new Option(
        '--engine <NAME>',
        'what sums the large tables (default: scan for CSV, duckdb for Parquet); duckdb over CSV checks the sums of scan',
      ).choices(['scan', 'duckdb']),
    )
    .addOption(
      new Option('--memory <SIZE>', 'how much memory the engine duckdb may use')
        .default('1GB')
        .argParser(memorySize),
    )
    .addOption(
      new Option('--workers <N>', 'threads that read (default: one a core but one, at most 4)').argParser(
        workerCount,
      ),
    )
    .option('--findings <FILE>', 'write all findings to a file, one JSON object a line')
}

const waitOption = (): Option =>
  new Option('--wait <SECONDS>', 'how long to wait while another command works on the book')
    .default('10')
    .argParser(seconds)

function seconds(text: string): string {
  if (/^\d{1,4}$/.test(text)) return text
  throw new InvalidArgumentError('Wanted a whole number of seconds from 0 to 9999.')
}

const MOST_WORKERS = 64

function workerCount(text: string): number {
  const workers = /^[1-9]\d?$/.test(text) ? Number(text) : 0
  if (workers < 1 || workers > MOST_WORKERS) {
    throw new InvalidArgumentError(`Wanted a whole number from 1 to ${MOST_WORKERS}.`)
  }
  return workers
}

function memorySize(text: string): string {
  if (!/^[1-9]\d{0,6}(MB|GB)$/i.test(text))
    throw new InvalidArgumentError('Wanted a size such as 512MB or 2GB.')
  return text.toUpperCase()
}

function printingOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .option('--quiet', 'print errors only')
    .option('--color', 'colour even where no terminal is')
    .addOption(
      new Option('--lang <LANGUAGE>', 'language of messages (default: from the locale)').choices([
        'zh',
        'en',
      ]),
    )
}
