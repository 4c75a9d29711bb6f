import { resolve } from 'node:path'
import { Findings, type Language } from '../core/findings/finding.ts'
import { near } from '../core/findings/near.ts'
import { fillFolder, isFree } from './files.ts'
import { exitCodeOf, presentFindings } from './present-findings.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'
import { startPage } from './start-page.ts'
import { TEMPLATES, type Template, type TemplateFile, templateFiles } from './templates.ts'

/** Makes a folder from a template that runs at once. */
export async function init(
  folder: string,
  name: string,
  options: PrintingOptions,
  shell: Shell,
): Promise<number> {
  const findings = new Findings()
  const template = templateNamed(name, findings)
  const target = resolve(shell.cwd, folder)
  if (!(await isFree(target))) findings.report('init-folder', { file: folder }, { folder })
  if (template && !findings.hasErrors) await makeFolder(target, folder, template, options, findings, shell)
  if (template && !findings.hasErrors) tellNext(folder, template, options, shell)
  await presentFindings(findings, options, shell)
  return exitCodeOf(findings.sorted)
}

function templateNamed(name: string, { report }: Findings): Template | undefined {
  const template = TEMPLATES.find((each) => each.name === name)
  if (template) return template
  const names = TEMPLATES.map((each) => each.name)
  report('init-template', { file: '--template' }, { found: name, likeliest: near(name, names) })
  return undefined
}

async function makeFolder(
  target: string,
  folder: string,
  template: Template,
  { lang }: PrintingOptions,
  { report }: Findings,
  shell: Shell,
): Promise<void> {
  const files = await templateFiles(template.name)
  if (files.length === 0) throw new Error(`This installation lacks the template ${template.name}.`)
  const page = start(template, folder, languageOf(shell, lang))
  const [scheme, ...others] = [...files].sort((a) => (a.path === SCHEME ? -1 : 1))
  try {
    await fillFolder(target, [page, ...others, ...(scheme ? [speaking(scheme, lang)] : [])])
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    report('out-unwritable', { file: folder }, { folder, reason: String(error.code) })
  }
}

/** Lists the templates. */
export function listTemplates(options: PrintingOptions, shell: Shell): number {
  const language = languageOf(shell, options.lang)
  const shown = TEMPLATES.map(({ name, shows }) => ({ name, shows: shows[language] }))
  const width = Math.max(...shown.map(({ name }) => name.length))
  const lines = shown.map(({ name, shows }) => `${name.padEnd(width)}  ${shows}`)
  shell.out.write(options.json ? `${JSON.stringify(shown, null, 2)}\n` : `${lines.join('\n')}\n`)
  return 0
}

const SCHEME = 'scheme.yaml'

const start = (template: Template, folder: string, language: Language): TemplateFile => ({
  path: 'START.md',
  bytes: new TextEncoder().encode(startPage(template, quoted(folder), language)),
})

/** The scheme with the language of its outputs set, where one was asked for. */
function speaking(file: TemplateFile, language: string | undefined): TemplateFile {
  if (file.path !== SCHEME || !language) return file
  const text = new TextDecoder().decode(file.bytes)
  return {
    ...file,
    bytes: new TextEncoder().encode(text.replace(/^language: \w+/m, `language: ${language}`)),
  }
}

/** A path as a shell takes it for one word. */
const quoted = (path: string): string => (/[^\p{L}\p{N}._/-]/u.test(path) ? `"${path}"` : path)

function tellNext(folder: string, { name }: Template, options: PrintingOptions, shell: Shell): void {
  const next = ['check', 'quarter'].map((command) => `rm-appraise ${command} --input ${quoted(folder)}`)
  if (options.json) shell.out.write(`${JSON.stringify({ folder, template: name, next }, null, 2)}\n`)
  else if (!options.quiet) {
    const said =
      languageOf(shell, options.lang) === 'zh'
        ? `已按模板 ${name} 生成 ${folder}/，请先读 ${folder}/START.md。下一步：`
        : `Made ${folder}/ from the template ${name}; begin with ${folder}/START.md. Next:`
    shell.out.write(`${[said, ...next.map((line) => `  ${line}`)].join('\n')}\n`)
  }
}
