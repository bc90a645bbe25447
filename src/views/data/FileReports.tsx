import { useLanguage, useProject } from '../app-context'
import { Section } from '../ui/Section'

/** What each imported file gave. */
export function FileReports() {
  const { words, format } = useLanguage()
  const files = useProject((project) => project.files)
  if (files.length === 0) return null
  return (
    <Section title={words.data.files} aside={format.count(files.length)}>
      <ul className="files">
        {files.map((file, index) => (
          // two files of the same name can come from two folders
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index}:${file.name}`}>
            <p className="clip" title={file.name}>
              {file.name}
            </p>
            <p className="caption">
              {[
                file.format,
                file.crs,
                file.rejected === 0
                  ? words.data.fileAllAccepted(format.count(file.accepted))
                  : words.data.fileCounts(format.count(file.accepted), format.count(file.rejected)),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
