import { LAYER_NAMES, type LayerName } from '../../model/layers'
import { waitingSpaces } from '../../model/unplaced-space'
import { FAMILY_COLORS, PALETTES, SPACE_COLORS } from '../../map/palette'
import { type ProjectState, SWITCHABLE_LAYERS, type SwitchableLayer } from '../../store/state'
import { useActions, useLanguage, useView } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { Section } from '../ui/Section'
import { tellFiles } from '../tell-files'

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
  const isSpaces = name === 'spaces'
  const waiting = isSpaces ? waitingSpaces(summary.unplaced, summary.corrections).length : 0
  const provenance = summary.provenance[name]
  const detail = [
    provenance === undefined ? words.data.noSource : tellFiles(provenance.files, words),
    provenance?.data_date ?? words.data.noDate,
  ].join(' · ')
  const licence = provenance?.licence === undefined ? '' : `\n${words.data.licence} ${provenance.licence}`
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
          <span className="figure">
            {waiting === 0
              ? null
              : `${words.spaces.waiting} ${words.spaces.waitingCount(format.count(waiting))} · `}
            {count === 0 ? words.data.noRecords : format.count(count)}
          </span>
        </div>
        {count === 0 ? null : (
          <p className="caption clip" title={detail + licence}>
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
  const palette = PALETTES[useView((view) => view.appearance)]
  const { shape, ...style } = swatchStyles(palette)[layer]
  return (
    <span className={`swatch swatch-${shape}`} style={style} aria-hidden="true">
      {shape === 'text' ? '字' : null}
    </span>
  )
}

interface SwatchStyle {
  readonly shape: 'area' | 'line' | 'disc' | 'text'
  readonly background?: string
  readonly borderColor?: string
  readonly borderTop?: string
}

function swatchStyles(
  palette: (typeof PALETTES)['light'],
): Readonly<Record<LayerName | SwitchableLayer, SwatchStyle>> {
  const border = { shape: 'line', borderTop: `2px dashed ${palette.communityEdge}` } as const
  return {
    communities: { shape: 'area', background: palette.communityFill, borderColor: palette.communityEdge },
    gates: { shape: 'disc', background: palette.gate.public },
    buildings: { shape: 'area', background: palette.building, borderColor: palette.buildingEdge },
    facilities: { shape: 'disc', background: FAMILY_COLORS.health },
    entrances: { shape: 'disc', background: palette.text },
    spaces: { shape: 'area', background: SPACE_COLORS.vacant_land, borderColor: SPACE_COLORS.idle_room },
    streets: { shape: 'line', borderTop: `4px solid ${palette.casing.main}` },
    crossings: { shape: 'disc', background: palette.casing.main },
    barriers: { shape: 'line', borderTop: `2px solid ${palette.wall}` },
    greens: { shape: 'area', background: palette.green, borderColor: palette.greenEdge },
    heritage: { shape: 'area', background: 'transparent', borderColor: palette.heritage },
    land: { shape: 'area', background: palette.land.work, borderColor: palette.casing.local },
    boundary: border,
    subdistricts: border,
    water: { shape: 'area', background: palette.water, borderColor: palette.shore },
    catchment: { shape: 'area', background: palette.reach[1], borderColor: palette.reach[0] },
    labels: { shape: 'text' },
  }
}
