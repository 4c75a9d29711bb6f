import type { Language } from '../core/findings/finding.ts'
import type { Template } from './templates.ts'

/** The page that a new folder begins with: what lies in it, what to type, and what to change first. */
export const startPage = ({ name, shows }: Template, folder: string, language: Language): string =>
  (language === 'zh' ? ZH : EN)(name, shows[language], folder)

const EN = (name: string, shows: string, folder: string): string => `# ${name}

${shows}.

This folder holds a whole scheme with made-up exports. It runs as it is; type this where you made it:

    rm-appraise check --input ${folder}
    rm-appraise quarter --input ${folder}

The results stand in \`appraisals/\`, one folder a period. \`rm-appraise explain MANAGER --run appraisals/PERIOD\` tells how each figure came about.

## Make it your bank's

1. \`scheme.yaml\`: change \`scheme\`, \`name\`, \`version\` and \`effective\` first, then \`values\` and \`tables\` (prices, floors, bands) with the \`clause\` of your own rules.
   What is marked \`source: illustrative\` is made up and waits for your number.
2. Then \`grades\`, \`measures\`, \`figures\`, \`appraisal\`, \`recommendation\` and \`pay\`. Run \`check\` after every change: it names each fault with its line.
3. Put your own exports in the place of the \`.csv\` files. How they differ (columns, dates, units, encoding) is said in \`inputs.yaml\`.

All that a scheme can say is shown in docs/scheme.md, and by what you want to say in docs/primitives.md.
`

const ZH = (name: string, shows: string, folder: string): string => `# ${name}

${shows}。

本文件夹含完整的考核办法和虚构的导出数据，可直接运行。在生成它的位置输入：

    rm-appraise check --input ${folder}
    rm-appraise quarter --input ${folder}

结果写入 \`appraisals/\`，每期一个文件夹。\`rm-appraise explain 客户经理编号 --run appraisals/期间\` 说明每个数字的来历。

## 改成本行的办法

1. \`scheme.yaml\`：先改 \`scheme\`、\`name\`、\`version\`、\`effective\`，再改 \`values\`（参数）和 \`tables\`（分档表），并用 \`clause\` 注明本行条款。标有 \`source: illustrative\` 的数值为虚构，请换成本行的数值。
2. 再改 \`grades\`、\`measures\`、\`figures\`、\`appraisal\`、\`recommendation\`、\`pay\`。每次修改后运行 \`check\`，它会逐条指出错误所在的行。
3. 用本行导出的数据替换各 \`.csv\` 文件；列名、日期、单位、编码的差异写在 \`inputs.yaml\` 中。

办法文件的全部写法见 docs/scheme.md，按所要表达的内容查找见 docs/primitives.md。
`
