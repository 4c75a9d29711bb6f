import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Findings } from '../../src/core/findings/finding.ts'
import {
  type ActivityPlan,
  type BalancePlan,
  type BalanceSums,
  NONE_HOLDS,
} from '../../src/core/tables/engine.ts'
import { activityOwners, balanceOwners } from '../../src/core/tables/owners.ts'
import { Ownerships } from '../../src/core/tables/ownership.ts'
import { LAST_DAYS, WHOLE_MONTHS } from '../../src/core/values/buckets.ts'
import { AFTER_ALL, BEFORE_ALL, type Day, parseDay } from '../../src/core/values/calendar.ts'
import { openExports } from '../../src/engines/open.ts'

/** A new folder with these files; a folder's name is part of the file's. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'rm-appraise-test-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}

/** The findings as a person sees them first: `file:line:column code`. */
export const told = (findings: Findings): readonly string[] =>
  findings.sorted.map(({ code, place }) =>
    [[place.file, place.line, place.column].filter((part) => part !== undefined).join(':'), code].join(' '),
  )

export const dayOf = (text: string): Day => parseDay(text) ?? (Number.NaN as Day)

/** A folder that is open, and what was found in it so far. */
export async function opened(files: Readonly<Record<string, string | Uint8Array>>) {
  const findings = new Findings()
  return { findings, exports: await openExports(folderWith(files), findings.report) }
}

const MANAGERS = ['M1', 'M2', 'M3', '__proto__']

/** Owners as the rows name them: the managers M1 to M3, always in post. */
const ownerships = new Ownerships()
const posts = new Map(MANAGERS.map((id) => [id, { first: BEFORE_ALL, last: AFTER_ALL }]))
const managers = { posts, whole: true }

export const ownerOf = (owners: number): string => ownerships.parts(owners)[0]?.manager ?? ''

export const planWith = (changes: Partial<BalancePlan> = {}): BalancePlan => ({
  currency: 'CNY',
  owners: balanceOwners(managers, undefined, ownerships),
  rates: new Map(),
  otherRate: NONE_HOLDS,
  branches: new Map(['C', 'C0', 'C1', 'C2'].map((client) => [client, `branch of ${client}`])),
  horizon: 'quarter',
  names: new Set(['demand']),
  cuts: LAST_DAYS,
  groups: undefined,
  watched: new Map(),
  ...changes,
})

export const activityPlan: ActivityPlan = {
  cuts: WHOLE_MONTHS,
  groups: undefined,
  bounds: [],
  owners: activityOwners(managers, undefined, ownerships),
  branches: new Map(['', 'C', 'C0', 'C1', 'C2'].map((client) => [client, `branch of ${client}`])),
  names: new Set(['visit']),
}

export const HEADER = 'date,account_id,client_id,product,balance,manager_id,currency,branch\n'

/** Reads `balances` from these files; gives its sums and what was told. */
export async function summed(
  files: Readonly<Record<string, string | Uint8Array>>,
  plan: Partial<BalancePlan> = {},
): Promise<{ readonly sums: BalanceSums; readonly told: readonly string[]; readonly findings: Findings }> {
  const { findings, exports } = await opened(files)
  const sums = await exports.sumBalances(planWith(plan))
  return { sums, findings, told: told(findings) }
}
