import { type DragEvent as ReactDragEvent, useEffect, useRef, useState } from 'react'
import { useActions, useLanguage, useProject } from '../app-context'
import { Icon } from '../ui/Icon'
import { droppedFiles } from './dropped-files'

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Files can be dropped anywhere in the window: beside what is open, or in its place. */
export function DropZone() {
  const { words } = useLanguage()
  const actions = useActions()
  const hasProject = useProject((project) => project.summary !== null)
  const [isOver, setOver] = useState(false)
  // enter and leave come in pairs for every element crossed
  const depth = useRef(0)

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current--
      if (depth.current <= 0) setOver(false)
    }
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth.current = 0
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented || event.dataTransfer === null) return
      event.preventDefault()
      void droppedFiles(event.dataTransfer).then((files) =>
        files.length === 0 ? undefined : hasProject ? actions.addFiles(files) : actions.openFiles(files),
      )
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [actions, hasProject])

  if (!isOver) return null
  const add = (files: readonly File[]) => actions.addFiles(files)
  const open = (files: readonly File[]) => actions.openFiles(files)
  return (
    <div className="drop-zone">
      {hasProject ? (
        <>
          <DropTarget title={words.drop.addTitle} hint={words.drop.addHint} onFiles={add} />
          <DropTarget title={words.drop.openTitle} hint={words.drop.openHint} onFiles={open} />
        </>
      ) : (
        <DropTarget title={words.drop.onlyTitle} hint={words.drop.onlyHint} onFiles={open} />
      )}
    </div>
  )
}

interface DropTargetProps {
  readonly title: string
  readonly hint: string
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

function DropTarget({ title, hint, onFiles }: DropTargetProps) {
  const drop = (event: ReactDragEvent) => {
    event.preventDefault()
    void droppedFiles(event.dataTransfer).then((files) => (files.length === 0 ? undefined : onFiles(files)))
  }
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={isOver ? 'drop-target is-over' : 'drop-target'}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <strong>{title}</strong>
      <span className="caption">{hint}</span>
    </div>
  )
}
