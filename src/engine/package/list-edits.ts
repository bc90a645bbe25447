import type { EditVote } from '../../model/consent'
import type { CostPack, EditCost } from '../../model/cost'
import type { HostingPack } from '../../model/hosting'
import type { Layers, Space } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Edit, Scenario } from '../../model/scenario'
import type { LonLat } from '../../model/units'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { isInsideDegrees, representativePoint } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'
import { applyScenario } from '../scenario/apply-scenario'
import { locateEdit } from '../scenario/locate-edit'
import { judgeHosting } from '../suitability/judge-hosting'
import { siteSpaces } from '../suitability/space-site'
import type { PlannedEdit } from '../works/find-conflicts'

/** One edit of a scenario: what it costs, who votes, where it is and what it makes. */
export interface ListedEdit {
  readonly edit: Edit
  readonly line: readonly LonLat[]
  readonly isPossible: boolean
  /** null: not known */
  readonly cost: EditCost | null
  readonly vote: EditVote
  /** that it turns to a use; null: none, or it is not there */
  readonly space: Space | null
  /** facility class that it brings, code; null: none */
  readonly makes: string | null
  /** null: it cannot work */
  readonly planned: PlannedEdit | null
}

interface Packs {
  readonly costs: CostPack
  readonly hosting: HostingPack
  readonly year: number
}

/** Every edit of a scenario in order, over the project before it; records that it adds itself are known too. */
export function listEdits(
  project: Project,
  scenario: Scenario,
  { costs, hosting, year }: Packs,
  frame: LocalFrame,
): ListedEdit[] {
  const { planned, issues } = applyScenario(project, scenario)
  const impossible = new Set(issues.map(({ facts }) => Number(facts?.['edit']) - 1))
  const layers = withAdded(project.layers, planned.layers)
  const converted = new Set(
    scenario.edits.flatMap((edit) => (edit.kind === 'convert-space' ? [edit.space] : [])),
  )
  const spaces = layers.spaces.filter(({ id }) => converted.has(id))
  const sites = new Map(
    siteSpaces({ ...project, layers: { ...layers, spaces } }, frame).map((site) => [site.space.id, site]),
  )
  return scenario.edits.map((edit, index) => {
    const vote = voteOfEdit(edit, layers)
    const isPossible = !impossible.has(index)
    const site = edit.kind === 'convert-space' ? sites.get(edit.space) : undefined
    const use = edit.kind === 'convert-space' ? hosting.uses.find(({ code }) => code === edit.use) : undefined
    return {
      edit,
      line: locateEdit(edit, layers),
      isPossible,
      cost: costOfEdit(edit, layers, hosting, costs),
      vote,
      space: site?.space ?? null,
      makes: edit.kind === 'convert-space' || edit.kind === 'add-facility' ? edit.class : null,
      planned: isPossible
        ? {
            index,
            kind: edit.kind,
            communities: communitiesOf(edit, vote, site?.space),
            use: edit.kind === 'convert-space' ? edit.use : null,
            findings: site && use ? judgeHosting(site, use, hosting, year).findings : [],
            traits: traitsOf(site?.space, layers),
          }
        : null,
    }
  })
}

/** The layers before a scenario, with the facilities and gates that it adds. */
function withAdded(before: Layers, after: Layers): Layers {
  return {
    ...before,
    facilities: withNew(before.facilities, after.facilities),
    gates: withNew(before.gates, after.gates),
  }
}

function withNew<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return before
  const known = new Set(before.map(({ id }) => id))
  return [...before, ...after.filter(({ id }) => !known.has(id))]
}

/** Where an edit happens: that is not always where somebody votes. */
function communitiesOf(edit: Edit, { communities }: EditVote, space: Space | undefined): readonly string[] {
  const named = edit.kind === 'convert-space' ? space?.community : undefined
  return named === undefined || communities.includes(named) ? communities : [named, ...communities]
}

function traitsOf(space: Space | undefined, { greens }: Layers): PlannedEdit['traits'] {
  if (space === undefined) return { 'in-housing': null, 'below-ground': null, 'in-green': null }
  const { in_housing: isInHousing, kind, storey } = space
  const [lon, lat] = representativePoint(space.geometry)
  const isLand = kind === 'vacant_land' || kind === 'waste_land'
  return {
    // nobody lives on open land
    'in-housing': isLand ? false : (isInHousing ?? null),
    'below-ground': kind === 'underground' || (storey === undefined ? (isLand ? false : null) : storey < 0),
    'in-green': greens.some(({ geometry }) =>
      isInsideDegrees(
        geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
        lon,
        lat,
      ),
    ),
  }
}
