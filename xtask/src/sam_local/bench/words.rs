//! What stands around the figures, in the languages of the two READMEs.

/// The language of a README.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Chinese,
}

/// On what was measured.
pub(super) struct Setting {
    pub(super) date: String,
    pub(super) processor: String,
    pub(super) cores: usize,
    /// Share of them that other work kept busy.
    pub(super) busy: f64,
    pub(super) repeats: usize,
    pub(super) program_mb: f64,
    /// Whether it is what `sam build` packs.
    pub(super) by_sam: bool,
    /// Whether functions had shares of the processors, by control groups.
    pub(super) shares: bool,
}

impl Language {
    /// What is read in it.
    pub(super) fn readme(self) -> &'static str {
        self.pick("README.md", "README.zh-CN.md")
    }

    fn pick(self, english: &'static str, chinese: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    /// How it was measured.
    pub(super) fn introduction(self, setting: &Setting) -> String {
        let Setting { date, processor, cores, repeats, program_mb, .. } = setting;
        let busy = format!("{:.0} %", 100.0 * setting.busy);
        let build = match (setting.by_sam, self) {
            (true, Self::English) => "what `sam build` packs",
            (false, Self::English) => "a release build",
            (true, Self::Chinese) => "`sam build` 打包的程序",
            (false, Self::Chinese) => "release 构建的程序",
        };
        match self {
            Self::English => format!(
                "Measured on {date} on {processor}, {cores} cores, of which other work kept {busy} busy: medians of {repeats} fresh functions each, ours and Python's in turn, \
                 under aws-lambda-rie, which starts a function at its first event. The event is a 12 s MP3 in base64; ours is \
                 {build} ({program_mb:.1} MB, x86_64, Haswell's instructions and more where the processor has them), Python's is \
                 librosa, ONNX Runtime and AWS's runtime client. Memory is the kernel's high-water mark of the process, weights included; \
                 downloading the package, which AWS does before, is not in it. In brackets Python's figure divided by ours."
            ),
            Self::Chinese => format!(
                "{date} 在 {processor}、{cores} 个核心上测得，其中 {busy} 被其他工作占用：每项为 {repeats} 个新启动的函数的中位数，我们的与 Python 的轮流进行，都在 aws-lambda-rie \
                 下，它在第一个事件到来时启动函数。事件是 base64 编码的 12 秒 MP3；我们的是{build}（{program_mb:.1} MB，x86_64，Haswell \
                 指令集，处理器支持更多时用更多），Python 的是 librosa、ONNX Runtime 和 AWS 的运行时客户端。内存是内核记录的进程峰值，包括权重；AWS \
                 在启动之前下载程序包的时间不在其内。括号里是 Python 的数字除以我们的。"
            ),
        }
    }

    /// The head of the first table.
    pub(super) fn head(self) -> &'static str {
        self.pick("| model | cores | | ours | Python + ONNX Runtime |", "| 模型 | 核心 | | 我们的 | Python + ONNX Runtime |")
    }

    /// A model's name.
    pub(super) fn model(self, name: &'static str) -> &'static str {
        if name == super::BUILT_IN { self.pick(name, "内置") } else { name }
    }

    /// What the rows of a model are.
    pub(super) fn rows(self) -> [&'static str; 4] {
        match self {
            Self::English => ["cold: start and first answer", "warm", "memory", "a million warm calls"],
            Self::Chinese => ["冷：启动与第一个回答", "热", "内存", "一百万次热调用"],
        }
    }

    /// In the place of a figure.
    pub(super) fn not_measured(self) -> &'static str {
        self.pick("not measured", "未测量")
    }

    /// What the second table is, with prices in US dollars per GB-second and per request.
    pub(super) fn prices(self, per_gb_second: f64, per_request: f64, source: &str) -> String {
        match self {
            Self::English => format!(
                "A million calls cost (GB × s × ${per_gb_second:.10} + ${per_request:.7}) × 1,000,000 ({source}; every begun millisecond is \
                 charged; API Gateway, traffic and free tiers not counted), in US dollars, warm; a cold start is charged at the same rate, \
                 for as long as it takes:"
            ),
            Self::Chinese => format!(
                "一百万次调用的费用为 (GB × 秒 × ${per_gb_second:.10} + ${per_request:.7}) × 1,000,000（{source}；不足一毫秒按一毫秒计；不计 API \
                 Gateway、流量和免费额度），单位美元，热启动；冷启动按其用时以同样的价格计费："
            ),
        }
    }

    /// The heads of the second table's first columns.
    pub(super) fn memory_and_share(self) -> (&'static str, &'static str) {
        match self {
            Self::English => ("memory", "cores"),
            Self::Chinese => ("内存", "核心"),
        }
    }

    /// What stands in the second table.
    pub(super) fn legend(self, shares: bool) -> &'static str {
        match (shares, self) {
            (true, Self::English) => {
                "In each place the warm answer's time and the price, the cheapest of a model in bold. A control group gave each function two \
                 processors and the share of them that Lambda gives (1,769 MB bring one core), counted over 20 ms. (2): with two threads, \
                 where they were faster than one. – : the model needs more memory."
            }
            (true, Self::Chinese) => {
                "每格为热回答的用时与费用，每个模型最便宜的以粗体标出。控制组给每个函数两个处理器，以及 Lambda 所给的份额（1,769 MB 对应一个核心），按 20 ms \
                 计。(2)：用两个线程，比一个线程快时如此。– ：模型需要更多内存。"
            }
            (false, Self::English) => {
                "In each place the warm answer's time and the price, the cheapest of a model in bold. 1,769 MB bring one core, 3,538 MB two: \
                 measured. What begins with ≈ is computed, with a speed that grows evenly with the cores. (2): with two threads. – : the model \
                 needs more memory."
            }
            (false, Self::Chinese) => {
                "每格为热回答的用时与费用，每个模型最便宜的以粗体标出。1,769 MB 对应一个核心，3,538 MB 对应两个：为实测值。以 ≈ \
                 开头的是计算值，速度按核心数均匀增长计。(2)：用两个线程。– ：模型需要更多内存。"
            }
        }
    }
}
