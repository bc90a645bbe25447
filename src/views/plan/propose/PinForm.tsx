import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { HOSTING_PACK } from '../../../model/hosting-pack'
import { useActions, useLanguage, usePlanning, useProject } from '../../app-context'
import { NativeSelect } from '../../ui/NativeSelect'
import { useNames } from '../../use-names'
import { useUnitCommunities } from '../units/use-unit-communities'
import { WishFold } from './WishFold'

const ANY_USE = ''

/** Demands or forbids what no plan has shown yet: a space, a use in it, a gate, an opening in a community's wall. */
export function PinForm() {
  const { words, locale } = useLanguage()
  const actions = useActions()
  const must = usePlanning((planning) => planning.wishes.must)
  const never = usePlanning((planning) => planning.wishes.never)
  const [place, setPlace] = useState<string | null>(null)
  const [use, setUse] = useState(ANY_USE)
  const key = place === null || use === ANY_USE || !isSpace(place) ? place : `${place}:${use}`
  const without = (keys: readonly string[]) => keys.filter((each) => each !== key)
  const pin = (kind: 'must' | 'never') => {
    if (key === null) return
    const cleared = { must: without(must), never: without(never) }
    actions.setWishes({ ...cleared, [kind]: [...cleared[kind], key] })
    setPlace(null)
    setUse(ANY_USE)
  }
  return (
    <WishFold title={words.propose.pins}>
      <PlaceSelect value={place} onChange={setPlace} />
      {place !== null && isSpace(place) ? (
        <NativeSelect
          className="pin-use"
          label={words.propose.pinUse}
          value={use}
          options={[
            { value: ANY_USE, label: words.propose.anyUse },
            ...HOSTING_PACK.uses.map(({ code, name_zh, name_en }) => ({
              value: code,
              label: locale === 'zh' ? name_zh : name_en,
            })),
          ]}
          onChange={setUse}
        />
      ) : null}
      <div className="line">
        <button
          type="button"
          className="plain bar-button"
          disabled={key === null}
          onClick={() => pin('must')}
        >
          {words.propose.pin}
        </button>
        <button
          type="button"
          className="plain bar-button"
          disabled={key === null}
          onClick={() => pin('never')}
        >
          {words.propose.ban}
        </button>
      </div>
    </WishFold>
  )
}

function isSpace(key: string): boolean {
  return key.startsWith('space:')
}

interface PlaceSelectProps {
  readonly value: string | null
  readonly onChange: (key: string | null) => void
}

/** The spaces, gates and walls of those a plan is for, each by the beginning of its measures' keys. */
function PlaceSelect({ value, onChange }: PlaceSelectProps) {
  const { words } = useLanguage()
  const names = useNames()
  const layers = useProject((project) => project.mapLayers)
  const communities = useUnitCommunities()
  const options = useMemo(() => {
    const isMeant = (community: string | undefined): boolean =>
      communities === null || (community !== undefined && communities.includes(community))
    const groups = [
      {
        label: words.propose.pinGroup.spaces,
        options: (layers?.spaces ?? [])
          .filter(({ community }) => isMeant(community))
          .map(({ id, community }) => ({
            value: `space:${id}`,
            label:
              community === undefined
                ? names.space(id)
                : words.propose.pinIn(names.space(id), names.community(community)),
          })),
      },
      {
        label: words.propose.pinGroup.gates,
        options: (layers?.gates ?? [])
          .filter(({ community }) => isMeant(community))
          .map(({ id }) => ({ value: `gate:${id}`, label: names.gate(id) })),
      },
      {
        label: words.propose.pinGroup.walls,
        options: (layers?.communities ?? [])
          .filter(({ id, gated }) => gated === true && isMeant(id))
          .map(({ id }) => ({ value: `wall:${id}`, label: words.propose.pinWall(names.community(id)) })),
      },
    ]
    return groups.filter((group) => group.options.length > 0)
  }, [layers, communities, names, words])
  return (
    <Select<string | null>
      className="pin-place"
      aria-label={words.propose.pinPlace}
      placeholder={words.propose.pinPlace}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value}
      onChange={(next) => onChange(next ?? null)}
      options={options}
    />
  )
}
