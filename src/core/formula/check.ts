import type { Report } from '../findings/finding.ts'
import { KINDS, WANTED } from '../findings/formulas.ts'
import { checkCall } from './check-call.ts'
import { checkElsewhere } from './check-elsewhere.ts'
import { reportUnresolved } from './check-names.ts'
import { type Checked, Checker } from './checker.ts'
import type { Call, Expression, GroupCall } from './expression.ts'
import { infoFrom, type Known, knownFrom } from './known.ts'
import type { TextPlace } from './place.ts'
import type { TypeInfo, Vocabulary } from './vocabulary.ts'

/**
 * Checks a formula and reports every fault. Gives what the formula gives; undefined where it is faulty or depends on a
 * figure whose own formula is. `wanted` is what its place in the scheme asks for, if anything.
 */
export function checkFormula(
  expression: Expression,
  at: TextPlace,
  vocabulary: Vocabulary,
  report: Report,
  wanted?: TypeInfo,
): TypeInfo | undefined {
  const checker = new Checker(at, vocabulary, report)
  const known = check(expression, checker)
  if (known && wanted) checkResult(expression, known, wanted, checker)
  return checker.faulty || !known ? undefined : infoFrom(known)
}

function checkResult(part: Expression, known: Known, wanted: TypeInfo, checker: Checker): void {
  if (known.type !== wanted.type) {
    checker.report('formula-gives', part, { found: KINDS[known.type], wanted: KINDS[wanted.type] })
  } else checker.fromLists({ part, known }, knownFrom(wanted).lists, WANTED.place)
}

function check(expression: Expression, checker: Checker): Known | undefined {
  switch (expression.kind) {
    case 'literal':
      return checker.literal(expression.value)
    case 'figure':
    case 'earlier':
      return knownOfFigure(expression.name, checker)
    case 'fact':
      return knownFrom(expression.info)
    case 'value':
      return checkValue(expression, checker)
    case 'table':
      checker.wants(checked(expression.argument, checker), 'number', expression.name)
      return knownFrom(expression.info)
    case 'prefix': {
      const { prefix, operand } = expression
      checker.wants(checked(operand, checker), prefix.operand, prefix.sign)
      return { type: prefix.operand, lists: [] }
    }
    case 'operator':
      return checkOperator(expression, checker)
    case 'call':
      checkElsewhere(expression, checker)
      return checkCall(expression, checkedGiven(expression, checker), checker)
    case 'group': {
      checkElsewhere(expression, checker)
      const given = checkedGiven(expression, checker)
      if (expression.over) check(expression.over, checker)
      if (expression.where) checker.wants(checked(expression.where, checker), 'yesno', 'where')
      return checkCall(expression, given, checker)
    }
    case 'unresolved':
      for (const part of expression.parts) check(part, checker)
      return reportUnresolved(expression.syntax, checker)
  }
}

const checked = (part: Expression, checker: Checker): Checked & { readonly part: Expression } => ({
  part,
  known: check(part, checker),
})

const checkedGiven = ({ given }: Call | GroupCall, checker: Checker) =>
  given.map(({ parameter, part }) => ({ parameter, ...checked(part, checker) }))

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** A figure's kind is asked for only now: its own formula may have been checked after this one was read. */
function knownOfFigure(name: string, checker: Checker): Known | undefined {
  const { info } = checker.vocabulary.meaning(name) ?? {}
  return info && knownFrom(info)
}

function checkValue(value: Of<'value'>, checker: Checker): Known {
  const { key, by, name } = value
  if (key && !by) {
    checker.report('formula-brackets', value, { name, is: KINDS.plain, brackets: '[…]' })
    check(key, checker)
  } else if (key && by) {
    const given = checked(key, checker)
    checker.wants(given, by.type, `${name}[…]`)
    checker.fromLists(given, knownFrom(by).lists, `${name}[…]`)
  }
  return knownFrom(value.info)
}

function checkOperator(expression: Of<'operator'>, checker: Checker): Known | undefined {
  const { sign, operands, gives } = expression.operator
  const [left, right] = [checked(expression.left, checker), checked(expression.right, checker)]
  if (operands !== 'any') for (const side of [left, right]) checker.wants(side, operands, sign)
  const common = operands === 'any' || operands === 'ordered' ? checker.agree([left, right], sign) : undefined
  if (gives === 'operand') return common
  if (operands === 'any' && common) checker.comparable(left, right)
  return { type: gives, lists: [] }
}
