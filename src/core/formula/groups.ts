import type { Answer, Member } from '../functions/function.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import { printValue, type Value } from '../values/value.ts'
import { argumentsOf, evaluate } from './evaluate.ts'
import type { GroupCall } from './expression.ts'
import type { Scope } from './scope.ts'

/** Someone of the run, with what formulas read of them. */
export interface Peer {
  readonly id: string
  readonly scope: Scope
}

/** The people of one key; `lack` is what is missing of a member, which then is missing for everyone who asks. */
interface Group {
  readonly members: Member[]
  lack: Missing | undefined
  answer: Answer | undefined
}

/** The groups that the formulas of a run ask about, each gathered once for everyone who asks. */
export class Groups {
  readonly #everyone: () => readonly Peer[]
  readonly #known = new Map<GroupCall, Map<string, Group>>()

  /** `everyone`: the people of the run by id; asked for once their figures are there. */
  constructor(everyone: () => readonly Peer[]) {
    this.#everyone = everyone
  }

  /** What a group function answers to one person. */
  answer(call: GroupCall, asker: Peer): Value | Missing {
    const group = this.#groupOf(call, asker)
    if (isMissing(group)) return group
    if (group.lack) return told(group, group.lack)
    const answer = group.answer ?? call.function.gather(group.members)
    if (isMissing(answer)) return told(group, answer)
    group.answer = answer
    return answer(asker.id)
  }

  /** The members of the group that a person asks about, by id. */
  members(call: GroupCall, asker: Peer): readonly Member[] {
    const group = this.#groupOf(call, asker)
    return isMissing(group) ? [] : group.members
  }

  #groupOf(call: GroupCall, asker: Peer): Group | Missing {
    const key = keyOf(call, asker.scope)
    if (isMissing(key)) return key
    const known = this.#known.get(call) ?? gather(call, this.#everyone())
    this.#known.set(call, known)
    const group = known.get(key) ?? emptyGroup()
    known.set(key, group)
    return group
  }
}

const emptyGroup = (): Group => ({ members: [], lack: undefined, answer: undefined })

/** One cause is told once: whoever asks after the first finds it known. */
function told(group: Group, missing: Missing): Missing {
  group.lack = { ...missing, known: true }
  return missing
}

function keyOf({ over }: GroupCall, scope: Scope): string | Missing {
  const key = over ? evaluate(over, scope) : ''
  return isMissing(key) ? key : printValue(key)
}

/** Everyone by key. Who has no key belongs to no group; whom the entries do not concern is no member. */
function gather(call: GroupCall, everyone: readonly Peer[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const peer of everyone) {
    const key = keyOf(call, peer.scope)
    if (isMissing(key)) continue
    const group = groups.get(key) ?? emptyGroup()
    groups.set(key, group)
    addMember(call, peer, group)
  }
  return groups
}

function addMember(call: GroupCall, { id, scope }: Peer, group: Group): void {
  const belongs = call.where ? evaluate(call.where, scope) : true
  const given = belongs === true ? argumentsOf(call, scope) : belongs
  if (given === false) return
  if (!isMissing(given)) group.members.push({ id, given: given as Member['given'] })
  else if (given.missing !== 'not-concerned') {
    group.lack ??= { ...given, facts: { person: id, ...given.facts } }
  }
}
