/** Digits, point, minus, comma and slash as Chinese input methods make them, as wide as a Chinese character. */
const FULL_WIDTH = /[０-９．－，／]/g
/** How far full-width characters lie behind the ordinary ones. */
const DISTANCE = 0xfee0

/** The text with full-width digits, points, signs, commas and slashes made ordinary ones. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - DISTANCE))
