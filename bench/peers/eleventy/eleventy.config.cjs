// One page a service and one a département, from one JSON file, as Eleventy's documentation does it.
const { readFileSync } = require("node:fs");

module.exports = (config) => {
  const { services } = JSON.parse(readFileSync("services.json", "utf8"));
  const byDepartement = new Map();
  for (const service of services) {
    for (const code of new Set(service.lieux.map((one) => one.departement))) {
      byDepartement.set(code, [...(byDepartement.get(code) ?? []), service]);
    }
  }
  config.addGlobalData("services", services);
  config.addGlobalData("departements", [...byDepartement].map(([code, found]) => ({ code, found })));
  config.setQuietMode(true);
  config.setNunjucksEnvironmentOptions({ autoescape: true });
  return { dir: { input: "pages", output: "out", includes: "../parts" } };
};
