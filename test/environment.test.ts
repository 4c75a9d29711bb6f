import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, quarter, tempFolder } from './support/run.ts'

const ROOT = join(import.meta.dirname, '..')
const FIXTURE = join(ROOT, 'fixtures/city-bank')

describe('another environment', () => {
  it('gives the same bytes under another time zone, locale and file mask', async () => {
    expect(existsSync(join(ROOT, 'dist/main.js')), 'npm run build comes first').toBe(true)
    const [here, there] = [tempFolder(), tempFolder()]
    const before = filesIn(await quarter(FIXTURE, '2004Q1', here))
    const command = `umask 077; exec "${process.execPath}" "${ROOT}/bin/rm-appraise.js" quarter --input "${FIXTURE}" --period 2004Q1 --out "${there}"`
    const env = { PATH: process.env.PATH, TZ: 'America/Anchorage', LC_ALL: 'zh_CN.UTF-8' }
    const printed = execFileSync('sh', ['-c', command], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(printed).toContain('考核')
    expect(filesIn(join(there, '2004Q1'))).toEqual(before)
  })

  it('lets only their owner read the files that tell pay', async () => {
    const folder = await quarter(FIXTURE, '2004Q1', tempFolder())
    const modeOf = (file: string) => statSync(join(folder, file)).mode & 0o777
    for (const file of ['pay.csv', 'deferred.csv', 'figures.csv']) expect(modeOf(file), file).toBe(0o600)
    expect(modeOf('ranking.csv') & 0o400).toBe(0o400)
  })
})
