import { HOSTING_PACK } from '../../../model/hosting-pack'
import type { LonLat } from '../../../model/units'
import { type Language, useActions, useLanguage, usePlanning } from '../../app-context'
import { tellLength, tellPair } from '../../scenario/tell-edit'
import { Icon } from '../../ui/Icon'
import { type Names, useNames } from '../../use-names'

/** What the user has said must be in a plan, or must not. */
export function PinList() {
  const { words } = useLanguage()
  const must = usePlanning((planning) => planning.wishes.must)
  const never = usePlanning((planning) => planning.wishes.never)
  if (must.length + never.length === 0) return null
  return (
    <div className="pin-list">
      {must.length === 0 ? null : <Pins kind="must" title={words.propose.must} keys={must} />}
      {never.length === 0 ? null : <Pins kind="never" title={words.propose.never} keys={never} />}
    </div>
  )
}

interface PinsProps {
  readonly kind: 'must' | 'never'
  readonly title: string
  readonly keys: readonly string[]
}

function Pins({ kind, title, keys }: PinsProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  return (
    <div className="pins">
      <span className="caption">{title}</span>
      {keys.map((key) => {
        const name = tellKey(key, names, language)
        return (
          <button
            key={key}
            type="button"
            className={`plain pin ${kind}`}
            title={words.propose.drop(name)}
            onClick={() => actions.setWishes({ [kind]: keys.filter((each) => each !== key) })}
          >
            <span className="clip">{name}</span>
            <Icon name="close" small />
          </button>
        )
      })}
    </div>
  )
}

/** The community of a wall, with the place in it or without. */
const WALL = /^wall:(.*?)(?::([-\d.]+,[-\d.]+))?$/

/** The two communities of a shared wall, with the place in it or without. */
const SHARED = /^shared:(.*?)\+(.*?)(?::[-\d.]+,[-\d.]+)?$/

function placeFrom(text: string): LonLat {
  const [lon, lat] = text.split(',').map(Number)
  return [lon, lat]
}

/** What a key means, in the names of the project. */
export function tellKey(key: string, names: Names, language: Language): string {
  const { words, locale } = language
  const [kind, id, use] = key.split(':')
  if (kind === 'wall') {
    const [, community = '', at] = WALL.exec(key) ?? []
    const where =
      community === ''
        ? ''
        : at === undefined
          ? names.community(community)
          : names.wallAt(community, placeFrom(at))
    return `${words.scenario.kind['open-wall']} ${where}`.trim()
  }
  if (kind === 'shared') {
    const [, a, b] = SHARED.exec(key) ?? []
    const between = a === undefined ? '' : tellPair([a, b], names, language)
    return `${words.scenario.kind['open-shared-wall']} ${between}`.trim()
  }
  if (kind === 'path') {
    const line = key.slice('path:'.length).split('..').map(placeFrom)
    const length = tellLength(line, words.scenario.pathOf, language)
    return `${words.scenario.kind['add-path']} ${line.length < 2 ? '' : length}`.trim()
  }
  if (kind === 'gate') return names.gate(id)
  if (kind === 'share') return names.facility(id)
  const hosted = HOSTING_PACK.uses.find(({ code }) => code === use)
  if (hosted === undefined) return names.space(id)
  return words.scenario.spaceTo(names.space(id), locale === 'zh' ? hosted.name_zh : hosted.name_en)
}
