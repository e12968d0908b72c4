/** What html-validate asks of the pages. A rule that is off has its reason. */
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // A title begins with what the page is; the name of the site comes last and may be cut.
    "long-title": "off",
    // The suggestions under the search field come as one types: no <select> does that.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // A filter acts as soon as it is chosen.
    "wcag/h32": "off",
    // The steps kept in a <template> are not in the page; axe looks at what is (landmark-unique).
    "unique-landmark": "off",
    // A link that calls may say whom besides the number, with spaces that may break.
    "tel-non-breaking": "off",
    // A heading may begin with a digit, and its identifier too: HTML has allowed it since 2014.
    "valid-id": ["error", { relaxed: true }],
  },
};
