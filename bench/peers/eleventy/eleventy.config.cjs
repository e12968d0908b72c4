// One page a service and one a département, from the records, as Eleventy's documentation does it.
const { readFileSync, readdirSync } = require("node:fs");
const { createRequire } = require("node:module");

const yaml = createRequire(process.argv[1])("js-yaml"); // which Eleventy brings

module.exports = (config) => {
  const byDepartement = new Map();
  for (const path of readdirSync("services", { recursive: true }).filter((one) => one.endsWith(".yaml"))) {
    const [departement, name] = path.split("/");
    const service = yaml.load(readFileSync(`services/${path}`, "utf8"));
    const found = byDepartement.get(departement) ?? [];
    found.push({ ...service, departement, id: name.replace(".yaml", "") });
    byDepartement.set(departement, found);
  }
  const services = [...byDepartement.values()].flat();
  config.addGlobalData("services", services);
  config.addGlobalData("departements", [...byDepartement].map(([code, found]) => ({ code, found })));
  config.setQuietMode(true);
  config.setNunjucksEnvironmentOptions({ autoescape: true });
  return { dir: { input: "pages", output: "out", includes: "../parts" } };
};
