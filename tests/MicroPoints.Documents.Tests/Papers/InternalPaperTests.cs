using MicroPoints.Documents.Tests.Imports;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>Forms, the summary, the meeting's material, the briefing, and the slip that one chamber gets.</summary>
public sealed class InternalPaperTests
{
    [Fact]
    public async Task Before_the_lock_the_form_has_every_line_with_its_worth_and_blanks_for_points()
    {
        var form = (await (await PaperDesk.Open()).Write(PrintedPaper.SelfAssessment, ImportDesk.C2))!;
        Assert.Equal(["商会名称", "白沙镇商会"], form.Row("商会名称"));
        Assert.Equal(["M1 走访会员、建立需求清单", "6", "按“走访会员并建立需求清单”计，每次（每件）0.5 分", "", "", ""], form.Row("M1 走访会员、建立需求清单"));
        Assert.Equal(["总分", "100", "", "", "", ""], form.Row("总分"));
        Assert.Equal(3, form.Rows.Count(r => r[^1].Contains("签名（盖章）", StringComparison.Ordinal)));
        Assert.Equal(3, form.Rows.Count(r => r[0] is "商会意见" or "初核意见" or "审定意见"));
    }

    [Fact]
    public async Task After_the_lock_a_chambers_form_has_what_was_credited_and_why()
    {
        var form = (await (await PaperDesk.Locked()).Write(PrintedPaper.SelfAssessment, ImportDesk.C2))!;
        Assert.Equal(["6", "", "6.00", ""], form.Row("M1 走访会员、建立需求清单").Where((_, i) => i is 1 or 3 or 4 or 5));
        Assert.Equal("尚无记录", form.Row("E4 承接职能按期验收")[^1]);
        Assert.Equal(["80.35", "良好"], form.Row("总分").TakeLast(2));
    }

    [Fact]
    public async Task The_summary_has_chambers_by_region_code_with_categories_total_and_grade_and_no_place()
    {
        var summary = (await (await PaperDesk.Locked()).Write(PrintedPaper.Summary))!;
        Assert.Equal(["红枫街道商会", "青石镇商会", "白沙镇商会"], summary.Rows.Skip(1).Select(r => r[1]));
        Assert.Equal("3 白沙镇商会 23.00 8.50 8.85 13.00 13.00 5.00 7.00 2.00 0.00 0.00 80.35 良好 ", string.Join(' ', summary.Row("白沙镇商会")));
        Assert.Equal("服务会员（24）", summary.Rows[0][2]);
        Assert.DoesNotContain("位次", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meeting_reads_the_register_of_replies_who_is_on_hold_and_who_is_proposed()
    {
        var meeting = (await (await PaperDesk.Noticed()).Write(PrintedPaper.Meeting))!;
        Assert.Equal(["县人民法院", "2027年1月8日", "有异议", $"白沙镇商会：{PaperDesk.Ground}"], meeting.Row("县人民法院"));
        Assert.Contains("因异议暂缓、须会议研究的：白沙镇商会（县人民法院）", meeting.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "青石镇商会", "100.00", "优秀", "拟推荐"], meeting.Row("青石镇商会"));
        Assert.Equal(["2", "白沙镇商会", "80.35", "良好", "拟推荐；因异议暂缓"], meeting.Row("白沙镇商会"));
        Assert.Contains("各等次家数：优秀1家，良好1家，待提升1家", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_gave_way_stands_in_the_material_with_both_replies_in_order()
    {
        var desk = await PaperDesk.Vetted();
        await desk.GiveWay("已履行完毕");
        var meeting = (await desk.Write(PrintedPaper.Meeting))!;
        Assert.Equal(["有异议（2027年1月8日）", $"白沙镇商会：{PaperDesk.Ground}"], meeting.Row("县人民法院").TakeLast(2));
        Assert.Equal(["无异议（2027年1月8日）", "已履行完毕"], meeting.Row("县人民法院（第二次）").TakeLast(2));
    }

    [Fact]
    public async Task After_the_decision_the_material_has_what_the_meeting_changed_and_why() =>
        Assert.Contains(PaperDesk.Why, (await (await PaperDesk.Decided()).Write(PrintedPaper.Meeting))!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_briefing_names_no_chamber_and_is_short_enough_for_one_page()
    {
        var briefing = (await (await PaperDesk.Sealed()).Write(PrintedPaper.Briefing))!;
        Assert.Contains("评价范围内商会3家，参评3家。优秀1家，良好1家，待提升1家。平均61.28分。", briefing.Text, StringComparison.Ordinal);
        Assert.Contains("征求2个单位意见，公示2次，收到异议1件，采纳1件", briefing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("镇商会", briefing.Text, StringComparison.Ordinal);
        Assert.True(briefing.Paragraphs.Sum(p => 1 + p.Length / 28) <= 20, "22 lines of 28 characters make a page");
    }

    [Fact]
    public async Task A_slip_has_every_line_with_clause_and_reason_and_what_would_lift_it()
    {
        var slip = (await (await PaperDesk.Sealed()).Write(PrintedPaper.Feedback, ImportDesk.C2))!;
        Assert.Contains("核定总分80.85分，等次：良好。", slip.Text, StringComparison.Ordinal);
        Assert.Equal(["E4 承接职能按期验收", "0.00／1", "尚无记录", "最多还可得 1 分：按“承接职能或购买服务按期验收”计，每次（每件）1 分",
            "《样本值，由县里正式办法替换》E4"], slip.Row("E4 承接职能按期验收"));
        Assert.Equal("", slip.Row("M1 走访会员、建立需求清单")[3]);
        Assert.Contains("项目争取参考名单（有效期：2027年1月1日至2027年12月31日）。", slip.Text, StringComparison.Ordinal);
        Assert.Contains("奖优评先推荐：不符合：等次为优秀及以上（实际：良好）。", slip.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_names_nobody_else_and_tells_no_place()
    {
        var desk = await PaperDesk.Sealed();
        var names = (await desk.Read()).Names;
        foreach (var (chamber, name) in names)
        {
            var slip = (await desk.Write(PrintedPaper.Feedback, chamber, withReasons: true))!;
            Assert.Contains(name, slip.Text, StringComparison.Ordinal);
            Assert.All(names.Values.Where(n => n != name), n => Assert.DoesNotContain(n, slip.Text, StringComparison.Ordinal));
            Assert.All((string[])["位次", "排名", "第1名"], w => Assert.DoesNotContain(w, slip.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_slip_tells_help_to_the_chamber_itself_and_before_the_decision_that_it_is_to_be_checked()
    {
        Assert.Contains("帮扶。", (await (await PaperDesk.Sealed()).Write(PrintedPaper.Feedback, ImportDesk.C3))!.Paragraphs);
        var early = (await (await PaperDesk.Locked()).Write(PrintedPaper.Feedback, ImportDesk.C3))!;
        Assert.Contains("最终结果以会议确定的为准", early.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("帮扶。", early.Paragraphs);
    }

    [Fact]
    public async Task There_is_no_slip_without_a_chamber_or_of_one_that_the_round_does_not_hold()
    {
        var desk = await PaperDesk.Locked();
        Assert.Null(await desk.Write(PrintedPaper.Feedback));
        Assert.Null(await desk.Write(PrintedPaper.Feedback, new ChamberId("elsewhere")));
    }
}
