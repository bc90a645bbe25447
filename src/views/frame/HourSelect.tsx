import { Select, Tooltip } from 'antd'
import { type ReactElement, useState } from 'react'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { tellHour } from '../basis-line'

const DAY = 10 * 60
const EVENING = 20 * 60

/** The choices as keys: antd's options take no null. */
const ANY = 'any'

/** Which gates count as open: any time, by day, in the evening, or at a time of one's own. */
export function HourSelect() {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const hour = useView((view) => view.hour)
  const hasHours = useProject(
    (project) => project.mapLayers?.gates.some((gate) => gate.open_from !== undefined) ?? false,
  )
  const [isOpen, setOpen] = useState(false)
  const isCustom = hour !== null && hour !== DAY && hour !== EVENING
  return (
    // over the open list the hint would only be in the way
    <Tooltip
      title={isOpen ? '' : hasHours ? words.hour.hint : words.hour.noHours}
      placement="bottom"
      mouseEnterDelay={0.6}
    >
      <Select<string>
        aria-label={words.hour.label}
        className="hour-select"
        value={hour === null ? ANY : String(hour)}
        onChange={(value) => actions.setHour(value === ANY ? null : Number(value))}
        onOpenChange={setOpen}
        labelRender={() => tellHour(hour, language)}
        popupMatchSelectWidth={false}
        options={[
          { value: ANY, label: words.hour.any },
          { value: String(DAY), label: words.hour.day(format.clock(DAY)) },
          { value: String(EVENING), label: words.hour.evening(format.clock(EVENING)) },
          ...(isCustom ? [{ value: String(hour), label: format.clock(hour) }] : []),
        ]}
        popupRender={renderMenu}
      />
    </Tooltip>
  )
}

function renderMenu(choices: ReactElement): ReactElement {
  return <HourMenu choices={choices} />
}

/** The usual times, and below them any other. */
function HourMenu({ choices }: { readonly choices: ReactElement }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const hour = useView((view) => view.hour)
  return (
    <>
      {choices}
      <label className="hour-custom">
        {words.hour.custom}
        <input
          type="time"
          value={hour === null ? '' : format.clock(hour)}
          // the list would take arrow keys and digits for itself
          onKeyDown={(event) => event.stopPropagation()}
          onChange={(event) => {
            const [hours, minutes] = event.target.value.split(':').map(Number)
            if (event.target.value !== '') actions.setHour(hours * 60 + minutes)
          }}
        />
      </label>
    </>
  )
}
