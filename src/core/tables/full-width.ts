/** Digits, point, minus, comma and slash as Chinese input methods make them, as wide as a Chinese character. */
const FULL_WIDTH = /[０-９．－，／]/g
/** How far full-width characters lie behind the ordinary ones. */
const DISTANCE = 0xfee0

/** Texts of numbers, days, periods and numeric ids, in either width. */
const NUMERIC = /^[\d０-９.．\-－,，/／年月日QH]+$/

/** The text with full-width digits, points, signs, commas and slashes made ordinary ones. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - DISTANCE))

/** The same where the text is a number, day, period or numeric id; other texts, such as names, stay as they are. */
export const halfWidthNumber = (text: string): string => (NUMERIC.test(text) ? halfWidth(text) : text)

/** Whether an id is all digits and some of them are full-width. */
export const isWideId = (text: string): boolean => /[０-９]/.test(text) && /^[\d０-９]+$/.test(text)
