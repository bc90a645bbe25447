import { useMemo } from 'react'
import { SPACE_COLORS } from '../../map/palette'
import type { Space } from '../../model/layers'
import { useLanguage, useProject, useView } from '../app-context'
import { SpaceMark } from '../ui/SignMark'

type Kind = NonNullable<Space['kind']>

const NONE: readonly Space[] = []

/** The squares of candidate spaces, of the kinds there are: on paper nothing can be pointed at. */
export function SpaceLegend() {
  const { words } = useLanguage()
  const isVisible = useView((view) => view.visible.spaces)
  const spaces = useProject((project) => project.mapLayers?.spaces ?? NONE)
  const kinds = useMemo(() => {
    const there = new Set(spaces.map(({ kind }) => kind))
    return [...(Object.keys(SPACE_COLORS) as Kind[]), undefined].filter((kind) => there.has(kind))
  }, [spaces])
  if (!isVisible || kinds.length === 0) return null
  return (
    <div>
      <p className="legend-title">{words.layer.spaces}</p>
      <ul className="legend-steps space-legend">
        {kinds.map((kind) => (
          <li key={kind ?? ''}>
            <SpaceMark kind={kind} />
            {kind === undefined ? words.unknown : words.spaceKind[kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}
