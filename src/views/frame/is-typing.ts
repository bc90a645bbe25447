// inputs that take no text: after a press on one of them the keys still mean the page
const PRESSED: readonly string[] = ['radio', 'checkbox', 'button']

/** Whether keys typed there are meant as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type)
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
