import type { LonLat } from '../model/units'
import { type Command, type OptionSpec, UsageError } from './command'

/** Parsed arguments of one command. */
export class Options {
  readonly positionals: readonly string[]
  private readonly values: ReadonlyMap<string, readonly string[]>

  constructor(positionals: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.positionals = positionals
    this.values = values
  }

  has(name: string): boolean {
    return this.values.has(name)
  }

  text(name: string): string | undefined {
    return this.values.get(name)?.at(-1)
  }

  list(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  /** FILE=VALUE, as often as it was given. The last = divides: file names may contain one. */
  pairs(name: string): ReadonlyMap<string, string> {
    const pairs = new Map<string, string>()
    for (const text of this.list(name)) {
      const equals = text.lastIndexOf('=')
      if (equals <= 0 || equals === text.length - 1)
        throw new UsageError(`${name} takes FILE=VALUE, not "${text}"`)
      const file = text.slice(0, equals)
      if (pairs.has(file)) throw new UsageError(`${name} is given twice for ${file}`)
      pairs.set(file, text.slice(equals + 1))
    }
    return pairs
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw new UsageError(`${name} is needed`)
    return value
  }

  /** One of a closed list of words; absent: undefined. */
  oneOf<const V extends string>(name: string, words: readonly V[]): V | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const word = words.find((candidate) => candidate === value)
    if (word === undefined) throw new UsageError(`${name} takes one of ${words.join(', ')}, not "${value}"`)
    return word
  }

  /** Positive numbers separated by commas; absent: undefined. */
  numbers(name: string): number[] | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const numbers = value.split(',').map(Number)
    if (value.trim() === '' || numbers.some((n) => !Number.isFinite(n) || n <= 0))
      throw new UsageError(`${name} takes positive numbers separated by commas, not "${value}"`)
    return numbers
  }

  /** One positive number; absent: undefined. */
  number(name: string): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number) || number <= 0)
      throw new UsageError(`${name} takes a positive number, not "${value}"`)
    return number
  }

  /** One number of 0 or more; absent: undefined. */
  amount(name: string): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number) || number < 0)
      throw new UsageError(`${name} takes a number of 0 or more, not "${value}"`)
    return number
  }

  /** A whole number of 1 or more; absent: undefined. */
  wholeNumber(name: string): number | undefined {
    const number = this.number(name)
    if (number !== undefined && !Number.isInteger(number))
      throw new UsageError(`${name} takes a whole number, not ${number}`)
    return number
  }

  /** A time of day HH:MM as minutes since midnight; absent: undefined. */
  minuteOfDay(name: string): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const parts = /^(\d{1,2}):(\d{2})$/.exec(value)
    const [hours, minutes] = parts === null ? [NaN, NaN] : [Number(parts[1]), Number(parts[2])]
    if (!(hours < 24 && minutes < 60))
      throw new UsageError(`${name} takes a time of day from 00:00 to 23:59, such as 20:00, not "${value}"`)
    return hours * 60 + minutes
  }

  /** A box WEST,SOUTH,EAST,NORTH in WGS84 degrees. */
  box(name: string): readonly [number, number, number, number] {
    const value = this.required(name)
    const [west, south, east, north, ...rest] = value
      .split(',')
      .map((part) => (part.trim() === '' ? NaN : Number(part)))
    if (rest.length > 0 || !(west < east && south < north))
      throw new UsageError(
        `${name} takes WEST,SOUTH,EAST,NORTH in degrees, such as 120.1,30.2,120.2,30.3, not "${value}"`,
      )
    return [west, south, east, north]
  }

  /** A coordinate LON,LAT in WGS84 degrees. */
  lonLat(name: string): LonLat {
    const value = this.required(name)
    const numbers = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)))
    const [lon, lat] = numbers
    if (numbers.length !== 2 || !Number.isFinite(lon) || !Number.isFinite(lat))
      throw new UsageError(`${name} takes LON,LAT in degrees, such as 120.13,30.28, not "${value}"`)
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
      throw new UsageError(`${name} ${value} is not on the Earth; the order is LON,LAT`)
    return [lon, lat]
  }
}

/** Parses the words after a command's name. Anything it does not know is a UsageError. */
export function parseArgs(command: Command, words: readonly string[]): Options {
  const specs = new Map(command.options.map((option) => [option.name as string, option]))
  const positionals: string[] = []
  const values = new Map<string, string[]>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!isOption(word, specs)) {
      positionals.push(word)
      continue
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1
    const name = equals < 0 ? word : word.slice(0, equals)
    const spec = specs.get(name)
    if (spec === undefined) throw new UsageError(`${command.name} has no option ${name}`)
    const list = values.get(name) ?? []
    if (list.length > 0 && spec.isRepeatable !== true) throw new UsageError(`${name} is given twice`)
    if (spec.value === undefined) {
      if (equals >= 0) throw new UsageError(`${name} takes no value`)
      list.push('')
    } else {
      const value = equals < 0 ? words[++i] : word.slice(equals + 1)
      // `-o --json` forgot the file; one of that name is ./--json. Nothing here is written to a lone dash
      if (value === undefined || value === '' || value === '-' || (equals < 0 && specs.has(value)))
        throw new UsageError(`${name} needs ${spec.value}`)
      list.push(value)
    }
    values.set(name, list)
  }
  checkPositionals(command, positionals)
  return new Options(positionals, values)
}

/** A coordinate such as -0.1,51.5 and a lone dash are words, not options. */
function isOption(word: string, specs: ReadonlyMap<string, OptionSpec>): boolean {
  return word.startsWith('-') && word !== '-' && (specs.has(word) || !/^-[\d.]/.test(word))
}

function checkPositionals(command: Command, given: readonly string[]): void {
  const wanted = command.positionals
  const isOpen = wanted.at(-1)?.endsWith('…') ?? false
  if (given.length < wanted.length)
    throw new UsageError(`${command.name} needs ${wanted[given.length].replace('…', '')}`)
  if (given.length > wanted.length && !isOpen)
    throw new UsageError(`${command.name} takes no further argument "${given[wanted.length]}"`)
}

/** How a command is called, for the usage text. */
export function usageOf(command: Command): string {
  const options = command.options.map((option) => {
    const value = option.value === undefined ? '' : ` ${option.value}`
    return `  ${(option.name + value).padEnd(34)} ${option.help}`
  })
  return [
    `lifecircle ${command.name} ${command.positionals.join(' ')} [options]`,
    `  ${command.summary}`,
    ...options,
  ].join('\n')
}
