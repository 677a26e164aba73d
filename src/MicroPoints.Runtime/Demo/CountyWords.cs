namespace MicroPoints.Runtime.Demo;

/// <summary>What a county's clerk writes beside a fact. No person, firm or real place is named.</summary>
internal static class CountyWords
{
    private static readonly Dictionary<KindId, string[]> Words = new()
    {
        [DemoKinds.Visited] =
        [
            "上门走访会员企业，登记用工和融资需求", "走访种养业会员，更新需求清单", "走访个体工商户会员，了解经营困难",
            "结合安全生产检查走访会员，补录需求清单",
        ],
        [DemoKinds.Resolved] =
        [
            "协调供电所解决会员车间扩容用电", "协助会员办结营业执照变更", "协调解决会员门店排水不畅", "帮助会员对接银行续贷，已放款",
        ],
        [DemoKinds.Session] =
        [
            "举办小微企业税费优惠政策宣讲会", "组织会员参加电商直播培训", "举办银企对接会", "举办劳动用工法律知识讲座",
        ],
        [DemoKinds.Satisfaction] = ["年度会员满意度测评，问卷由县工商联发放和回收"],
        [DemoKinds.Matched] = ["促成两家会员签订包装材料供货协议", "促成会员超市采购本镇农产品", "促成会员企业共用冷链运输"],
        [DemoKinds.Secured] = ["协助会员申领稳岗返还", "协助会员享受创业担保贷款贴息", "协助会员申报农机购置补贴"],
        [DemoKinds.Proposal] = ["关于改善圩日停车秩序的建议被采用", "关于延伸城乡公交线路的建议被采用", "关于规范夜市管理的建议被采用"],
        [DemoKinds.Function] = ["承接商户信息核实服务，按期通过验收"],
        [DemoKinds.Disclosure] = ["在商会公开栏公开本季度党务、会务和收支情况"],
        [DemoKinds.Accounts] = ["在会员大会上报告上年度财务收支情况"],
        [DemoKinds.Pledge] = ["会员签订诚信自律公约情况汇总"],
        [DemoKinds.Education] = ["组织会员参观红色教育基地", "举办理想信念教育专题座谈", "开展民族团结主题活动"],
        [DemoKinds.Dispute] = ["调解货款拖欠纠纷，双方签订协议", "调解门面租赁纠纷，当场履行", "调解务工人员工资纠纷，已支付"],
        [DemoKinds.Community] = ["参与圩镇交通劝导", "组织会员参加社区环境整治", "参与网格防火巡查", "看望社区困难老人"],
        [DemoKinds.Forum] = ["召开议事会，商议商业街摊位管理", "开展清廉民企主题活动"],
        [DemoKinds.Volunteers] = ["会员志愿服务队参加便民服务日", "会员志愿者协助维持圩日秩序"],
        [DemoKinds.Project] = ["牵线引进农产品加工项目", "牵线引进家具配件生产项目"],
        [DemoKinds.Promotion] = ["随县参加招商推介会", "组织外出考察并推介本地项目", "邀请异地商会来访座谈推介"],
        [DemoKinds.Village] = ["与村结对，帮助建成果蔬分拣点并投入使用", "与村结对，帮助销售滞销农产品"],
        [DemoKinds.RuralProject] = ["会员企业与农户签订收购订单", "会员企业在村开办就业车间"],
        [DemoKinds.Donation] = ["捐建村道路灯项目", "资助困难学生助学项目", "捐赠村级活动中心桌椅项目"],
        [DemoKinds.Emergency] = ["汛期组织会员转运防汛物资", "强降雨后组织志愿者清淤"],
    };

    /// <summary>One of the phrases for a kind; null where a state needs no words.</summary>
    public static string? Of(KindId kind, SeededDraws draws) =>
        Words.TryGetValue(kind, out var phrases) ? draws.Pick(phrases) : null;
}
