import type { TalkWords } from './talk.zh'

export const talkEn: TalkWords = {
  edit: 'Arrange',
  title: 'The talk',
  close: 'Close',
  none: 'No looks yet',
  noneHint:
    'Move the map, choose scenario and colors, then keep the picture as a look. In the meeting → and ← (or a clicker) show them in order.',
  keep: 'Keep this picture',
  caption: 'Caption',
  captionPlaceholder: 'What is said here',
  untitled: (index) => `Look ${index}`,
  retake: 'Use this picture instead',
  up: 'Up',
  down: 'Down',
  delete: 'Delete',
  previous: 'Previous (←)',
  next: 'Next (→)',
  place: (index, count) => `${index} / ${count}`,
  base: 'As it is',
  flip: 'Before / after (B)',
  gapsClosed: 'Gaps closed',
  cost: 'Cost',
  costUnknown: (count) => `${count} more unknown`,
  costUnverified: 'unverified default',
  tryGate: 'Click a gate to open or close it',
  gone: 'The scenario is deleted; shown as it is',
}
