const samePerson=(e,n)=>plain(e)===plain(n);const plain=e=>e.trim().replace(/^@/,"").toLowerCase();Object.defineProperty(exports,"samePerson",{enumerable:true,get:function(){return samePerson}});
