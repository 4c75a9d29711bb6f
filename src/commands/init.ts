import { resolve } from 'node:path'
import { Findings, type Language } from '../core/findings/finding.ts'
import { likeliest } from '../core/values/text.ts'
import { namesIn, placeFolder } from './files.ts'
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
  if ((await namesIn(target)).length > 0) findings.report('init-folder', { file: folder }, { folder })
  if (template && !findings.hasErrors) {
    await makeFolder(target, template, options.lang, languageOf(shell, options.lang))
    tellNext(folder, template, options, shell)
  }
  await presentFindings(findings, options, shell)
  return exitCodeOf(findings.sorted)
}

function templateNamed(name: string, { report }: Findings): Template | undefined {
  const template = TEMPLATES.find((each) => each.name === name)
  if (template) return template
  const names = TEMPLATES.map((each) => each.name)
  const facts = { found: name, meant: likeliest(name, names) ?? '-' }
  report('init-template', { file: '--template' }, facts)
  return undefined
}

async function makeFolder(target: string, template: Template, asked: string | undefined, language: Language) {
  const files = await templateFiles(template.name)
  if (files.length === 0) throw new Error(`This installation lacks the template ${template.name}.`)
  await placeFolder(target, [...files.map((file) => speaking(file, asked)), start(template, language)])
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

const start = (template: Template, language: Language): TemplateFile => ({
  path: 'START.md',
  bytes: new TextEncoder().encode(startPage(template, language)),
})

/** The scheme with the language of its outputs set, where one was asked for. */
function speaking(file: TemplateFile, language: string | undefined): TemplateFile {
  if (file.path !== 'scheme.yaml' || !language) return file
  const text = new TextDecoder().decode(file.bytes)
  return {
    ...file,
    bytes: new TextEncoder().encode(text.replace(/^language: \w+/m, `language: ${language}`)),
  }
}

function tellNext(folder: string, { name }: Template, options: PrintingOptions, shell: Shell): void {
  const next = [`rm-appraise check --input ${folder}`, `rm-appraise quarter --input ${folder}`]
  if (options.json) shell.out.write(`${JSON.stringify({ folder, template: name, next }, null, 2)}\n`)
  else if (!options.quiet) {
    const said =
      languageOf(shell, options.lang) === 'zh'
        ? `已按模板 ${name} 生成 ${folder}/，请先读 ${folder}/START.md。下一步：`
        : `Made ${folder}/ from the template ${name}; begin with ${folder}/START.md. Next:`
    shell.out.write(`${[said, ...next.map((line) => `  ${line}`)].join('\n')}\n`)
  }
}
