/**
 * Whether a text is certainly an id: not empty, and its first and last characters are printable ASCII or Chinese
 * characters. Others may be ids too; they are looked at more closely.
 */
export const isPlainId = (text: string): boolean =>
  isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))

const isPlain = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code >= 0x3400 && code < 0xd800)

export const isPlainIdOrEmpty = (text: string): boolean => text === '' || isPlainId(text)
