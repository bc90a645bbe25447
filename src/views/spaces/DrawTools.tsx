import './spaces.css'
import type { SpaceFacts } from '../../model/space-facts'
import { useActions, useLanguage, useProject, useView } from '../app-context'

/** Candidate spaces that nobody surveyed are drawn on the map; all of them are filled in as a table. */
export function DrawTools() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const tool = useView((view) => view.tool)
  const count = useProject((project) => project.mapLayers?.spaces.length ?? 0)
  const drawn = tool?.kind === 'draw-space' ? tool.shape : null
  const name = words.spaces.newName(format.count(count + 1))
  const kinds = { area: 'vacant_land', point: 'idle_room' } as const
  const take = (shape: 'area' | 'point') => {
    const facts: SpaceFacts = { name, kind: kinds[shape] }
    actions.setTool(drawn === shape ? null : { kind: 'draw-space', shape, facts })
  }
  return (
    <div className="draw-tools">
      {(['area', 'point'] as const).map((shape) => (
        <button
          key={shape}
          type="button"
          className="plain bar-button"
          aria-pressed={drawn === shape}
          title={words.spaces.drawHint[shape]}
          onClick={() => take(shape)}
        >
          {words.spaces.draw[shape]}
        </button>
      ))}
      {count === 0 ? null : (
        <button type="button" className="plain link" onClick={() => actions.showInDrawer('spaces')}>
          {words.spaces.editTable}
        </button>
      )}
    </div>
  )
}
