// ajv_peer.js NODE_MODULES SCHEMA FOLDER: every file of a folder read with js-yaml and held against
// one schema by a validator that ajv has compiled.
const fs = require('fs');
const path = require('path');
const modules = path.resolve(process.argv[2]);
const yaml = require(path.join(modules, 'js-yaml'));
const Ajv = require(path.join(modules, 'ajv'));

const validate = new (Ajv.default || Ajv)({ allErrors: true, strict: false })
  .compile(JSON.parse(fs.readFileSync(process.argv[3], 'utf8')));
let wrong = 0;
const visit = (folder) => {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      visit(full);
    } else if (entry.name.endsWith('.yaml')) {
      try {
        // Dates stay text, as the schemas have them.
        if (!validate(yaml.load(fs.readFileSync(full, 'utf8'), { schema: yaml.CORE_SCHEMA }))) wrong += 1;
      } catch (error) {
        wrong += 1;
      }
    }
  }
};
visit(process.argv[4]);
console.log(wrong);
process.exitCode = wrong > 0 ? 1 : 0;
