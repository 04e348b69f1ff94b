"""Everything that the command line says to a person, in both languages: (English, 中文).

Errors are written in English where they are raised; chinese.yaml has them in Chinese.

Help texts are found by the name of the command (`help.load`) or of its parameter (`option.store`); tests/test_cli.py
fails when one is missing, when the two languages name different values, or when a line is wider than a terminal.
"""

from __future__ import annotations

from duikou.settings import Lang

MESSAGES: dict[str, tuple[str, str]] = {
    # help: the program and its commands
    "help": (
        "Chinese articles on paired assistance in, a graph of facts out; every fact shows the words that prove it.",
        "读中文对口帮扶文章，得出事实图谱；\n每条事实都附上证明它的原文。",
    ),
    "help.demo": (
        "Read the project's own articles into a store and show what it knows.",
        "读入自带文章，看看能得到什么。",
    ),
    "help.load": ("Load files, folders, globs or - into a store.", "把文件、文件夹、通配或 - 读入图库。"),
    "help.extract": ("Print what documents say, without a store.", "不用图库，直接列出文章说了什么。"),
    "help.ask": ("Ask a canned question; without one, list them.", "提一个现成的问题；不写则列出全部。"),
    "help.why": ("Show the proofs of an entity or a fact.", "查一个实体或一条事实的原文依据。"),
    "help.find": ("Find entities by any of their names.", "按任一名称查找实体。"),
    "help.status": ("Tell what the store holds.", "看图库里有什么。"),
    "help.stats": ("Tell what the shape of the network says.", "看关系网络的形状：谁帮得多、谁居中、谁落单。"),
    "help.view": ("Write a page to look at: graph, flow, map, ….", "画成网页：图谱、流向、地图、时间线、档案、原文。"),
    "help.report": ("Write linked pages about one thing.", "为一个地方或企业写一组互相链接的网页。"),
    "help.browser": ("Neo4j Browser with colours, questions and a tour.", "给 Neo4j Browser 配上颜色、问答和导览。"),
    "help.export": ("Write the whole store in a format others read.", "把整个图库写成通用格式。"),
    "help.sparql": ("Run a SPARQL query over the store's RDF.", "用 SPARQL 查询图库的 RDF。"),
    "help.check": ("Validate a store or an RDF export (SHACL).", "按 SHACL 检验图库或 RDF 导出文件。"),
    "help.import": ("Read what duikou export has written into a store.", "把 duikou export 写出的文件读入图库。"),
    "help.eval": (
        "Compare statements with gold: precision, recall, errors.",
        "把陈述与标准答案对照：准确率、召回率、错处。",
    ),
    "help.frames": ("Test the frames, or show how they read a sentence.", "检验句式框架，或看一句话如何被读懂。"),
    "help.completion": ("Let Tab complete commands, questions and options.", "让 Tab 键补全命令、问题和选项。"),
    # help: more about each command, above its options
    "more.demo": (
        "The store is duikou-demo.lbug in the working folder, made anew each time; --store names another.",
        "图库是当前文件夹下的 duikou-demo.lbug，每次重建；\n用 --store 可另指定。",
    ),
    "more.load": (
        "Reads .txt, .html, .mhtml, .pdf (with a text layer), .docx, .doc, .epub, tables of articles (.jsonl, .csv, .xlsx) "
        "and .zip of them. Loading again goes on where it stopped: files that are there are "
        "left out, changed ones replaced. "
        "A file that fails is reported; the others go on.",
        "可读 .txt、.html、.mhtml、带文字层的 .pdf、.docx、.doc、\n.epub、文章表格（.jsonl .csv .xlsx）及其 .zip。\n再次读入会接着上次：已有的跳过，改过的替换。\n读不了的文件会列出，其余照常。",
    ),
    "more.extract": (
        "JSON lines: articles, entities, facts, observations (figures) and rejects, each with its quotes.",
        "每行一个 JSON：文章、实体、事实、数字、未采纳项，\n都带原文引句。",
    ),
    "more.ask": (
        "Give its parameters as --NAME VALUE. A place may be written in any form: "
        "三都, 三都县, 三都水族自治县, 522732.",
        "参数写作 --名称 值。地名怎么写都行：\n三都、三都县、三都水族自治县、522732。",
    ),
    "more.view": (
        "Without words the whole store as a graph; a question as it is best seen, or names with what is around them. "
        "One file that needs no network; every edge leads to the words that prove it.",
        "不写则画出整个图库；写问题名按最合适的样子画，\n写名称则画出它周围。一个文件，不需联网，\n每条边都能点开原文。",
    ),
    "more.report": (
        "Its dossier, those of its neighbours, the articles, the graph and the timeline, linked with one another.",
        "它的档案、相关各方的档案、所据文章、图谱和时间线，\n互相链接。",
    ),
    "more.why": (
        "NAME is any name of an entity; an ID stands in the proof column of an answer (--format json).",
        "可写实体的任一名称，或答案 proof 一栏的编号\n（--format json 可见）。",
    ),
    "more.find": ("TEXT may be a part of the name.", "可以只写名称的一部分。"),
    "more.status": (
        "Counts by label, relation, figure, document and reason of rejects.",
        "按类别、关系、数字、文章和未采纳原因计数。",
    ),
    "more.browser": (
        "Hands out a style, favourites and a guide on a port of this machine until Ctrl-C, tells what to type, and "
        "opens the Browser of the store's server. Needs no password: the Browser asks for it.",
        "在本机端口提供样式、收藏和导览（Ctrl-C 结束），\n告诉你输入什么，并打开图库所在服务器的 Browser。\n不需要密码：由 Browser 自己询问。",
    ),
    "more.export": (
        "jsonl: the statements, one a line. rdf: linked data (ttl nt nq trig jsonld rdfxml; by --format or the ending of "
        "PATH). csv: a table of statements. xlsx: a workbook. graphml, gexf: a network, for Gephi. parquet: a folder of "
        "tables. neo4j-admin: a folder for its 'database import', the quick way for large graphs. The same contents give "
        "the same bytes.",
        "jsonl：每行一条陈述。rdf：关联数据（ttl nt nq trig jsonld\n"
        "rdfxml；由 --format 或文件后缀决定）。csv：陈述表。\nxlsx：工作簿。graphml、gexf：网络图，供 Gephi 用。\n"
        "parquet：一组数据表。neo4j-admin：供其 database import\n"
        "用的文件夹，大图谱用它最快。\n内容相同则逐字节相同。",
    ),
    "more.stats": (
        "Helpers by how many they help (with the sums and their betweenness), communities, the longest chains of help, and "
        "relocation sites of which nothing is told. docs/exports.md says what each means.",
        "帮扶方（帮了多少个、资金、中介中心度）、社群、最长的帮扶链、\n没有任何帮扶记录的安置点。含义见 docs/exports.md。",
    ),
    "more.import": (
        "PATH is what duikou export jsonl or rdf wrote; its ending tells the format. Every quote is looked up in the text "
        "again, and nothing is written when one fails. Importing again changes nothing.",
        "PATH 是 duikou export jsonl 或 rdf 写出的文件，格式看后缀。\n每条引句都重新与原文核对，有一条不符就不写入。\n重复导入不会改变什么。",
    ),
    "more.sparql": (
        "SELECT, ASK, CONSTRUCT or DESCRIBE, in memory, read-only, never over the network. Every question of "
        "'duikou ask' is there as SPARQL too, and takes the same --NAME VALUE.",
        "SELECT、ASK、CONSTRUCT、DESCRIBE；在内存中，只读，不联网。\nduikou ask 的每个问题也有 SPARQL 版，参数 --名称 值 相同。",
    ),
    "more.check": (
        "One line for each thing that is wrong: what, where, and the words that prove it. The shapes are in "
        "docs/shapes.ttl. Needs pyshacl: pip install 'duikou[shacl]'.",
        "每处问题一行：错在哪里、是什么、原文依据。\n所用的形状见 docs/shapes.ttl。需要 pyshacl：\npip install 'duikou[shacl]'。",
    ),
    "more.eval": (
        "GOLD and STATEMENTS are two files or two folders: 001.yaml is the gold of 001.jsonl. "
        "-o writes a page with text, gold and findings side by side; --texts names the folder of the texts.",
        "GOLD、STATEMENTS 是两个文件或两个文件夹：\n001.yaml 是 001.jsonl 的标准答案。-o 写出对照网页，\n--texts 指定原文所在文件夹。",
    ),
    "more.frames": (
        "test runs the examples in loaders/frames/ (of all frames, or of those named); why shows what each frame "
        "makes of a sentence. Names may be marked: [[Company:晨南服饰]].",
        "test 运行 loaders/frames/ 里的例句（全部或指定框架）；\nwhy 显示各框架怎样读一句话。可标出名称：[[Company:晨南服饰]]。",
    ),
    "more.completion": (
        "Prints a script; the examples put it where each shell looks when it starts. zsh needs compinit before it.",
        "打印一段脚本；示例把它写到各 shell 启动时读取的地方。\nzsh 要先运行 compinit。",
    ),
    # help: parameters
    "option.paths": ("Files, folders, globs, or - for standard input.", "文件、文件夹、通配，或 -（标准输入）。"),
    "option.arguments": ("The question, then --NAME VALUE.", "问题名，之后是 --名称 值。"),
    "option.shown": ("A question and its --NAME VALUE, or names.", "问题名及 --名称 值；或若干名称。"),
    "option.page_kind": ("What kind of page [default: what fits].", "哪种网页 [默认看内容]"),
    "option.view_file": ("The page to write.", "写出的网页。"),
    "option.report_folder": ("The folder to write.", "写出的文件夹。"),
    "option.query": ("A file, - or a question, then --NAME VALUE.", "文件、- 或问题名，之后是 --名称 值。"),
    "option.checked": ("An export, told by its ending; else the store.", "导出文件（按后缀识别）；不写则查图库。"),
    "option.name": ("A name or an id.", "名称或编号。"),
    "option.text": ("Any part of a name.", "名称的任一部分。"),
    "option.gold": ("A gold file, or a folder of them.", "标准答案文件或文件夹。"),
    "option.statements": ("A file of statements, or a folder.", "陈述文件或文件夹。"),
    "option.rejects": ("Only the rejects, by reason, with examples.", "只看未采纳的：按原因计数，附例子。"),
    "option.errors": ("List what is wrong and what is missed.", "列出错的和漏的。"),
    "option.page": ("Write an HTML page.", "写出对照网页。"),
    "option.texts": ("The folder of the texts.", "原文所在文件夹。"),
    "option.action": ("test or why.", "test 或 why。"),
    "option.shell": ("The shell.", "哪种 shell。"),
    "option.words": ("Part of a frame's name; a sentence.", "框架名的一部分；或一句话。"),
    "option.kind": ("The format.", "格式。"),
    "option.target": ("The same as --output; neo4j-admin: a folder.", "同 --output；neo4j-admin 则为文件夹。"),
    "option.output": ("The file to write; standard output if left out.", "写入的文件；默认标准输出。"),
    "option.rdf_format": ("The form of rdf [default: ttl].", "rdf 的格式 [默认 ttl]"),
    "option.base": ("What the IRIs of the data begin with.", "数据 IRI 的开头。"),
    "option.no_texts": ("rdf without the texts; no import.", "rdf 不含原文；不能再导入。"),
    "option.vocabulary": ("rdf with the terms explained.", "rdf 带上词表说明。"),
    "option.source": ("The file to read.", "要读入的文件。"),
    "option.top": ("How many of each to show.", "每项显示多少条。"),
    "option.timeout": ("Seconds to wait for the answer.", "最多等待的秒数。"),
    "option.report": ("Write what became of each document.", "写出每份文件的结果（JSON）。"),
    "option.mapping": ("What columns give: text=正文.", "表格各列的含义，如 text=正文。"),
    "option.resume": ("Leave out what is there unchanged.", "跳过已读入且未变的文件。"),
    "option.jobs": ("Processes that read side by side.", "同时读文件的进程数。"),
    "option.store": ("The store [env: DUIKOU_STORE; default: duikou.lbug].", "图库 [DUIKOU_STORE；默认 duikou.lbug]"),
    "option.demo_store": ("Another store [default: duikou-demo.lbug].", "另指定图库 [默认 duikou-demo.lbug]"),
    "option.format": ("Table on a terminal, else jsonl.", "终端上默认表格，否则 jsonl。"),
    "option.lang": ("Language of messages; by locale.", "提示语言；默认随系统。"),
    "option.server": (
        "The server [env: DUIKOU_STORE; default: bolt://localhost].",
        "服务器 [DUIKOU_STORE；默认 bolt://localhost]",
    ),
    "option.folder": ("Only write the files into DIR.", "只把文件写入 DIR。"),
    "option.port": ("The port to hand them out on [default: a free one].", "提供文件的端口 [默认取空闲的]"),
    "option.http": ("The server's HTTP port [default: 7474].", "服务器的 HTTP 端口 [默认 7474]"),
    "option.no_open": ("Do not open the Browser.", "不打开 Browser。"),
    "option.quiet": ("No progress bar, no reports.", "不显示进度和报告。"),
    "option.no_color": ("No colours; NO_COLOR does the same.", "不用颜色；同 NO_COLOR。"),
    "option.version": ("Show the version and stop.", "显示版本。"),
    "option.help": ("Show this message and exit.", "显示本帮助。"),
    "examples": ("Examples:", "示例："),
    # what commands report
    "reading": ("reading", "读取中"),
    "loaded": (
        "{store}: documents loaded {documents}; articles {articles}, entities {entities}, facts {facts}, "
        "figures {observations}; rejects {rejects}",
        "{store}：读入文件 {documents} 份；文章 {articles} 篇，实体 {entities} 个，事实 {facts} 条，"
        "数字 {observations} 条；未采纳 {rejects} 条",
    ),
    "load.rest": (
        "replaced {replaced}, unchanged {unchanged}, failed {failed}; {seconds} s",
        "替换 {replaced} 份，未变 {unchanged} 份，失败 {failed} 份；用时 {seconds} 秒",
    ),
    "load.not_tried": (
        "  {count} more were not tried: the load ended early; load them again",
        "  另有 {count} 份未尝试：读入提前结束；请再次读入",
    ),
    "load.stopped": (
        "stopped; what is reported is in {store}, and the same command goes on from there",
        "已停止；以上所报均在 {store} 中，再执行同一命令即从此处继续",
    ),
    "pace": ("{rate}/s, {left} left", "{rate} 份/秒，还需 {left}"),
    "failed": ("{count} of {documents} failed:", "{documents} 份文件中 {count} 份失败："),
    "failure": ("  {reason}", "  {reason}"),
    "how_to_ask": (
        "duikou ask QUESTION --NAME VALUE; every parameter may be left out",
        "duikou ask 问题 --名称 值；参数都可省略",
    ),
    "answered": (
        "rows: {count}; duikou why NAME shows the words behind them",
        "共 {count} 行；duikou why 名称 可看原文依据",
    ),
    "unknown": (
        "{store} knows nothing called {name}; try: duikou find {name}",
        "{store} 中没有叫“{name}”的；可试 duikou find {name}",
    ),
    "nothing": ("no answer: nothing in {store} fits", "没有答案：{store} 中无相符内容"),
    "columns_left_out": ("left out for want of width: {names}", "宽度不够，未列出：{names}"),
    "more_kinds": ("{count} other kinds", "其他 {count} 种"),
    "no_statements": ("no fact or figure about it", "没有关于它的事实和数字"),
    "left_out": ("(left out)", "（省略）"),
    "source.gazetteer": ("from the gazetteer", "出自地名表"),
    "status": (
        "{store}: documents {documents}, articles {articles} (without reprints {works}), entities {entities}, "
        "facts {facts}, figures {figures}; rejects {rejects}",
        "{store}：文件 {documents} 份，文章 {articles} 篇（不计重登 {works} 篇），实体 {entities} 个，事实 {facts} 条，"
        "数字 {figures} 条；未采纳 {rejects} 条",
    ),
    "no_rejects": ("{store}: nothing was rejected", "{store}：没有未采纳的"),
    "how_to_see_rejects": (
        "all cases: duikou ask rejected --reason WORDS",
        "全部案例：duikou ask rejected --reason 原因中的字",
    ),
    "demo.start": ("reading seeds/ into {store}", "读入 seeds/，存入 {store}"),
    "demo.proof": ("The proof of the first row", "第一行的依据"),
    "demo.next": ("Try next", "接下来试试"),
    "exported": (
        "{nodes} nodes and {relationships} relationships written to {path}",
        "节点 {nodes} 个、关系 {relationships} 条，已写入 {path}",
    ),
    "how_to_import": (
        "With the server stopped (what its database holds is replaced):\n"
        "  cd {path}\n"
        "  neo4j-admin database import full neo4j @import.args\n"
        "With the server started again:\n"
        "  cypher-shell --username neo4j --file constraints.cypher\n"
        "import.sh does the first, and says how with docker compose.",
        "停下服务器后（原有数据会被替换）：\n"
        "  cd {path}\n"
        "  neo4j-admin database import full neo4j @import.args\n"
        "再启动服务器后：\n"
        "  cypher-shell --username neo4j --file constraints.cypher\n"
        "第一步也可用 import.sh；docker compose 的做法见其中。",
    ),
    "triples": ("{count} triples written to {path}", "{count} 条三元组写入 {path}"),
    "imported": (
        "{path} read into {store}: documents {documents}; articles {articles}, entities {entities}, facts {facts}, "
        "figures {observations}; rejects {rejects}",
        "{path} 已读入 {store}：文件 {documents} 份；文章 {articles} 篇，实体 {entities} 个，事实 {facts} 条，"
        "数字 {observations} 条；未采纳 {rejects} 条",
    ),
    "rows_written": ("{count} rows written to {path}", "{count} 行写入 {path}"),
    "stats": (
        "{nodes} entities, {edges} facts told by articles, {communities} communities",
        "实体 {nodes} 个，报道所述事实 {edges} 条，社群 {communities} 个",
    ),
    "stats.helpers": ("Helpers ({count}), by how many they help", "帮扶方（{count}），按帮扶对象多少"),
    "stats.communities": ("Communities ({count}), the largest first", "社群（{count}），由大到小"),
    "stats.chains": ("Chains of help ({count}), the longest first", "帮扶链（{count}），由长到短"),
    "stats.isolated": ("Relocation sites of which nothing is told ({count})", "没有任何记录的安置点（{count}）"),
    "view.written": (
        "Wrote {path} ({size} MB); open it in a browser.",
        "已写出 {path}（{size} MB），用浏览器打开即可。",
    ),
    "report.written": ("Wrote {count} pages; begin with {path}.", "已写出 {count} 个网页，从 {path} 看起。"),
    "written": ("{count} statements written to {path}", "{count} 条陈述写入 {path}"),
    "browser.written": (
        "{folder}: {style}, {favourites}, {guide} written; drop {style}, then {favourites} on Neo4j Browser",
        "{folder}：已写入 {style}、{favourites}、{guide}；把 {style}、{favourites} 先后拖进 Neo4j Browser",
    ),
    "browser.serving": (
        "Neo4j Browser: {page}\n"
        "Sign in there, then type into its editor:\n"
        "  colours and captions   :style {style}\n"
        "  the tour               :guide {guide}\n"
        "Questions: save {favourites} and drop the file on the Browser; they are under the star.\n"
        "If it says that the hostname is not allowed: browser.remote_content_hostname_whitelist in neo4j.conf must "
        "hold localhost.\n"
        "Ctrl-C ends this.",
        "Neo4j Browser：{page}\n"
        "登录后在编辑框中输入：\n"
        "  颜色和名称   :style {style}\n"
        "  导览         :guide {guide}\n"
        "问答：下载 {favourites}，把文件拖进 Browser，在左边的星号里。\n"
        "若提示主机名不被允许：neo4j.conf 的 browser.remote_content_hostname_whitelist 须含 localhost。\n"
        "按 Ctrl-C 结束。",
    ),
    "check.conforms": ("{store}: conforms, nothing is wrong", "{store}：合格，没有问题"),
    "check.findings": (
        "{store}: findings {count}, on nodes {nodes}; duikou why ID shows the words behind one",
        "{store}：问题 {count} 处，涉及 {nodes} 个节点；duikou why 编号 可看原文依据",
    ),
    "check.finding": ("{where}: {problem}", "{where}：{problem}"),
    "check.article": ("article", "文章"),
    "check.document": ("document", "文件"),
    "check.passage": ("passage", "引文"),
    "check.reject": ("reject", "未采纳项"),
    # heads of columns
    "column.helper": ("helper", "帮扶方"),
    "column.yuan": ("yuan", "金额（元）"),
    "column.helped_count": ("helps", "帮扶对象"),
    "column.betweenness": ("betweenness", "中介中心度"),
    "column.size": ("size", "规模"),
    "column.members": ("members", "成员"),
    "column.length": ("length", "长度"),
    "column.chain": ("chain", "帮扶链"),
    "column.question": ("question", "问题"),
    "column.asks": ("asks", "问什么"),
    "column.parameters": ("parameters, for example", "参数举例"),
    "column.document": ("document", "文件"),
    "column.articles": ("articles", "文章"),
    "column.facts": ("facts", "事实"),
    "column.observations": ("figures", "数字"),
    "column.rejects": ("rejects", "未采纳"),
    "column.passages": ("passages", "引文"),
    "column.period": ("period", "时段"),
    "column.title": ("title", "标题"),
    "column.publisher": ("publisher", "媒体"),
    "column.published": ("date", "日期"),
    "column.name": ("name", "名称"),
    "column.label": ("label", "类别"),
    "column.aliases": ("also called", "又名"),
    "column.code": ("code", "代码"),
    "column.subject": ("subject", "主体"),
    "column.relation": ("relation", "关系"),
    "column.object": ("object", "客体"),
    "column.details": ("details", "详情"),
    "column.quote": ("quote", "原文"),
    "column.indicator": ("figure", "指标"),
    "column.value": ("value", "数值"),
    "column.reason": ("reason", "原因"),
    "column.count": ("count", "数量"),
    # titles of tables
    "articles": ("Articles: {count}", "文章 {count} 篇"),
    "entities": ("Entities: {count}", "实体 {count} 个"),
    "facts": ("Facts: {count}", "事实 {count} 条"),
    "observations": ("Figures: {count}", "数字 {count} 条"),
    "rejects": ("Rejects: {count}", "未采纳 {count} 条"),
    # values
    "column.kind": ("what", "类"),
    "column.right": ("right", "对"),
    "column.wrong": ("wrong", "错"),
    "column.found": ("found", "找到"),
    "column.missed": ("missed", "漏"),
    "column.precision": ("precision", "准确率"),
    "column.recall": ("recall", "召回率"),
    "column.tier": ("tier", "证据"),
    "column.rule": ("rule", "规则"),
    "eval.title": ("Statements against gold: {count} documents", "陈述与标准答案对照：{count} 篇"),
    "eval.facts": ("all facts", "全部事实"),
    "eval.figures": ("figures", "数字"),
    "eval.right": ("right", "对"),
    "eval.wrong": ("wrong", "错"),
    "eval.missed": ("missed", "漏"),
    "eval.neutral": ("also true", "亦可"),
    "eval.shares": (
        "entities found {entities}, labels right {labels}, amounts right {amounts}",
        "实体找到 {entities}，类别正确 {labels}，金额正确 {amounts}",
    ),
    "written_page": ("page written to {path}", "网页写入 {path}"),
    "frames.tested": (
        "frames {frames}, examples {examples}, failed {failed}",
        "框架 {frames} 个，例句 {examples} 条，未通过 {failed} 条",
    ),
    "tier.stated": ("stated", "明说"),
    "tier.inferred": ("inferred", "推断"),
    "status.outcome": ("outcome", "实绩"),
    "status.capacity": ("capacity", "能力"),
    "status.target": ("target", "目标"),
    "status.announced": ("announced", "公布"),
    "step.topic": ("under discussion", "正在说的"),
    "step.pronoun": ("pronoun", "代词"),
    "step.short form": ("short form", "简称"),
    "step.compressed pair": ("compressed pair", "合称"),
    "step.secondment": ("secondment", "挂职"),
    "step.name": ("named in it", "名称所含"),
    "step.paid for": ("paid for", "出资"),
    "step.omitted": ("left out", "省略"),
    "step.lies in": ("lies in", "位于其中"),
    "step.alias": ("also called", "又名"),
    "step.main pair": ("the article's pair", "文章主要说的一对"),
    "step.list": ("list", "并列"),
    "step.heading": ("heading", "标题"),
    "property.scheme": ("scheme ", "机制 "),
    "property.since": ("since ", "起于 "),
    "property.until": ("until ", "止于 "),
    "property.title": ("", ""),
    "property.items": ("", ""),
    "property.count": ("count ", "人数 "),
    "error": ("duikou: {message}", "duikou：{message}"),
    "wrong_usage": ("{message} (see: {command} --help)", "{message}（见：{command} --help）"),
    "page.usage": ("Usage:", "用法："),
    "page.arguments": ("Arguments:", "参数："),
    "page.options": ("Options:", "选项："),
    "page.commands": ("Commands:", "命令："),
    "page.default": ("default: ", "默认 "),
    "page.required": ("required", "必填"),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """A message with its values filled in.

    >>> say(Lang.en, "failed", count=1, documents=5)
    '1 of 5 failed:'
    >>> say(Lang.zh, "failed", count=1, documents=5)
    '5 份文件中 1 份失败：'
    """
    return MESSAGES[key][lang is Lang.zh].format(**values)
