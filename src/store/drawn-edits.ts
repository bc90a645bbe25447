import type { Issue } from '../model/issue'
import type { Edit, Scenario } from '../model/scenario'
import type { SharedWallProblem } from '../model/shared-wall'
import type { LonLat } from '../model/units'
import type { RunnerParts } from './runner-parts'
import { analysisSettings } from './settings'

/** What somebody has drawn on the map, or would draw with one press more. */
export type Drawn =
  | { readonly kind: 'path'; readonly line: readonly LonLat[] }
  | {
      readonly kind: 'wall'
      readonly community: string
      readonly at: LonLat
      /** the gated community whose wall is so near that both are opened; null: none */
      readonly neighbour: string | null
    }
  | { readonly kind: 'removal'; readonly at: LonLat; readonly within_m: number }

/** The edit that something drawn makes, or why it makes none. */
export type DrawnEdit = { readonly edit: Edit } | { readonly refusal: Issue }

/** An end of a drawn path joins a street within this, metres. */
const JOIN_M = 8

/**
 * Asks which edit something drawn makes of the scenario that is shown. What was asked last is known: who rests the pointer
 * where they then press has asked already.
 */
export function askDrawnEdits(
  parts: RunnerParts,
  shown: () => Scenario | null,
): (drawn: Drawn) => Promise<DrawnEdit | null> {
  const { client, project, view, situation } = parts
  let last: { readonly key: string; readonly answer: Promise<DrawnEdit | null> } | null = null

  /** The street a place means; null: none is near. */
  function nearestStreet(at: LonLat, within_m: number, scenario: string | null) {
    return client.call('nearestStreet', { at, within_m, scenario })
  }

  /** What a record is called; null: it has no name, or is none of those the page knows. */
  function nameOf({ layer, id }: SharedWallProblem): string | null {
    const records: readonly { readonly id: string; readonly name?: string }[] =
      layer === 'communities' || layer === 'gates' ? (project.getState().mapLayers?.[layer] ?? []) : []
    return records.find((record) => record.id === id)?.name ?? null
  }

  async function path({ line }: Drawn & { kind: 'path' }): Promise<DrawnEdit> {
    // other paths of the plan too, and no street that it takes away
    const scenario = shown()?.id ?? null
    const [from, to] = await Promise.all([
      nearestStreet(line[0], JOIN_M, scenario),
      nearestStreet(line[line.length - 1], JOIN_M, scenario),
    ])
    const joined = line.map((at, i) =>
      i === 0 ? (from?.at ?? at) : i === line.length - 1 ? (to?.at ?? at) : at,
    )
    return { edit: { kind: 'add-path', line: joined, from: from?.id ?? null, to: to?.id ?? null } }
  }

  async function wall({ community, at, neighbour }: Drawn & { kind: 'wall' }): Promise<DrawnEdit | null> {
    if (neighbour === null) {
      const scenario = shown()
      if (scenario === null) return null
      const problem = await client.call('whyWallStays', { community, at, scenario: scenario.id })
      return problem === null
        ? { edit: { kind: 'open-wall', community, at, access: 'public' } }
        : { refusal: wallStays(problem, nameOf(problem), 'one') }
    }
    const answer = await client.call('openSharedWall', {
      communities: [community, neighbour],
      at,
      settings: analysisSettings(view.getState()),
    })
    return 'edit' in answer
      ? { edit: answer.edit }
      : { refusal: wallStays(answer.problem, nameOf(answer.problem), 'both') }
  }

  async function removal({ at, within_m }: Drawn & { kind: 'removal' }): Promise<DrawnEdit> {
    const street = await nearestStreet(at, within_m, null)
    return street === null
      ? { refusal: { severity: 'warning', code: 'no-street-here' } }
      : { edit: { kind: 'remove-path', street: street.id } }
  }

  function ask(drawn: Drawn): Promise<DrawnEdit | null> {
    switch (drawn.kind) {
      case 'path':
        return path(drawn)
      case 'wall':
        return wall(drawn)
      case 'removal':
        return removal(drawn)
      default:
        throw new Error(`unknown drawing ${JSON.stringify(drawn satisfies never)}`)
    }
  }

  return (drawn) => {
    const key = JSON.stringify([situation(), analysisSettings(view.getState()).hour ?? null, drawn])
    if (last?.key === key) return last.answer
    const asked = { key, answer: ask(drawn) }
    last = asked
    // who is refused, or not answered, and tries again asks again
    const forget = (): void => {
      if (last === asked) last = null
    }
    asked.answer.then((answer) => {
      if (answer === null || 'refusal' in answer) forget()
    }, forget)
    return asked.answer
  }
}

/** A wall that cannot be opened by hand, told with the reason. */
function wallStays(
  { reason, layer, id }: SharedWallProblem,
  name: string | null,
  walls: 'one' | 'both',
): Issue {
  return {
    severity: 'warning',
    code: 'wall-stays',
    layer,
    id,
    facts: { reason, walls, ...(name === null ? {} : { name }) },
  }
}
