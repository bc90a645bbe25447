import { type ComponentType, lazy, type LazyExoticComponent, Suspense, useState } from 'react'
import { PartGuard } from './PartGuard'

type Load = () => Promise<ComponentType>

const parts = new WeakMap<Load, LazyExoticComponent<ComponentType>>()

/** A part under way or there; it is kept, so that what was loaded once is there at once the next time. */
function partOf(load: Load): LazyExoticComponent<ComponentType> {
  const known = parts.get(load)
  if (known !== undefined) return known
  const part = lazy(async () => ({ default: await load() }))
  parts.set(load, part)
  return part
}

/**
 * A part of the page whose program is loaded when it is first shown. React keeps a failed load for good, so whoever
 * tries again gets a new one.
 */
export function LatePart({ load }: { readonly load: Load }) {
  const [Part, setPart] = useState(() => partOf(load))
  const loadAnew = () => {
    parts.delete(load)
    setPart(() => partOf(load))
  }
  return (
    <PartGuard onRetry={loadAnew}>
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    </PartGuard>
  )
}
