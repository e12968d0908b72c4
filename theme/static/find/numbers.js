/** Telephone numbers as they are typed and as pages write them: `number_in` of generator/search/numbers.py. */
const NUMBER = /^\s*(?:(?:\+|00)\s?(?:33|262|590|594|596)\s?(?:\(0\)\s?)?|0)([1-9](?:[\s./-]?[0-9]){8})\s*$/;

/** `04 65 71 00 03` for `0465710003` or `+33 (0)4.65.71.00.03`; empty for any other text. */
export function numberIn(text) {
  const [, digits] = NUMBER.exec(text) ?? [];
  return digits ? `0${digits.replace(/\D/g, "")}`.match(/../g).join(" ") : "";
}
