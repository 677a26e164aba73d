using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>What sets single chambers of the county apart, added to their years when these are written.</summary>
internal static class CountyStories
{
    /// <summary>Records below this are filled up with volunteer hours, which micro-points does not count.</summary>
    private const int ActivitiesLeast = 42;

    public static void Tell(string code, Diary diary, SeededDraws draws)
    {
        switch (code)
        {
            case CountyRoster.Yunxiu: Leader(diary); break;
            case CountyRoster.Qinglan: ChargedTooMuch(diary); break;
            case CountyRoster.Xingzhu: TooFewAnswered(diary); break;
            case CountyRoster.Zhenxi: SentTwice(diary); break;
            case CountyRoster.Hezhu: ProjectsBeyondTheCap(diary); break;
            case CountyRoster.Zhuwu: ListedForSomeMonths(diary); break;
            case CountyRoster.Daoyi or CountyRoster.Luyi: Jointly(code, diary); break;
            case CountyRoster.Liyin: ReportMissed(diary); break;
            case CountyRoster.Chayan: HandedInLate(diary); break;
            case CountyRoster.Fengzhu: return;
            default: break;
        }
        while (diary.Activities < ActivitiesLeast)
            diary.Add(DemoKinds.Volunteers, DemoCalendar.InMonths(1, 12, draws),
                new Measured.Quantity(100 * draws.Between(4, 30)), CountyWords.Of(DemoKinds.Volunteers, draws));
    }

    private static void Leader(Diary diary)
    {
        diary.Add(DemoKinds.Awarded, new DateOnly(2026, 12, 8), new Measured.Awarded(new Points(150)),
            "牵头组织全县商会联合招聘周，提供岗位和现场保障，经县工商联主席办公会议研究加分");
        diary.Add(DemoKinds.Innovation, new DateOnly(2026, 9, 17), new Measured.Awarded(new Points(300)),
            "“会员诉求一单到底”做法在全县商会交流会上推广");
    }

    private static void ChargedTooMuch(Diary diary) => diary.Add(DemoKinds.FeeViolation, new DateOnly(2026, 5, 20),
        DemoKinds.Times(1), "换届期间向会员收取章程未规定的活动费，经市场监管部门认定，已全部退还");

    /// <summary>Satisfied, but hardly anyone answered: the latest survey counts even if it fails.</summary>
    private static void TooFewAnswered(Diary diary) => diary.Add(DemoKinds.Satisfaction, new DateOnly(2026, 12, 4),
        new Measured.Rate(Answered: 14, Satisfied: 13, Asked: 40), "补充测评：发放问卷40份，收回14份");

    private static void SentTwice(Diary diary) =>
        diary.SendAgain(diary.First(DemoKinds.Session), new DateOnly(2026, 9, 28));

    /// <summary>The first project fills the indicator's cap; nothing of the second fits, so it is bonus.</summary>
    private static void ProjectsBeyondTheCap(Diary diary) => diary.Add(DemoKinds.Project, new DateOnly(2026, 10, 22),
        DemoKinds.Option("signed"), "牵线引进水产加工项目，已签约", "project-2");

    private static void ListedForSomeMonths(Diary diary)
    {
        diary.Add(DemoKinds.Abnormal, new DateOnly(2026, 3, 16), DemoKinds.Option("listed"),
            "未按规定期限报送上年度工作报告，被列入");
        diary.Add(DemoKinds.Abnormal, new DateOnly(2026, 7, 21), DemoKinds.Option("not-listed"),
            "已补报年度工作报告并整改到位，经申请移出");
    }

    /// <summary>Two chambers share one matter, half each; one of them had also noted a dispute twice.</summary>
    private static void Jointly(string code, Diary diary)
    {
        diary.Add(DemoKinds.Matched, On.Day(new DateOnly(2026, 8, 14)), DemoKinds.Times(1),
            "稻漪镇、芦漪镇商会共同促成藕莲产销合作，两会各计一半", part: new Part(1, 2));
        if (code != CountyRoster.Luyi) return;
        var twin = diary.Add(DemoKinds.Dispute, new DateOnly(2026, 4, 9), DemoKinds.Times(1), "调解门面租赁纠纷，双方签订协议");
        diary.TakeBack(twin, new DateOnly(2026, 5, 18), "与司法所台账核对，该纠纷已由镇人民调解委员会登记，系重复录入，予以撤销");
    }

    private static void ReportMissed(Diary diary) => diary.Add(DemoKinds.ReportMissed, new DateOnly(2026, 7, 15),
        DemoKinds.Times(1), "半年工作小结未按时报送，经提醒后仍未报送");

    private static void HandedInLate(Diary diary)
    {
        var visit = diary.Add(DemoKinds.Visited, new DateOnly(2026, 3, 5), DemoKinds.Times(2), "走访茶叶加工会员，登记季节性用工需求");
        diary.HandInLate(visit, new DateOnly(2026, 7, 8));
        var session = diary.Add(DemoKinds.Session, new DateOnly(2026, 4, 22), DemoKinds.Times(1), "举办茶叶质量安全培训，签到表后补");
        diary.HandInLate(session, new DateOnly(2026, 9, 2));
    }
}
