import { LAYER_NAMES, type LayerName } from '../../model/layers'
import { FAMILY_COLORS, PALETTES, SPACE_COLORS } from '../../map/palette'
import { type ProjectState, SWITCHABLE_LAYERS, type SwitchableLayer } from '../../store/state'
import { useActions, useLanguage, useView } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { Section } from '../ui/Section'

type Summary = NonNullable<ProjectState['summary']>

const isSwitchable = (name: string): name is SwitchableLayer =>
  (SWITCHABLE_LAYERS as readonly string[]).includes(name)

/** What the map draws that is no layer of its own in the project. */
const MAP_ONLY = SWITCHABLE_LAYERS.filter((name) => !(LAYER_NAMES as readonly string[]).includes(name))

/** Layers with their sign, number of records, source and date, and a switch for the map. */
export function LayerList({ summary }: { readonly summary: Summary }) {
  const { words } = useLanguage()
  return (
    <Section title={words.data.layers} isFlush>
      <ul className="layers">
        {LAYER_NAMES.map((name) => (
          <LayerRow key={name} name={name} summary={summary} />
        ))}
        {MAP_ONLY.map((name) => (
          <li key={name} className="layer-row">
            <VisibilityButton layer={name} />
            <Swatch layer={name} />
            <span className="grow">{words.switchable[name]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function LayerRow({ name, summary }: { readonly name: LayerName; readonly summary: Summary }) {
  const { words, format } = useLanguage()
  const count = summary.counts[name]
  const provenance = summary.provenance[name]
  const source = provenance === undefined ? null : provenance.files.join(words.listSeparator)
  const detail = [
    source === 'demo' ? words.fictional : (source ?? words.data.noSource),
    provenance?.data_date ?? words.data.noDate,
    provenance?.licence,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
  return (
    <li className={count === 0 ? 'layer-row is-empty' : 'layer-row'}>
      {isSwitchable(name) ? (
        <VisibilityButton layer={name} isDisabled={count === 0} />
      ) : (
        <span className="no-switch" />
      )}
      <Swatch layer={name} />
      <div className="grow">
        <div className="line">
          <span className="clip grow">{words.layer[name]}</span>
          <span className="figure">{count === 0 ? words.data.noRecords : format.count(count)}</span>
        </div>
        {count === 0 ? null : (
          <p className="caption clip" title={detail}>
            {detail}
          </p>
        )}
      </div>
    </li>
  )
}

interface VisibilityButtonProps {
  readonly layer: SwitchableLayer
  readonly isDisabled?: boolean
}

function VisibilityButton({ layer, isDisabled }: VisibilityButtonProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const isVisible = useView((view) => view.visible[layer])
  return (
    <IconButton
      icon={isVisible ? 'eye' : 'eyeOff'}
      label={words.data.layerShown(words.switchable[layer])}
      isPressed={isVisible}
      isDisabled={isDisabled}
      isSmall
      onClick={() => actions.setVisible(layer, !isVisible)}
    />
  )
}

/** A layer as it looks on the map. */
function Swatch({ layer }: { readonly layer: LayerName | SwitchableLayer }) {
  const appearance = useView((view) => view.appearance)
  const palette = PALETTES[appearance]
  const area = (background: string, borderColor: string) => (
    <span className="swatch" style={{ background, borderColor }} />
  )
  const line = (color: string, kind: 'solid' | 'dashed' = 'solid', width = 2) => (
    <span className="swatch swatch-line" style={{ borderTop: `${width}px ${kind} ${color}` }} />
  )
  const disc = (background: string) => <span className="swatch swatch-disc" style={{ background }} />
  switch (layer) {
    case 'communities':
      return area(palette.communityFill, palette.communityEdge)
    case 'gates':
      return disc(palette.gate.public)
    case 'buildings':
      return area(palette.building, palette.buildingEdge)
    case 'facilities':
      return disc(FAMILY_COLORS.health)
    case 'entrances':
      return disc(palette.text)
    case 'spaces':
      return area(SPACE_COLORS.vacant_land, SPACE_COLORS.idle_room)
    case 'streets':
      return line(palette.casing.main, 'solid', 4)
    case 'barriers':
      return line(palette.wall)
    case 'greens':
      return area(palette.green, palette.greenEdge)
    case 'heritage':
      return area('transparent', palette.heritage)
    case 'land':
      return area(palette.land.work, palette.casing.local)
    case 'boundary':
    case 'subdistricts':
      return line(palette.communityEdge, 'dashed')
    case 'water':
      return area(palette.water, palette.shore)
    case 'catchment':
      return area(palette.reach[1], palette.reach[0])
    case 'labels':
      return <span className="swatch swatch-text">{'字'}</span>
  }
}
