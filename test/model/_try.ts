import { runCommands, commandsOfSeed } from './run-model.ts';
import { wordsOf } from './commands.ts';
const from=Number(process.argv[2]??1), n=Number(process.argv[3]??5);
await runCommands([], 0);
const cpu0=process.cpuUsage(); const t0=performance.now(); let bad=0; const counts:Record<string,number>={};
for (let s=from;s<from+n;s++){ const t=performance.now(); 
 try { const r=await runCommands(commandsOfSeed(s), s); for(const [k,v] of r.counts) counts[k]=(counts[k]??0)+v;
 if(r.faults.length){bad++; console.log(s, (performance.now()-t).toFixed(), r.acknowledged, r.faults.slice(0,4).map(f=>f.slice(0,300)));} } catch(e){ bad++; console.log(s,'THROW',e); } }
const c=process.cpuUsage(cpu0); console.log(n,'seeds', ((performance.now()-t0)/n).toFixed(),'ms wall', ((c.user+c.system)/1000/n).toFixed(),'ms cpu', bad,'bad', JSON.stringify(counts));
