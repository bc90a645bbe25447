import * as v from 'valibot'
import type { LonLat } from '../../model/units'

export const longitudeSchema = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
export const latitudeSchema = v.pipe(v.number(), v.minValue(-90), v.maxValue(90))

export const placeSchema = v.tuple([longitudeSchema, latitudeSchema]) satisfies v.GenericSchema<
  unknown,
  LonLat
>
/** west, south, east, north */
export const extentSchema = v.tuple([longitudeSchema, latitudeSchema, longitudeSchema, latitudeSchema])
