/** Reads every entry of a directory; the browser hands them out in portions. */
async function readDirectory(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (entry.isDirectory) {
    for (const child of await readDirectory(entry as FileSystemDirectoryEntry)) await collect(child, into)
    return
  }
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  )
  // a file chosen with its folder carries this path; a dropped one has to be given it
  const path = entry.fullPath.replace(/^\//, '')
  if (path !== file.name) Object.defineProperty(file, 'webkitRelativePath', { value: path })
  into.push(file)
}

/** All files of a drop, those inside folders included. Must be called while the drop is being handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // entries are gone once the event is over, so they are taken before the first await
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry === null ? [] : [entry]
  })
  if (entries.length === 0) return [...transfer.files]
  const files: File[] = []
  for (const entry of entries) await collect(entry, files)
  return files
}
