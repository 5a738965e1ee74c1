const require_index=require("./index.js");const json={id:"json",title:"The whole report, for machines",extension:"json",render:e=>require_index.sharedLines(e)};exports.json=json;
