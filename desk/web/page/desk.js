// Starts Sveltia with the file formats of this paper.
import CMS from './sveltia/index.js';
import { articleFormat, recordFormat, registryFormat } from './formats.js';

const keys = await (await fetch('keys.json')).json();

CMS.registerCustomFormat('broadsheet-article', 'md', articleFormat(keys));
CMS.registerCustomFormat('broadsheet-registry', 'yaml', registryFormat(keys));
CMS.registerCustomFormat('broadsheet-record', 'yaml', recordFormat(keys));
CMS.init();
