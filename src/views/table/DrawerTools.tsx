import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The place beside the tabs where the shown tab puts its figures and exports; null: not there yet. */
export const DrawerToolsSlot = createContext<HTMLElement | null>(null)

/** What stands beside the tabs: there is room, and the bar below keeps one line. */
export function DrawerTools({ children }: { readonly children: ReactNode }) {
  const slot = useContext(DrawerToolsSlot)
  return slot === null ? null : createPortal(children, slot)
}
