// inputs that take no text: after a press on one of them the keys still mean the page
const PRESSED: readonly string[] = ['radio', 'checkbox', 'button']

/**
 * Whether there is something typed that Ctrl+Z takes back there. Lists take no text, and a field that says what it keeps
 * (`data-kept`) has nothing typed while it shows that.
 */
export function takesUndo(target: EventTarget | null): boolean {
  if (target instanceof HTMLSelectElement) return false
  if (target instanceof HTMLInputElement && target.dataset['kept'] === target.value) return false
  return isTyping(target)
}

/** Whether keys typed there are meant as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type)
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
