import type { Sentence } from './sentence.ts'

/** What can be wrong with the files of an input folder, before any cell is looked at. */
export const FILE_SENTENCES = {
  'column-missing': {
    severity: 'error',
    exit: 1,
    en: [
      'The header has no column {column}, which the table {table} requires; it reads: {header}.',
      'Export that column, or say in inputs.yaml under aliases which header means it.',
    ],
    zh: [
      '表头缺少表 {table} 必需的列 {column}；现有表头为：{header}。',
      '请导出该列，或在 inputs.yaml 的 aliases 中说明哪个表头对应它。',
    ],
  },
  'column-twice': {
    severity: 'error',
    exit: 1,
    en: [
      'The column {column} of {table} stands twice in the header; the first is "{first}".',
      'Keep one of the two columns.',
    ],
    zh: ['表 {table} 的列 {column} 在表头中出现两次；第一次为“{first}”。', '请只保留其中一列。'],
  },
  'column-unknown': {
    severity: 'notice',
    exit: 1,
    en: [
      'The column "{column}" is none that {table} has{likeliest}; it is not read.',
      'Nothing to do if it is meant to be extra; else rename it or give an alias in inputs.yaml.',
    ],
    zh: [
      '列“{column}”不属于表 {table}{likeliest}，不予读取。',
      '若为额外信息则无需处理；否则请改名，或在 inputs.yaml 中给出别名。',
    ],
  },
  'table-two-forms': {
    severity: 'error',
    exit: 1,
    en: [
      'The table {table} is there in more than one form: {forms}.',
      'Keep one of them; two would count the same rows twice.',
    ],
    zh: ['表 {table} 同时存在多种形式：{forms、}。', '请只保留一种；否则同样的行会被重复计算。'],
  },
  'file-unknown': {
    severity: 'warning',
    exit: 1,
    en: [
      '{file} is not read: no table has that name{likeliest}.',
      'If it is meant to be a table, rename it, or name it under file in inputs.yaml; else move it out of the folder.',
    ],
    zh: [
      '{file} 未被读取：没有同名的表{likeliest}。',
      '若它应当是一张表，请改名，或在 inputs.yaml 的 file 中列出；否则请移出该文件夹。',
    ],
  },
  'file-unread': {
    severity: 'warning',
    exit: 1,
    en: [
      '{file} lies in the folder of the table {table} but is not read; wanted files that end in {endings}.',
      'Rename it if it holds rows of the table; else move it out of the folder.',
    ],
    zh: [
      '{file} 位于表 {table} 的文件夹内但未被读取；文件名应以{endings}结尾。',
      '若其中是该表的数据，请改名；否则请移出该文件夹。',
    ],
  },
  'folder-empty': {
    severity: 'error',
    exit: 4,
    en: [
      'The folder of the table {table} holds no file that ends in {endings}.',
      "Put the table's files there, or take the folder away.",
    ],
    zh: ['表 {table} 的文件夹中没有以{endings}结尾的文件。', '请放入该表的文件，或删除该文件夹。'],
  },
  'parquet-scan': {
    severity: 'error',
    exit: 3,
    en: [
      '{file} is Parquet, which the engine scan does not read.',
      'Leave --engine out, or name duckdb; else export the table balances as CSV.',
    ],
    zh: [
      '{file} 是 Parquet 文件，引擎 scan 不能读取。',
      '请不写 --engine，或指定 duckdb；否则请将 balances 表导出为 CSV。',
    ],
  },
  'parquet-table': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is Parquet and named for the table {table}; only balances is read from Parquet.',
      'Export the table {table} as CSV, and name that file in inputs.yaml.',
    ],
    zh: [
      '{file} 是 Parquet 文件，却被指定为表 {table}；只有 balances 表可从 Parquet 读取。',
      '请将表 {table} 导出为 CSV，并在 inputs.yaml 中指定该文件。',
    ],
  },
  'duckdb-missing': {
    severity: 'error',
    exit: 3,
    en: [
      'The engine duckdb is needed but not installed: it comes with the package @duckdb/node-api, which is optional.',
      'Install it with npm install @duckdb/node-api; or have balances as CSV, and leave --engine out.',
    ],
    zh: [
      '需要引擎 duckdb，但尚未安装：它由可选的软件包 @duckdb/node-api 提供。',
      '请用 npm install @duckdb/node-api 安装；或将 balances 表导出为 CSV，并不写 --engine。',
    ],
  },
  'parquet-damaged': {
    severity: 'error',
    exit: 4,
    en: ['{file} is not sound Parquet ({reason}).', 'Copy or export the file again.'],
    zh: ['{file} 不是完好的 Parquet 文件。', '请重新复制或导出该文件。'],
  },
  'column-type': {
    severity: 'error',
    exit: 1,
    en: [
      'The column {column} has the type {type}; wanted {wanted}, which keep every value exactly.',
      'Export the column with such a type; a balance kept as DOUBLE or FLOAT is not exact to the fen.',
    ],
    zh: [
      '列 {column} 的类型为 {type}；应为能精确保存数值的{wanted}。',
      '请以这类类型导出该列；DOUBLE 或 FLOAT 类型的余额不能精确到分。',
    ],
  },
  'memory-short': {
    severity: 'error',
    exit: 3,
    en: [
      'The memory of {memory} that the engine duckdb may use, or the room on disk beside it, is not enough for this table.',
      'Allow more with --memory, such as 4GB.',
    ],
    zh: [
      '引擎 duckdb 可用的内存 {memory}（或其临时磁盘空间）不足以处理该表。',
      '请用 --memory 增加，例如 4GB。',
    ],
  },
  'file-outside': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is a link that leads out of the input folder; it is not followed.',
      'Copy the file itself into the folder.',
    ],
    zh: ['{file} 是指向输入文件夹之外的链接，不予读取。', '请将文件本身复制到该文件夹内。'],
  },
  'file-irregular': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is no plain file.',
      'Put a plain file there; a folder of files must be named like its table.',
    ],
    zh: ['{file} 不是普通文件。', '请在此放置普通文件；若以文件夹存放，文件夹应与表同名。'],
  },
  'file-unreadable': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} cannot be read; the system says {reason}.',
      'Check that it exists and that you may read it.',
    ],
    zh: ['无法读取 {file}；系统代码为 {reason}。', '请检查文件是否存在以及是否有读取权限。'],
  },
  'file-changed': {
    severity: 'error',
    exit: 1,
    en: ['{file} changed while it was read.', 'Let the export finish, then run again.'],
    zh: ['{file} 在读取过程中发生变化。', '请等待导出完成后重新运行。'],
  },
  'file-empty': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is empty; not even a header is there.',
      'Export the table again; an export without rows still has its header.',
    ],
    zh: ['{file} 为空，连表头也没有。', '请重新导出；没有数据的导出也应有表头。'],
  },
  'file-undecodable': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is neither UTF-8 (first fault in line {utf8}) nor GB18030 (first fault in line {gb18030}).',
      'Export it again as UTF-8.',
    ],
    zh: [
      '{file} 既不是 UTF-8（首个错误在第 {utf8} 行），也不是 GB18030（首个错误在第 {gb18030} 行）。',
      '请重新以 UTF-8 编码导出。',
    ],
  },
  'file-nul': {
    severity: 'error',
    exit: 4,
    en: [
      'This line holds a NUL byte, which no text has; {file} is no text file or is damaged.',
      'Export it again as plain CSV text.',
    ],
    zh: ['本行含有文本中不会出现的空字节（NUL）；{file} 不是文本文件或已损坏。', '请重新导出为纯文本 CSV。'],
  },
  'gzip-cut': {
    severity: 'error',
    exit: 4,
    en: ['{file} ends before its compressed data do: it was cut off.', 'Copy or export the file again.'],
    zh: ['{file} 的压缩数据不完整：文件被截断。', '请重新复制或导出该文件。'],
  },
  'gzip-damaged': {
    severity: 'error',
    exit: 4,
    en: ['{file} is not a sound gzip file ({reason}).', 'Copy or export the file again.'],
    zh: ['{file} 不是完好的 gzip 文件。', '请重新复制或导出该文件。'],
  },
  'gzip-bomb': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} unpacks to more than {ratio} times its size, which no export does.',
      'Check where the file comes from; unpack it yourself if it is right.',
    ],
    zh: [
      '{file} 解压后超过原大小的 {ratio} 倍，正常导出不会如此。',
      '请核实文件来源；若确实无误，请自行解压后提供。',
    ],
  },
  'table-too-large': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} holds more than {most} MiB, more than a table of this kind ever has.',
      'Check that the right export lies under this name.',
    ],
    zh: ['{file} 超过 {most} MiB，这类表不会有这么大。', '请核实此文件名下放置的是否为正确的导出。'],
  },
  'quote-unclosed': {
    severity: 'error',
    exit: 1,
    en: [
      'A quoted cell begins here and never ends.',
      'Add the closing quote, or write a quote inside a cell twice.',
    ],
    zh: ['此处开始的带引号单元格没有结束。', '请补上结束引号；单元格内的引号应写两次。'],
  },
  'quote-inside': {
    severity: 'error',
    exit: 1,
    en: [
      'A cell that does not begin with a quote has one inside.',
      'Put the cell in quotes and write the quote inside it twice.',
    ],
    zh: ['未加引号的单元格内含有引号。', '请给该单元格加上引号，并将其中的引号写两次。'],
  },
  'quote-text-after': {
    severity: 'error',
    exit: 1,
    en: [
      'Text follows the closing quote of this cell; wanted a comma or the end of the line.',
      'Write a quote inside a quoted cell twice, or take the text away.',
    ],
    zh: [
      '该单元格的结束引号之后还有文字；此处应为逗号或行尾。',
      '带引号的单元格内的引号应写两次，或删除多余文字。',
    ],
  },
  'return-stray': {
    severity: 'error',
    exit: 1,
    en: [
      'This cell holds a carriage return that ends no line.',
      'End lines with LF or CRLF, and put cells with line breaks in quotes.',
    ],
    zh: ['该单元格含有不构成换行的回车符。', '请以 LF 或 CRLF 结束各行；含换行的单元格请加引号。'],
  },
  'row-too-long': {
    severity: 'error',
    exit: 1,
    en: [
      'The row that begins here is longer than {most} KiB; the rest of the file is not read.',
      'Most likely a quote is missing; correct the row.',
    ],
    zh: ['从此处开始的行超过 {most} KiB；文件其余部分不再读取。', '很可能缺少引号；请更正该行。'],
  },
  'row-short': {
    severity: 'error',
    exit: 1,
    en: [
      'This row has fewer cells ({cells}) than the header ({wanted}).',
      'Fill the row up; an empty cell needs its comma.',
    ],
    zh: ['该行有 {cells} 个单元格，少于表头的 {wanted} 个。', '请补齐该行；空单元格也需要逗号。'],
  },
  'row-long': {
    severity: 'error',
    exit: 1,
    en: [
      'This row has more cells ({cells}) than the header ({wanted}).',
      'Put cells that hold commas in quotes, or take the extra ones away.',
    ],
    zh: ['该行有 {cells} 个单元格，多于表头的 {wanted} 个。', '含逗号的单元格请加引号，或删除多余单元格。'],
  },
  'row-blank': {
    severity: 'error',
    exit: 1,
    en: ['This line is blank; wanted a row.', 'Take the blank line away.'],
    zh: ['该行为空行；此处应为数据行。', '请删除空行。'],
  },
  'more-errors': {
    severity: 'error',
    exit: 1,
    en: [
      'In this file more findings of the kind {code} are not listed ({count}).',
      'Correct the cause of those listed; they are most likely alike.',
    ],
    zh: ['本文件另有 {count} 条 {code} 类问题未列出。', '请先更正已列出问题的原因；它们很可能相同。'],
  },
  'more-warnings': {
    severity: 'warning',
    exit: 1,
    en: [
      'In this file more findings of the kind {code} are not listed ({count}).',
      'Look at those listed; they are most likely alike.',
    ],
    zh: ['本文件另有 {count} 条 {code} 类提示未列出。', '请查看已列出的各条；它们很可能相同。'],
  },
  'input-folder': {
    severity: 'error',
    exit: 3,
    en: ['There is no folder "{folder}".', 'Name the folder that holds the exports with --input.'],
    zh: ['没有文件夹“{folder}”。', '请用 --input 指定存放导出文件的文件夹。'],
  },
  'out-unwritable': {
    severity: 'error',
    exit: 3,
    en: [
      'Nothing can be written to "{folder}" ({reason}).',
      'Name a folder with --out that may be written, on a disk with room.',
    ],
    zh: ['无法写入“{folder}”（{reason}）。', '请用 --out 指定一个可写且磁盘空间充足的文件夹。'],
  },
  'scheme-missing': {
    severity: 'error',
    exit: 3,
    en: [
      'There is no scheme "{file}".',
      'Put scheme.yaml into the input folder, or name the file with --scheme.',
    ],
    zh: ['没有方案文件“{file}”。', '请将 scheme.yaml 放入输入文件夹，或用 --scheme 指定文件。'],
  },
  'scheme-encoding': {
    severity: 'error',
    exit: 3,
    en: ['The scheme "{file}" is not UTF-8 text.', 'Save it as UTF-8.'],
    zh: ['方案文件“{file}”不是 UTF-8 文本。', '请以 UTF-8 编码保存。'],
  },
  'period-option': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is not a {kind}.', 'Write it as 2004-03 (month), 2004Q1, 2004H1 or 2004 (year).'],
    zh: ['“{found}”不是该命令所用的期间。', '请写成 2004-03（月）、2004Q1、2004H1 或 2004（年）。'],
  },
  'init-template': {
    severity: 'error',
    exit: 3,
    en: [
      'There is no template "{found}"{likeliest}; one of those that `init --list` shows was wanted.',
      'Name one of them with --template.',
    ],
    zh: ['没有模板“{found}”{likeliest}；应为 init --list 列出的模板之一。', '请用 --template 指定其中之一。'],
  },
  'init-folder': {
    severity: 'error',
    exit: 3,
    en: [
      '"{folder}" is not a folder that can be made; an absent or empty one was wanted, so that nothing of yours is overwritten.',
      'Name another folder.',
    ],
    zh: ['“{folder}”不能用作新文件夹；为免覆盖已有内容，应为不存在或空的文件夹。', '请指定其他文件夹。'],
  },
  'entry-section': {
    severity: 'error',
    exit: 3,
    en: [
      'The scheme says nothing of entry; a section `entry` with its outcomes was wanted.',
      'Add the section to the scheme.',
    ],
    zh: ['方案未涉及准入；应有含考核结论的 entry 部分。', '请在方案中补充 entry 部分。'],
  },
  'clients-section': {
    severity: 'error',
    exit: 3,
    en: [
      'The scheme says nothing of clients; a section `clients` with their classes was wanted.',
      'Add the section to the scheme.',
    ],
    zh: ['方案未涉及客户；应有含客户分类的 clients 部分。', '请在方案中补充 clients 部分。'],
  },
  'book-scheme': {
    severity: 'error',
    exit: 3,
    en: [
      'The book holds the run of {period} by the scheme {other}; this run is by {scheme}, and a book belongs to one scheme.',
      'Name another folder with --out; earlier figures that this scheme needs can stand in history.',
    ],
    zh: [
      '账簿中 {period} 的运行使用的是方案 {other}，本次为 {scheme}；一个账簿只属于一个方案。',
      '请用 --out 指定其他文件夹；本方案所需的较早数据可写入 history。',
    ],
  },
  'run-folder': {
    severity: 'error',
    exit: 3,
    en: [
      '"{folder}" is not the folder of a run.',
      "Name a period's folder in the book, such as appraisals/2004Q1.",
    ],
    zh: ['“{folder}”不是一次运行的文件夹。', '请指定账簿中的期间文件夹，例如 appraisals/2004Q1。'],
  },
  'run-changed': {
    severity: 'error',
    exit: 1,
    en: ['{file} has been changed since the run wrote it.', 'Restore the file, or run the period again.'],
    zh: ['{file} 在运行写入后被改动。', '请恢复该文件，或重新运行该期间。'],
  },
  'explain-manager': {
    severity: 'error',
    exit: 3,
    en: ['The run of {period} has no figures of a manager "{found}"{likeliest}.', 'Check the manager_id.'],
    zh: ['{period} 的运行中没有客户经理“{found}”的指标{likeliest}。', '请核对客户经理编号。'],
  },
  'explain-lot': {
    severity: 'error',
    exit: 3,
    en: [
      '{manager} has no lot "{found}" in this run or before{likeliest}.',
      'Take its id from deferred.csv or ledger.csv.',
    ],
    zh: [
      '{manager} 在本次及以前的运行中没有批次“{found}”{likeliest}。',
      '请按 deferred.csv 或 ledger.csv 填写批次编号。',
    ],
  },
  'run-read': {
    severity: 'error',
    exit: 1,
    en: [
      '{file} is not beside this run as the run read it, so the lives of its lots cannot be told.',
      'Explain the run within its book; if {period} was run again since, run this period again too.',
    ],
    zh: [
      '{file} 已不在本次运行旁边，或与运行时读取的不同，无法说明批次的来历。',
      '请在账簿中说明该次运行；若 {period} 后来重新运行过，请也重新运行本期间。',
    ],
  },
  'explain-figure': {
    severity: 'error',
    exit: 3,
    en: ['{manager} has no figure "{found}" in this run{likeliest}.', 'Check the names in figures.csv.'],
    zh: ['{manager} 在本次运行中没有指标“{found}”{likeliest}。', '请核对 figures.csv 中的名称。'],
  },
} as const satisfies Record<string, Sentence>
