import { join } from 'node:path'
import { chaptersIn } from '../../test/support/primitive.ts'
import { findingsPage } from './findings-page.ts'
import { functionsPage } from './functions-page.ts'
import { measuresPage } from './measures-page.ts'
import { primitivesPage } from './primitives-page.ts'

/** The generated pages of docs/, by file, of the project that lies in a folder. */
export const pagesOf = (project: string): Readonly<Record<string, string>> => ({
  'docs/findings.md': findingsPage(join(project, 'fixtures/broken')),
  'docs/functions.md': functionsPage(),
  'docs/measures.md': measuresPage(),
  'docs/primitives.md': primitivesPage(chaptersIn(project)),
})
