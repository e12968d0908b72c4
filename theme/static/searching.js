/**
 * Whether the address says what is searched, known before anything is painted: the box steps back
 * then, and nothing moves afterwards. The search page's script keeps it true.
 */
document.documentElement.toggleAttribute("data-searching", /[#&]\w+=/.test(location.hash));
