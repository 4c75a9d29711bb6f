import { LINT_SENTENCES } from './scheme-lints.ts'
import { RULE_SENTENCES } from './scheme-rules.ts'
import { SHAPE_SENTENCES } from './scheme-shape.ts'
import { YAML_SENTENCES } from './yaml.ts'

/** What can be wrong with a scheme, from its first character to its last rule. */
export const SCHEME_SENTENCES = {
  ...YAML_SENTENCES,
  ...SHAPE_SENTENCES,
  ...RULE_SENTENCES,
  ...LINT_SENTENCES,
}
