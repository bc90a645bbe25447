import { Segmented } from 'antd'
import type { Basis } from '../../model/profile'
import type { LonLat } from '../../model/units'
import { PALETTES } from '../../map/palette'
import type { Selection } from '../../store/state'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { Section } from '../ui/Section'

const BASES: readonly Basis[] = ['time', 'distance']

function isSamePlace(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** The catchment that belongs to this selection; null: none (any more, or yet). */
export function useCatchmentOf(selection: Selection) {
  return useResults(({ catchment }) => {
    if (catchment === null) return null
    const { origin } = catchment
    // the walk from a space or a gate starts at its place
    if (selection.kind === 'space' || selection.kind === 'gate')
      return origin.kind === 'point' ? catchment : null
    if (origin.kind === 'point' || selection.kind === 'point') {
      // while a point is dragged the last answer stays in sight until the next one comes
      return origin.kind === selection.kind ? catchment : null
    }
    return origin.kind === selection.kind && origin.id === selection.id ? catchment : null
  })
}

/** Three bands: how far one gets, over how much street and ground, to how many people. */
export function CatchmentSection({ selection }: { readonly selection: Selection }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const bandsBasis = useView((view) => view.bandsBasis)
  const catchment = useCatchmentOf(selection)
  const palette = PALETTES[useView((view) => view.appearance)]
  const isStale =
    catchment?.origin.kind === 'point' &&
    selection.kind === 'point' &&
    !isSamePlace(catchment.origin.at, selection.at)
  return (
    <Section
      title={words.inspector.catchment}
      aside={
        <Segmented<Basis>
          aria-label={words.inspector.catchment}
          size="small"
          value={bandsBasis}
          onChange={(value) => actions.setBandsBasis(value)}
          options={BASES.map((value) => ({ value, label: words.bandsBasis[value] }))}
        />
      }
    >
      {catchment === null ? (
        <p className="caption">{words.inspector.computing}</p>
      ) : catchment.starts.length === 0 ? (
        <p>{words.inspector.notConnected}</p>
      ) : (
        <>
          <table className="bands" aria-busy={isStale}>
            <thead>
              <tr>
                <th scope="col">{words.inspector.band}</th>
                <th scope="col">{words.inspector.street}</th>
                <th scope="col">{words.inspector.area}</th>
                <th scope="col">{words.inspector.bandPeople}</th>
              </tr>
            </thead>
            <tbody>
              {catchment.bands.map((band, index) => (
                <tr key={band.limit}>
                  <th scope="row">
                    <span className="line">
                      <span className="swatch" style={{ background: palette.reach[index] }} />
                      {format.band(band.limit, band.limit_unit)}
                    </span>
                  </th>
                  <td>{format.metres(band.street_m)}</td>
                  <td>{format.area(band.area_m2)}</td>
                  <td className={band.people === null ? 'is-unknown' : undefined}>
                    {format.count(band.people)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {catchment.edgeOfData ? <p className="caption band-note">{words.inspector.edgeOfData}</p> : null}
        </>
      )}
    </Section>
  )
}
