/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }))
}

/** Hands a file to the browser; what file systems forbid in names becomes a space. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  // oxlint-disable-next-line no-control-regex
  link.download = name.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').trim()
  link.click()
  // the download has taken its own reference by the next task
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
